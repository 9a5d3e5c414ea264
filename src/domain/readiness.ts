/** A share with its 80 % band. */
export interface Band {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** One pattern as a learner sees it. An undefined facet is *untested*, never 0 %. */
export interface PatternReadiness {
  readonly pattern: string
  /** Share of the interview's questions. */
  readonly weight: number
  readonly recognise: number | undefined
  readonly execute: number | undefined
  /** Chance to solve an unlabelled question in a new context, on the day asked and at the date if nothing more is practised. */
  readonly now: number
  readonly atDate: number
  /** owned, fading (owned once, slipping), started, or untouched. */
  readonly state: 'owned' | 'fading' | 'started' | 'untouched'
  readonly contexts: number
  readonly evidence: number
}

export interface TopicReadiness {
  readonly topic: string
  readonly weight: number
  /** Undefined while nothing was tested. */
  readonly band: Band | undefined
  readonly evidence: number
}

/** Expected share of the target interview's questions that would be solved unaided. */
export interface Readiness {
  readonly day: number
  readonly now: Band
  /** If nothing more is practised. */
  readonly atDate: Band
  readonly evidence: number
  readonly topics: readonly TopicReadiness[]
  readonly patterns: readonly PatternReadiness[]
  /** What would move it most before the date: gain per pattern, largest gain a minute first. */
  readonly movers: readonly { readonly pattern: string; readonly gain: number; readonly minutes: number }[]
}

/** One line of the prequential log: said before, observed after. */
export interface Forecasted {
  readonly at: number
  readonly model: string
  readonly probability: number
  readonly passed: boolean
}

/** "When we said 70 %, you did 66 % (n = 41)". */
export interface Calibrated {
  readonly outcomes: number
  readonly bins: readonly {
    readonly from: number
    readonly to: number
    readonly said: number
    readonly did: number
    readonly count: number
  }[]
  readonly brier: number
  /** Brier score of always saying the learner's mean so far. */
  readonly baseRateBrier: number
  /** Expected calibration error. */
  readonly calibrationError: number
  /** Share of sessions whose outcome fell into the 80 % band said before; undefined before there are any. */
  readonly coverage: number | undefined
}
