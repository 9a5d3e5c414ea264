import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { renderToString } from 'react-dom/server'
import { createApi, type Send } from './api.ts'
import { documentOf } from './document.ts'
import { type GivenAnswer, recording } from './given.ts'
import { createOnsiteRouter, type OnsiteRouter, titleOf } from './router.tsx'
import { themeOf } from './theme.ts'

/**
 * Renders the page that a request asks for: complete HTML that reads without JavaScript. The API's answers go along as
 * inert JSON instead of the router's own dehydration, which needs inline scripts; so the policy stays `script-src 'self'`.
 */
export async function render(request: Request, api: Send): Promise<Response> {
  const url = new URL(request.url)
  const answers: Record<string, GivenAnswer> = {}
  const theme = themeOf(request.headers.get('cookie') ?? '')
  const router = createOnsiteRouter({
    api: createApi(recording(api, answers), url.origin),
    theme,
    history: createMemoryHistory({ initialEntries: [url.pathname + url.search] }),
  })
  await router.load()
  const { matches } = router.state
  const missing = matches.some((match) => match.status === 'notFound')
  const broken = matches.some((match) => match.status === 'error')
  const html = documentOf({
    title: titleOf(router),
    theme,
    screen: screenOf(matches.at(-1)),
    body: renderToString(<RouterProvider router={router} />),
    given: { answers },
  })
  return new Response(html, { status: missing ? 404 : broken ? 500 : 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

function screenOf(match: OnsiteRouter['state']['matches'][number] | undefined): string {
  if (match?.routeId === '/items/$slug' && match.loaderData !== undefined) return `/items/$slug ${match.loaderData.kind}`
  return match?.routeId ?? ''
}
