import { setTimeout as sleep } from 'node:timers/promises'
import type { Exercise, PythonExercise } from '../src/domain/item.ts'
import type { Runner } from '../src/domain/runner.ts'
import { openRunner } from '../src/gym/open-runner.ts'
import { jobOf } from '../src/runner/request.ts'
import type { Fresh, FreshSample } from './fresh.ts'
import { type Sample, type Way, timed } from './rounds.ts'

/** Warm samples in a round: cheap, and p95 needs them. */
const WARM_TIMES = 5
/** Slow ways to judge have a turn in every third round. */
const SELDOM = 3

/** A learner submits now and then: by the next submission the engine has put everything back in its place, ms. */
const BETWEEN_MS = 150

/** From the submission to its verdict on the warm engines, as a learner waits for it. Its CPU time has what follows the verdict too. */
export function warmWay(runner: Runner, exercise: Exercise): Way {
  return {
    name: 'Onsite, warm',
    times: WARM_TIMES,
    every: 1,
    async once(seed) {
      const { value, cpuMs } = await timed(async () => {
        const { ms } = await submit(runner, exercise, seed)
        await sleep(BETWEEN_MS)
        return ms
      })
      return { ms: value, cpuMs }
    },
  }
}

/** What the warm interpreters are held against: the least that must be imported, and the whole runtime, as the warm ones have it. */
export function freshWays(project: string, exercise: PythonExercise, fresh: Fresh): readonly Way[] {
  let latest: FreshSample | undefined
  return [
    {
      name: 'one fresh interpreter',
      times: 1,
      every: 1,
      isBaseline: true,
      once: async (seed) => (latest = await fresh.grade(exercise, 'exercise', seed)),
    },
    {
      name: '  of which the checks themselves',
      times: 1,
      every: 1,
      once: () => (latest === undefined ? Promise.reject(new Error('nothing to take a part of')) : Promise.resolve(latest.checks)),
    },
    {
      name: 'one that imports all of the runtime',
      times: 1,
      every: SELDOM,
      isBaseline: true,
      once: (seed) => fresh.grade(exercise, 'runtime', seed),
    },
    {
      name: 'a cold engine: new judge and candidate',
      times: 1,
      every: SELDOM,
      once: async (seed) => {
        const runner = openRunner(project)
        try {
          return await submit(runner, exercise, seed)
        } finally {
          await runner.close()
        }
      },
    },
  ]
}

/** Submits the exercise's own solution with all checks. Throws unless it passes. */
export async function submit(runner: Runner, exercise: Exercise, seed: number): Promise<Sample> {
  const { value, ...sample } = await timed(() => {
    const job = jobOf(exercise, exercise.solution, { kind: 'grade', checks: 'all', seed }, runner.blobs)
    return runner.execute(job, () => undefined, new AbortController().signal)
  })
  if (value.verdict !== 'passed') throw new Error(`${exercise.slug} did not pass: ${value.verdict}. ${value.message}`)
  return sample
}
