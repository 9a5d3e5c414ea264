import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { answerRoutes } from './answers.ts'
import { attemptRoutes } from './attempts.ts'
import type { ServerContext } from './context.ts'
import { dataRoutes } from './data.ts'
import { designRoutes } from './designs.ts'
import { diagnosticRoutes } from './diagnostic.ts'
import { drillRoutes } from './drills.ts'
import { errorBody, onError } from './error.ts'
import { estimationRoutes } from './estimations.ts'
import { guard } from './guard.ts'
import { headers } from './headers.ts'
import { itemRoutes } from './items.ts'
import { type Pages, pageRoutes } from './pages.ts'
import { statusRoutes } from './status.ts'
import { studyRoutes } from './study.ts'
import { targetRoutes } from './target.ts'
import { topicRoutes } from './topics.ts'

/** The API, without the guard: pages are rendered through it in the same process. */
export function createApi(context: ServerContext) {
  return new Hono()
    .basePath('/api')
    .use(bodyLimit({ maxSize: 4_000_000, onError: (c) => c.json(errorBody('That is too large.', 'body', 'At most 4 MB are taken.'), 413) }))
    .route('/', statusRoutes(context))
    .route('/', topicRoutes(context))
    .route('/', itemRoutes(context))
    .route('/', attemptRoutes(context))
    .route('/', answerRoutes(context))
    .route('/', drillRoutes(context))
    .route('/', estimationRoutes(context))
    .route('/', designRoutes(context))
    .route('/', targetRoutes(context))
    .route('/', diagnosticRoutes(context))
    .route('/', studyRoutes(context))
    .route('/', dataRoutes(context))
    .onError(onError)
    .notFound((c) => c.json(errorBody('There is nothing here.', c.req.path, 'Go back to the start page.'), 404))
}

/** The whole server as a value: `app.request()` is a test. */
export function createApp(
  context: ServerContext,
  pages: Pages,
  door: { readonly hosts: () => readonly string[]; readonly secret: string },
): Hono {
  const api = createApi(context)
  return (
    new Hono()
      .use(headers())
      .use(guard(door))
      .route('/', api)
      // Else an address of the API that does not exist would answer with a page.
      .all('/api/*', (context) => api.fetch(context.req.raw))
      .route(
        '/',
        pageRoutes(pages, (request) => Promise.resolve(api.fetch(request))),
      )
      .onError(onError)
  )
}
