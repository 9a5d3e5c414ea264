import { Hono } from 'hono'
import { RUNTIMES } from '../domain/runtime.ts'
import type { ServerContext } from './context.ts'
import type { SearchResults, Session, Status } from './contract.ts'

/** The session, the state of the runtimes, and search. */
export function statusRoutes({ gym, version, problems, search }: ServerContext) {
  return new Hono()
    .get('/session', (context) => {
      const answer: Session = { version, home: gym.home }
      return context.json(answer)
    })
    .get('/status', (context) => {
      const answer: Status = {
        version,
        home: gym.home,
        isolation: gym.runner.isolation(),
        runtimes: RUNTIMES.map((runtime) => ({ runtime, ...gym.runner.state(runtime) })),
        problems,
      }
      return context.json(answer)
    })
    .get('/search', (context) => {
      const query = (context.req.query('q') ?? '').slice(0, 200)
      const titles = new Map(gym.library.topics.map(({ id, title }) => [id, title]))
      const answer: SearchResults = {
        query,
        results: search(query).map(({ kind, id, topic, title, snippet }) => ({
          kind,
          title,
          snippet,
          topicTitle: titles.get(topic) ?? topic,
          href: kind === 'topic' ? `/topics/${id}` : kind === 'pattern' ? `/patterns/${id}` : `/items/${id}`,
        })),
      }
      return context.json(answer)
    })
}
