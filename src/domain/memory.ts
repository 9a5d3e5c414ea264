import type { Facet } from './evidence.ts'

/** What is believed about one facet of one pattern, by FSRS-6. */
export interface FacetMemory {
  /** Days until recall falls to 90 %. */
  readonly stability: number
  /** 1 (easy) to 10. */
  readonly difficulty: number
  /** Day of the last graded meeting. */
  readonly lastDay: number
  readonly reviews: number
  readonly lapses: number
}

/** One pattern: a facet that was never met is undefined. */
export interface PatternMemory {
  readonly pattern: string
  readonly recognise: FacetMemory | undefined
  readonly execute: FacetMemory | undefined
  /** Context coverage n: 1 for a pass in a new context, less for a fail or a drill. */
  readonly coverage: number
  /** Stories met, with the day of the last meeting. */
  readonly contexts: ReadonlyMap<string, number>
}

/** Online recalibration of one facet: logit p' = scale · logit p + shift, as a Gaussian posterior. */
export interface Calibration {
  readonly scale: number
  readonly shift: number
  /** Covariance [scale-scale, scale-shift, shift-shift]. */
  readonly covariance: readonly [number, number, number]
  readonly outcomes: number
}

/** How much a new context costs this learner, in logits of recall, as a Gaussian posterior; the choice of context follows it. */
export interface TransferGap {
  readonly mean: number
  readonly deviation: number
  /** Outcomes in a same or near context, and in a far one. */
  readonly familiar: number
  readonly fresh: number
}

/** Ability by topic on the logit scale of item difficulty, one Gaussian over all topics. */
export interface Ability {
  readonly topics: readonly string[]
  readonly mean: readonly number[]
  /** Row by row. */
  readonly covariance: readonly (readonly number[])[]
  readonly answered: number
}

/** Everything that is believed of a learner; rebuilt from evidence by one version of the model. */
export interface Memory {
  /** Version of the model that derived it. */
  readonly model: string
  readonly patterns: ReadonlyMap<string, PatternMemory>
  readonly calibration: Readonly<Record<Facet, Calibration>>
  readonly gap: TransferGap
  readonly ability: Ability
}
