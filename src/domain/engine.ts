import type { Job, JobEvent, JobResult } from './job.ts'
import type { JobRuntime } from './runtime.ts'

/** Whether a runtime can take jobs, and if not, why and what to do. */
export type RuntimeState =
  | { readonly state: 'ready' }
  /** Known, not started yet: the first job starts it. */
  | { readonly state: 'cold' }
  | { readonly state: 'starting'; readonly message: string }
  /** The set-up still installs it; `progress` from 0 to 1. */
  | { readonly state: 'installing'; readonly message: string; readonly progress: number }
  | { readonly state: 'unavailable'; readonly message: string; readonly fix: string }

/** Executes jobs of some runtimes. One per technology: Python, PostgreSQL, simulation. */
export interface Engine {
  readonly runtimes: readonly JobRuntime[]
  state(runtime: JobRuntime): RuntimeState
  /** Starts what a runtime needs ahead of its first job. Never rejects: look at `state`. */
  warm(runtime: JobRuntime): Promise<void>
  /** Never rejects: what goes wrong is a verdict. Aborting gives *not-run*. Jobs of different submitters take turns; without one it is this program's own. */
  execute(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal, submitter?: string): Promise<JobResult>
  /** Ends every process it started. */
  close(): Promise<void>
}
