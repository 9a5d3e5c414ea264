import type { RuntimeState } from './engine.ts'
import type { Job, JobEvent, JobResult } from './job.ts'
import type { JobRuntime } from './runtime.ts'

/** One attack on the sandbox that must fail, made through the path of every job. */
export interface ProbeOutcome {
  /** What must hold. */
  readonly name: string
  /** Undefined when it could not be tried yet. */
  readonly holds: boolean | undefined
  /** What got through, or why it could not be tried; empty when it holds. */
  readonly message: string
}

/**
 * Whether jobs are walled off from this machine: `isolated` only when every probe held, `local` means plain processes or a wall
 * that does not hold, for one person on their own machine; `unknown` until the probes have run.
 */
export interface Isolation {
  readonly mode: 'isolated' | 'local' | 'unknown'
  /** Why it is not `isolated`; empty when it is. */
  readonly reason: string
  readonly fix: string
  /** In the order in which they ran; none before. */
  readonly probes: readonly ProbeOutcome[]
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
  state(runtime: JobRuntime): RuntimeState
  isolation(): Isolation
  /** Attacks the sandbox and says what came of it; `remembered` takes the slow probes from the last time they held on this very system. Never rejects. */
  probe(options: { readonly remembered: boolean }, signal: AbortSignal): Promise<Isolation>
  warm(runtime: JobRuntime): Promise<void>
  /** Never rejects: what goes wrong is a verdict. Jobs of different submitters (learners) take turns; without one it is this program's own. */
  execute(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal, submitter?: string): Promise<JobResult>
  close(): Promise<void>
}
