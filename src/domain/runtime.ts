/** What a job's code runs on: the standard library; numpy, pandas, scipy and scikit-learn; those and PyTorch; PostgreSQL. */
export const RUNTIMES = ['python', 'data', 'torch', 'postgres'] as const
export type Runtime = (typeof RUNTIMES)[number]

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
