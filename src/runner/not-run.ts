import type { Job, JobResult } from '../domain/job.ts'
import { PLACES } from './queue.ts'

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

/** The honest answer of a full queue. */
export function queueFull(job: Job): JobResult {
  const { places, placesEach } = PLACES
  return notRun(
    job,
    'not-run',
    `The queue is full: ${placesEach} of your own runs are waiting, or ${places.toLocaleString('en')} altogether. Try again in a moment.`,
  )
}
