import type { Progress } from '../domain/store.ts'
import { type Level, LEVELS } from '../domain/target.ts'
import type { Gym } from './gym.ts'

/** How far a learner is with an item. */
export interface Standing {
  readonly progress: Progress
  /** Of a design: the highest level at which it was passed. */
  readonly passedAt: Level | undefined
}

/** The level from which on a pass solves a case: there it is as difficult as it says, and there its reference opens. */
const SOLVED_FROM: Level = 'standard'

/** By item slug. */
export async function progressOf(gym: Gym, learner: string): Promise<ReadonlyMap<string, Standing>> {
  const [progress, { recollection }] = await Promise.all([gym.store.progress(learner), gym.mind(learner)])
  const passed = new Map<string, number>()
  for (const fact of recollection.facts) {
    if (fact.type !== 'attempt' || fact.design === undefined || fact.verdict !== 'passed') continue
    passed.set(fact.item, Math.max(passed.get(fact.item) ?? 0, LEVELS.indexOf(fact.design.level)))
  }
  return new Map(
    [...progress].map(([item, reached]) => {
      const level = passed.get(item)
      if (level === undefined) return [item, { progress: reached, passedAt: undefined }]
      return [item, { progress: level >= LEVELS.indexOf(SOLVED_FROM) ? 'solved' : 'tried', passedAt: LEVELS[level] }]
    }),
  )
}
