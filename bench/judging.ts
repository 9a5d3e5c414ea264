import { setTimeout as sleep } from 'node:timers/promises'
import type { Exercise } from '../src/domain/item.ts'
import type { Job } from '../src/domain/job.ts'
import type { Blobs, Runner } from '../src/domain/runner.ts'
import { openRunner } from '../src/gym/open-runner.ts'
import { jobOf } from '../src/runner/request.ts'
import type { Fresh, FreshSample, Graded } from './fresh.ts'
import { type Sample, type Way, timed } from './rounds.ts'
import { jobFor } from './small.ts'

/** Warm samples in a round: cheap, and p95 needs them. */
const WARM_TIMES = 5
/** Slow ways to judge have a turn in every third round. */
const SELDOM = 3

/** A learner submits now and then: by the next submission the engine has put everything back in its place, ms. */
const BETWEEN_MS = 150

/** The right answer of an exercise as a job with all checks, for a seed. */
export type Submission = (seed: number, blobs: Blobs) => Job

export function submissionOf(exercise: Exercise): Submission {
  return (seed, blobs) => jobOf(exercise, exercise.solution, { kind: 'grade', checks: 'all', seed }, blobs)
}

export function smallSubmission(exercise: Graded): Submission {
  return (seed, blobs) => jobFor(exercise, exercise.solution, seed, blobs)
}

/** From the submission to its verdict on the warm engines, as a learner waits for it. Its CPU time has what follows the verdict too. */
export function warmWay(runner: Runner, submission: Submission): Way {
  return {
    name: 'Onsite, warm',
    times: WARM_TIMES,
    every: 1,
    async once(seed) {
      const { value, cpuMs } = await timed(async () => {
        const { ms } = await submit(runner, submission, seed)
        await sleep(BETWEEN_MS)
        return ms
      })
      return { ms: value, cpuMs }
    },
  }
}

/** What the warm interpreters are held against: the least that must be imported, and the whole runtime, as the warm ones have it. */
export function freshWays(exercise: Graded, fresh: Fresh): readonly Way[] {
  let latest: FreshSample | undefined
  return [
    { name: 'a fresh pair', times: 1, every: 1, isBaseline: true, once: (seed) => fresh.pair(exercise, 'exercise', seed) },
    {
      name: 'a fresh pair, all of the runtime',
      times: 1,
      every: SELDOM,
      isBaseline: true,
      once: (seed) => fresh.pair(exercise, 'runtime', seed),
    },
    { name: 'one fresh interpreter', times: 1, every: 1, once: async (seed) => (latest = await fresh.alone(exercise, 'exercise', seed)) },
    {
      name: '  of which the checks themselves',
      times: 1,
      every: 1,
      once: () => (latest === undefined ? Promise.reject(new Error('nothing to take a part of')) : Promise.resolve(latest.checks)),
    },
    { name: 'one, all of the runtime', times: 1, every: SELDOM, once: (seed) => fresh.alone(exercise, 'runtime', seed) },
  ]
}

/** A new engine starts judge and candidate, judges once, and is closed (closing is not counted). */
export function coldWay(project: string, submission: Submission): Way {
  return {
    name: 'a cold engine: new judge and candidate',
    times: 1,
    every: SELDOM,
    once: async (seed) => {
      const runner = openRunner(project)
      try {
        return await submit(runner, submission, seed)
      } finally {
        await runner.close()
      }
    },
  }
}

/** Submits the right answer with all checks. Throws unless it passes. */
export async function submit(runner: Runner, submission: Submission, seed: number): Promise<Sample> {
  const { value, ...sample } = await timed(() =>
    runner.execute(submission(seed, runner.blobs), () => undefined, new AbortController().signal),
  )
  if (value.verdict !== 'passed') throw new Error(`A right answer did not pass: ${value.verdict}. ${value.message}`)
  return sample
}
