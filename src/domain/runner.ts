import type { RuntimeState } from './engine.ts'
import type { Job, JobEvent, JobResult } from './job.ts'
import type { Runtime } from './runtime.ts'

/** Whether jobs are walled off from this machine: `local` means plain processes, for one person on their own machine. */
export interface Isolation {
  readonly mode: 'isolated' | 'local' | 'unknown'
  /** Why it is not `isolated`; empty when it is. */
  readonly reason: string
  readonly fix: string
}

/** Files of jobs by content. */
export interface Blobs {
  /** Keeps the content and returns its SHA-256, hex. */
  put(content: string): string
  /** Throws when the hash is not known. */
  get(hash: string): string
}

/** All engines behind one door: a job goes to the engine of its runtime. */
export interface Runner {
  readonly blobs: Blobs
  state(runtime: Runtime): RuntimeState
  isolation(): Isolation
  warm(runtime: Runtime): Promise<void>
  /** Never rejects: what goes wrong is a verdict. */
  execute(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<JobResult>
  close(): Promise<void>
}
