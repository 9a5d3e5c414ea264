import type { EstimateAnswer } from '../domain/event.ts'
import type { ItemPageBase, PatternLink } from './contract.ts'

/** An estimation drill, with the numbers of the meeting that comes next. They stay until it is answered; then others come. */
export interface EstimatePage extends ItemPageBase {
  readonly kind: 'estimate'
  /** Goes back with the answer: it decided what was drawn. */
  readonly meeting: number
  readonly asks: readonly { readonly ask: string; readonly unit: string }[]
  /** How many draws there are. */
  readonly draws: number
  /** Earlier answers, newest first. */
  readonly record: readonly { readonly at: string; readonly score: number; readonly passed: boolean }[]
}

/** What came of estimating. */
export interface Estimated {
  readonly answers: readonly EstimateAnswer[]
  /** Mean of their scores; passed from `passedFrom` on. */
  readonly score: number
  readonly passed: boolean
  readonly passedFrom: number
  readonly workingHtml: string
  readonly followUpsHtml: readonly string[]
  readonly patterns: readonly PatternLink[]
  readonly next: string | undefined
}
