import type { Engine } from '../../domain/engine.ts'
import type { CheckResult, Job, JobEvent, JobResult } from '../../domain/job.ts'
import type { Report } from '../../domain/report.ts'
import type { Blobs } from '../../domain/runner.ts'
import { UserError } from '../../domain/user-error.ts'
import { gradeStages, runStages } from '../../design/grade.ts'
import { notRun, queueFull } from '../not-run.ts'
import { createQueue, PLACES } from '../queue.ts'
import { checksOf } from './checks.ts'
import { createCrew, type CrewOptions } from './crew.ts'
import { TookTooLong } from './pool.ts'
import { readDesignJob } from './request.ts'

export interface SimulationEngineOptions extends CrewOptions {
  readonly blobs: Blobs
}

/** Gradings that are under way at once. Their runs take turns, so a short one is not kept waiting by a long one. */
const JOBS = 32

/** Grades designs by simulation, in threads of this program: what runs is the engine, a drawing is only data to it. */
export function createSimulationEngine({ blobs, ...options }: SimulationEngineOptions): Engine {
  const gate = createQueue({ slots: JOBS, ...PLACES })
  const crew = createCrew(options)

  async function execute(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal, submitter?: string): Promise<JobResult> {
    const leave = await gate.enter(signal, submitter, (ahead) => onEvent({ type: 'waiting', ahead })).catch(() => 'cancelled' as const)
    if (leave === 'cancelled') return notRun(job, 'not-run', 'Cancelled.')
    if (leave === undefined) return queueFull(job)
    const began = performance.now()
    const late = AbortSignal.timeout(job.limits.wallMs)
    try {
      const result = await attempt(job, onEvent, AbortSignal.any([signal, late]), submitter)
      return { ...result, wallMs: performance.now() - began }
    } catch (error) {
      if (signal.aborted) return notRun(job, 'not-run', 'Cancelled.')
      if (late.aborted) return { ...notRun(job, 'not-run', 'The simulation took too long.'), verdict: 'timed-out' }
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
    const carrying = { signal, submitter, onProgress: (done: number, total: number) => onEvent({ type: 'progress', done, total }) }
    const blank = notRun(job, 'not-run', '')
    onEvent({ type: 'started' })
    if (job.kind === 'run') {
      const { result: runs, ms } = await crew.carry(aCase, runStages({ case: aCase, ...request }), carrying)
      return { ...blank, verdict: 'passed', cpuMs: ms, runs }
    }
    const { result: report, ms } = await crew.carry(aCase, gradeStages({ case: aCase, ...request }), carrying)
    const checks = checksOf(report)
    for (const check of checks) onEvent({ type: 'check', check })
    return { ...blank, ...verdictOf(report, checks), checks, cpuMs: ms, report }
  }

  return {
    runtimes: ['simulation'],
    state: () => ({ state: 'ready' }),
    warm: () => Promise.resolve(),
    execute,
    close: () => crew.close(),
  }
}

function verdictOf({ passed }: Report, checks: readonly CheckResult[]): Pick<JobResult, 'verdict' | 'message'> {
  const first = checks.find((check) => !check.passed)
  return passed ? { verdict: 'passed', message: '' } : { verdict: 'failed', message: first?.message ?? '' }
}
