import type { Verdict } from './verdict.ts'

/**
 * What `onsite check` made of a proven exercise and saw run: broken copies of the solution, and values that it gives.
 * Recorded beside the item, so that fix and predict items need no engine.
 */
export interface Variants {
  /** Content hash of the exercise that it was made of. */
  readonly hash: string
  /** What judged. */
  readonly judge: string
  readonly mutants: readonly Mutant[]
  readonly predictions: readonly Prediction[]
}

/** A broken copy of the solution: one replaced range of its text, and what the checks said. */
export interface Mutant {
  /** From the program without its comments, so that it survives whatever else changes. */
  readonly id: string
  /** Kind of the mistake, e.g. `boundary`. */
  readonly operator: string
  readonly from: number
  readonly to: number
  readonly text: string
  /** `passed` survived every check: some of these are no mistakes at all. */
  readonly verdict: Verdict
  /** The first check that fails, visible ones first; empty where none does, or where it ended before one was reached. */
  readonly caughtBy: string
  /** A visible check fails. */
  readonly visibly: boolean
}

/** A question about a value, with the value that the solution gave. */
export interface Prediction {
  readonly id: string
  readonly question: string
  /** Python: the lines that run after the solution. SQL: the name of the case whose data is queried. */
  readonly code: string
  readonly value: Value
  /** What broken copies and wrong answers gave instead, most plausible first, each different from `value`. */
  readonly instead: readonly Value[]
}

/** A value, so that an answer can be held against it without running anything. */
export type Value =
  /** `text` is Python's own way to write it; of an array the nested list. */
  | { readonly kind: 'value'; readonly type: string; readonly text: string }
  /** How many rows a query returns. */
  | { readonly kind: 'count'; readonly count: number }
  /** The rows of a query or of a data frame; null is NULL or missing. */
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] }
  /** It raises instead. */
  | { readonly kind: 'raises'; readonly type: string }
