import { setMaxListeners } from 'node:events'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Case } from '../../domain/case.ts'
import type { Stages } from '../../design/stages.ts'
import type { Trial } from '../../design/trial.ts'
import { createPool, type Program } from './pool.ts'

/** Runs are bounded by their events, some seconds of a processor: this is for what the bounds do not see, and a crowded machine must not reach it. */
const TRIAL_MS = 180_000

export interface CrewOptions {
  /** Folder of Onsite itself, whose build holds the threads' program. */
  readonly project: string
  /** Threads; default one a core. */
  readonly slots?: number
  /** Milliseconds that one run may take; a backstop, since runs have budgets of events. */
  readonly trialMs?: number
}

export interface Carrying {
  readonly signal: AbortSignal
  /** Whose turn it takes; undefined is this program itself. */
  readonly submitter?: string | undefined
  readonly onProgress?: (done: number, total: number) => void
}

/** Threads that carry out work on designs. */
export interface Crew {
  /** Rejects with what the work throws, a UserError for a drawing that cannot be run, TookTooLong, or the signal's reason. `ms` is the time of all runs together. */
  carry<Result>(aCase: Case, stages: Stages<Result>, carrying: Carrying): Promise<{ readonly result: Result; readonly ms: number }>
  close(): Promise<void>
}

/** Runs trials side by side. The result is the same with any number of threads. */
export function createCrew({ project, slots = availableParallelism(), trialMs = TRIAL_MS }: CrewOptions): Crew {
  const pool = createPool({ program: programOf(project), slots: Math.max(1, slots), trialMs })
  return {
    async carry(aCase, stages, { signal, submitter, onProgress = () => undefined }) {
      const text = JSON.stringify(aCase)
      let spent = 0
      let step = stages.next()
      while (step.done !== true) {
        const { trials, total } = step.value
        let { done } = step.value
        onProgress(done, total)
        const samples = await together(trials, signal, async (trial, own) => {
          const { sample, ms } = await pool.run(text, trial, own, submitter, () => undefined)
          spent += ms
          done += 1
          onProgress(done, total)
          return sample
        })
        step = stages.next(samples)
      }
      return { result: step.value, ms: spent }
    },
    close: () => pool.close(),
  }
}

/** Does all side by side; when one fails, or the signal says so, nobody goes on with the others. */
async function together<T>(
  trials: readonly Trial[],
  signal: AbortSignal,
  work: (trial: Trial, signal: AbortSignal) => Promise<T>,
): Promise<readonly T[]> {
  const own = new AbortController()
  const all = AbortSignal.any([signal, own.signal])
  // One listener for each trial that waits or runs.
  setMaxListeners(0, all)
  const asked = trials.map((trial) => work(trial, all))
  try {
    return await Promise.all(asked)
  } catch (error) {
    own.abort(error)
    await Promise.allSettled(asked)
    throw error
  }
}

/** The threads' program: built beside the command line; of a clone that runs from its sources, the source itself, compiled on the way. */
function programOf(project: string): Program {
  if (!import.meta.url.endsWith('.ts')) return { file: join(project, 'dist', 'node', 'simulation-worker.js') }
  const source = new URL('./worker.ts', import.meta.url).href
  const compiler = new URL('dist/esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))).href
  return { script: `import(${JSON.stringify(compiler)}).then(({ register }) => (register(), import(${JSON.stringify(source)})))` }
}
