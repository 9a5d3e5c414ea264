/** What is believed about one facet of one pattern, by FSRS-6. */
export interface FacetMemory {
  /** Days until recall falls to 90 %. */
  readonly stability: number
  /** 1 (easy) to 10. */
  readonly difficulty: number
  /** Chance that it was known before Onsite: such knowledge is old and does not fade within a campaign. */
  readonly known: number
  /** Day of the last graded meeting. */
  readonly lastDay: number
  /** Graded meetings, the first of each day; drills are counted apart. */
  readonly reviews: number
  readonly drills: number
  /** What the reviews add up to: a form that asks for less counts as a part of one. */
  readonly practised: number
  readonly lapses: number
}

/** A story in which a pattern was met. */
export interface ContextMet {
  /** Day of the last meeting. */
  readonly day: number
  /** Items met in it: slugs and ids of derived ones. */
  readonly items: readonly string[]
}

/** One pattern: a facet that was never met is undefined. */
export interface PatternMemory {
  readonly pattern: string
  readonly recognise: FacetMemory | undefined
  readonly execute: FacetMemory | undefined
  /** Context coverage n: 1 for a pass in a new context, less for a fail or a drill. */
  readonly coverage: number
  readonly contexts: ReadonlyMap<string, ContextMet>
  /** Graded meetings, practice later on a day included. */
  readonly meetings: number
}

/** A joint normal distribution. */
export interface Gaussian {
  readonly mean: readonly number[]
  /** Row by row, one after the other. */
  readonly covariance: readonly number[]
}

/** Everything that is believed of a learner; rebuilt from evidence by one version of the model. */
export interface Memory {
  /** Version of the model that derived it. */
  readonly model: string
  readonly topics: readonly string[]
  readonly patterns: ReadonlyMap<string, PatternMemory>
  /** What holds for all patterns of this learner: calibration, transfer gap, strength of drills, ability by topic. */
  readonly traits: Gaussian
  /** Graded meetings that counted as reviews: in a context met before, and in a new one. */
  readonly familiar: number
  readonly fresh: number
}

/** How much lower the chance to pass is in a context never met than in one met before, as a share, for a pattern half known. */
export interface TransferGap {
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly familiar: number
  readonly fresh: number
}

/** Ability by topic on the logit scale of item difficulty. */
export interface Ability {
  readonly topics: readonly string[]
  readonly belief: Gaussian
}
