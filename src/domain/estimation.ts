import type { ItemBase } from './item.ts'

/** A drill in estimating: numbers are drawn, others are worked out from them by head, and scored by how many times they are off. */
export interface Estimation extends ItemBase {
  readonly kind: 'estimate'
  readonly form: 'estimate'
  /** What is drawn, by name. `{name}` in the statement and the working stands for it. */
  readonly numbers: Readonly<Record<string, Drawable>>
  readonly answers: readonly Asked[]
  /** Markdown with `{name}` and `{= formula}`: how it is worked out. */
  readonly working: string
  /** Markdown, one question each. */
  readonly followUps: readonly string[]
}

/** Values that a number may take, in its unit. */
export interface Drawable {
  readonly values: readonly number[]
  /** As of an answer; empty for a pure number. */
  readonly unit: string
}

/** One number that is to be estimated. */
export interface Asked {
  readonly ask: string
  /** A formula over what is drawn: see src/grading/formula.ts. */
  readonly answer: string
  /** `B`, `s`, `USD`, `%`, any of them or nothing with `/s` or `/h`, or a word. */
  readonly unit: string
}

/** What was drawn, by name. */
export type Draw = Readonly<Record<string, number>>
