import { setMaxListeners } from 'node:events'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Engine } from '../../domain/engine.ts'
import type { CheckResult, Job, JobEvent, JobResult } from '../../domain/job.ts'
import type { Report } from '../../domain/report.ts'
import type { Blobs } from '../../domain/runner.ts'
import { UserError } from '../../domain/user-error.ts'
import { gradeStages, runStages } from '../../design/grade.ts'
import type { Stages } from '../../design/stages.ts'
import type { Trial } from '../../design/trial.ts'
import { notRun, queueFull } from '../not-run.ts'
import { createQueue, PLACES } from '../queue.ts'
import { checksOf } from './checks.ts'
import { createPool, type Program, TookTooLong } from './pool.ts'
import { readDesignJob } from './request.ts'

export interface SimulationEngineOptions {
  /** Folder of Onsite itself, whose build holds the threads' program. */
  readonly project: string
  readonly blobs: Blobs
  /** Threads; default one a core. */
  readonly slots?: number
  /** Milliseconds that one run may take; a backstop, since runs have budgets of events. */
  readonly trialMs?: number
}

/** Grades designs that are under way at once. Their trials take turns, so a short one is not kept waiting by a long one. */
const JOBS = 32

/** Grades designs by simulation, in threads of this program: what runs is the engine, a drawing is only data to it. */
export function createSimulationEngine({
  project,
  blobs,
  slots = availableParallelism(),
  trialMs = 60_000,
}: SimulationEngineOptions): Engine {
  const gate = createQueue({ slots: JOBS, ...PLACES })
  const pool = createPool({ program: programOf(project), slots: Math.max(1, slots), trialMs })

  async function execute(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal, submitter?: string): Promise<JobResult> {
    const leave = await gate.enter(signal, submitter, (ahead) => onEvent({ type: 'waiting', ahead })).catch(() => 'cancelled' as const)
    if (leave === 'cancelled') return notRun(job, 'not-run', 'Cancelled.')
    if (leave === undefined) return queueFull(job)
    const began = performance.now()
    try {
      const result = await attempt(job, onEvent, signal, submitter)
      return { ...result, wallMs: performance.now() - began }
    } catch (error) {
      if (signal.aborted) return notRun(job, 'not-run', 'Cancelled.')
      if (error instanceof UserError) return { ...notRun(job, 'not-run', `${error.message} ${error.fix}`), verdict: 'errored' }
      if (error instanceof TookTooLong) return { ...notRun(job, 'not-run', error.message), verdict: 'timed-out' }
      return notRun(job, 'our-fault', error instanceof Error ? error.message : String(error))
    } finally {
      leave()
    }
  }

  async function attempt(
    job: Job,
    onEvent: (event: JobEvent) => void,
    signal: AbortSignal,
    submitter: string | undefined,
  ): Promise<JobResult> {
    const { case: aCase, ...request } = readDesignJob(job, blobs)
    const text = JSON.stringify(aCase)
    let spent = 0
    const carry = async <Result>(stages: Stages<Result>): Promise<Result> => {
      let step = stages.next()
      while (step.done !== true) {
        const { trials, total } = step.value
        let { done } = step.value
        onEvent({ type: 'progress', done, total })
        const samples = await together(trials, signal, async (trial, own) => {
          const { sample, ms } = await pool.run(text, trial, own, submitter, () => undefined)
          spent += ms
          done += 1
          onEvent({ type: 'progress', done, total })
          return sample
        })
        step = stages.next(samples)
      }
      return step.value
    }
    onEvent({ type: 'started' })
    const blank = notRun(job, 'not-run', '')
    if (job.kind === 'run') {
      const runs = await carry(runStages({ case: aCase, ...request }))
      return { ...blank, verdict: 'passed', cpuMs: spent, runs }
    }
    const report = await carry(gradeStages({ case: aCase, ...request }))
    const checks = checksOf(report)
    for (const check of checks) onEvent({ type: 'check', check })
    return { ...blank, ...verdictOf(report, checks), checks, cpuMs: spent, report }
  }

  return {
    runtimes: ['simulation'],
    state: () => ({ state: 'ready' }),
    warm: () => Promise.resolve(),
    execute,
    close: () => pool.close(),
  }
}

function verdictOf({ passed }: Report, checks: readonly CheckResult[]): Pick<JobResult, 'verdict' | 'message'> {
  const first = checks.find((check) => !check.passed)
  return passed ? { verdict: 'passed', message: '' } : { verdict: 'failed', message: first?.message ?? '' }
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
