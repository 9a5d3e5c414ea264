import { Hono } from 'hono'
import { z } from 'zod'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { recordPrediction } from '../gym/prediction.ts'
import { drillRecord, recordRecognition } from '../gym/recognition.ts'
import { nextItem } from '../gym/today.ts'
import { body } from './body.ts'
import type { ServerContext } from './context.ts'
import type { Predicted, Recognised } from './study-contract.ts'
import { patternLinks } from './summary.ts'

const seed = z
  .int()
  .min(0)
  .max(2 ** 31)
const activeMs = z.number().min(0).max(86_400_000).default(0)

/** Items that are answered by choosing: which pattern fits, and what comes out. */
export function drillRoutes({ gym, prose }: ServerContext) {
  return new Hono()
    .post(
      '/items/:slug/recognition',
      body(z.object({ chosen: z.string().max(200).nullable(), reason: z.string().max(2_000), seed, activeMs })),
      async (context) => {
        const given = context.req.valid('json')
        const { item, right } = await recordRecognition(gym, { ...given, learner: LOCAL_LEARNER, item: context.req.param('slug') })
        const [pattern = { id: '', title: '' }] = patternLinks(gym.library, item.patterns)
        const { right: hits, of } = drillRecord((await gym.mind(LOCAL_LEARNER)).recollection)
        const answer: Recognised = {
          right,
          reasonRight: given.reason === pattern.id,
          pattern,
          whyHtml: (await prose(item.why, item.topic)).html,
          record: { right: hits, of },
          next: await nextItem(gym, LOCAL_LEARNER),
        }
        return context.json(answer)
      },
    )
    .post(
      '/items/:slug/prediction',
      body(z.object({ answer: z.union([z.string().max(4_000), z.int().min(0).max(100)]), seed, activeMs })),
      async (context) => {
        const given = context.req.valid('json')
        const { item, right } = await recordPrediction(gym, { ...given, learner: LOCAL_LEARNER, item: context.req.param('slug') })
        const answer: Predicted = {
          right,
          expected: item.expected,
          patterns: patternLinks(gym.library, item.patterns),
          next: await nextItem(gym, LOCAL_LEARNER),
        }
        return context.json(answer)
      },
    )
}
