import { Hono } from 'hono'
import { z } from 'zod'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { diagnosticOf, rateTopics, turnDiagnostic } from '../gym/diagnostic.ts'
import { selfRatingsOf } from '../gym/mind.ts'
import { body } from './body.ts'
import type { ServerContext } from './context.ts'
import type { DiagnosticPage } from './study-contract.ts'

/** Finding out what a learner can do: self-ratings, then a few items chosen one by one. */
export function diagnosticRoutes({ gym }: ServerContext) {
  const page = async (): Promise<DiagnosticPage> => {
    const mind = await gym.mind(LOCAL_LEARNER)
    const { state, answered, most, diagnosis, shares } = diagnosticOf(gym, mind)
    const ratings = selfRatingsOf(mind.recollection)
    const known = answered > 0 || ratings !== undefined
    return {
      state,
      answered,
      most,
      next: state === 'open' ? diagnosis.next?.item : undefined,
      topics: gym.library.topics.map(({ id, title }, at) => ({
        id,
        title,
        rating: ratings?.[id] ?? null,
        share: known ? shares[at] : undefined,
      })),
      error: diagnosis.error,
    }
  }
  return new Hono()
    .get('/diagnostic', async (context) => context.json(await page()))
    .post('/diagnostic', body(z.object({ state: z.enum(['begun', 'ended']), thorough: z.boolean().default(false) })), async (context) => {
      const { state, thorough } = context.req.valid('json')
      await turnDiagnostic(gym, LOCAL_LEARNER, state, thorough)
      return context.json(await page())
    })
    .put('/ratings', body(z.object({ ratings: z.record(z.string().max(64), z.number().nullable()) })), async (context) => {
      await rateTopics(gym, LOCAL_LEARNER, context.req.valid('json').ratings)
      return context.json(await page())
    })
}
