/** What a job's code runs on: the standard library; numpy, pandas, scipy and scikit-learn; those and PyTorch. */
export const PYTHON_RUNTIMES = ['python', 'data', 'torch'] as const
export type PythonRuntime = (typeof PYTHON_RUNTIMES)[number]

/** What reads a file that is never run: it is parsed, held against rules, and its rollout simulated. */
export const MANIFEST_RUNTIMES = ['dockerfile', 'kubernetes'] as const
export type ManifestRuntime = (typeof MANIFEST_RUNTIMES)[number]

/** Those, and PostgreSQL. */
export const RUNTIMES = [...PYTHON_RUNTIMES, 'postgres', ...MANIFEST_RUNTIMES] as const
export type Runtime = (typeof RUNTIMES)[number]

/** What executes a job: a runtime of exercises, or the simulation of designs. */
export type JobRuntime = Runtime | 'simulation'

/** What a job may do beyond the default: start programs of its own, use its own loopback network, or have a compiler build kernels (torch.compile). */
export const PERMISSIONS = ['spawn', 'loopback', 'compile'] as const
export type Permission = (typeof PERMISSIONS)[number]

/** What one job may use. The wall limit is a backstop, so that a busy machine never fails a right answer. */
export interface Limits {
  /** CPU time of the learner's process tree, milliseconds: the basis of *timed-out*. */
  readonly cpuMs: number
  /** Wall-clock backstop, milliseconds. */
  readonly wallMs: number
  /** Memory beyond that of the warm interpreter, bytes. */
  readonly memoryBytes: number
  /** stdout and stderr together, bytes. */
  readonly outputBytes: number
}
