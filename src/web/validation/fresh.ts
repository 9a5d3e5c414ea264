import type { Comparison } from '../../validation/compare.ts'

/** What the thread is asked: to run all forms from this seed on. */
export interface FreshQuestion {
  readonly seed: number
}

/** The checks of one form, and how many forms are done. */
export interface FreshAnswer {
  readonly rows: readonly Comparison[]
  readonly done: number
}
