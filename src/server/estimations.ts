import { Hono } from 'hono'
import { z } from 'zod'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { PASSED_FROM } from '../grading/estimation.ts'
import { fill } from '../grading/fill.ts'
import { recordEstimate } from '../gym/estimation.ts'
import { nextItem } from '../gym/today.ts'
import { body } from './body.ts'
import type { ServerContext } from './context.ts'
import type { Estimated } from './estimation-contract.ts'
import { patternLinks } from './summary.ts'

const answered = z.object({
  meeting: z.int().min(0).max(1_000_000),
  typed: z.array(z.string().max(4_000)).max(50),
  activeMs: z.number().min(0).max(86_400_000).default(0),
  zone: z.string().max(64).default('UTC'),
})

/** Estimation drills. */
export function estimationRoutes({ gym, prose }: ServerContext) {
  return new Hono().post('/items/:slug/estimate', body(answered), async (context) => {
    const given = { ...context.req.valid('json'), learner: LOCAL_LEARNER, item: context.req.param('slug') }
    const { drill, draw, event } = await recordEstimate(gym, given)
    const html = async (markdown: string) => (await prose(fill(markdown, drill.numbers, draw), drill.topic)).html
    const answer: Estimated = {
      answers: event.answers,
      score: event.score,
      passed: event.passed,
      passedFrom: PASSED_FROM,
      workingHtml: await html(drill.working),
      followUpsHtml: await Promise.all(drill.followUps.map(html)),
      patterns: patternLinks(gym.library, drill.patterns),
      next: await nextItem(gym, LOCAL_LEARNER),
    }
    return context.json(answer)
  })
}
