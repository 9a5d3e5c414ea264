import type { Job, JobResult } from '../domain/job.ts'

/** A result for a job that never came to run. */
export function notRun(job: Job, verdict: 'not-run' | 'our-fault', message: string): JobResult {
  return {
    verdict,
    message,
    checks: [],
    value: undefined,
    cpuMs: 0,
    wallMs: 0,
    memoryBytes: undefined,
    stdout: '',
    truncated: false,
    seed: job.seed,
  }
}
