import type { Progress } from './progress.ts'

/** One part of the benchmark, which can be asked for by its name. */
export interface Section {
  readonly name: string
  /** One line: what it measures. */
  readonly about: string
  /** Only when asked for: it takes long. */
  readonly isLong?: boolean
  readonly measure: (asked: Asked) => Promise<Measured>
}

export interface Asked {
  readonly rounds: number
  readonly progress: Progress
  /** Of the soak. */
  readonly jobs: number
}

export interface Measured {
  /** The table that a person reads. */
  readonly lines: readonly string[]
  /** Every single figure. */
  readonly data: unknown
}
