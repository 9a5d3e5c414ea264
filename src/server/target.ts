import { Hono } from 'hono'
import { z } from 'zod'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { findTarget, parseTarget, setTarget } from '../gym/target.ts'
import { formatDay } from '../planning/calendar.ts'
import { LOOPS } from '../planning/loops.ts'
import { body } from './body.ts'
import type { ServerContext } from './context.ts'
import type { TargetPage } from './study-contract.ts'

/** What the learner prepares for. */
export function targetRoutes({ gym }: ServerContext) {
  const page = async (): Promise<TargetPage> => {
    const { recollection, today } = await gym.mind(LOCAL_LEARNER)
    return {
      target: findTarget(recollection),
      today: formatDay(today),
      loops: LOOPS,
      topics: gym.library.topics.map(({ id, title }) => ({ id, title })),
    }
  }
  return new Hono()
    .get('/target', async (context) => context.json(await page()))
    .put('/target', body(z.object({ target: z.unknown() })), async (context) => {
      const { target } = context.req.valid('json')
      await setTarget(gym, LOCAL_LEARNER, target === null ? undefined : parseTarget(target))
      return context.json(await page())
    })
}
