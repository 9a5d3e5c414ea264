import type { Confusion } from '../derive/confusion.ts'
import type { Value } from '../domain/variants.ts'
import type { Difficulty, Form } from '../domain/item.ts'
import type { Loop } from '../domain/loop.ts'
import type { TransferGap } from '../domain/memory.ts'
import type { Activity, Price } from '../domain/plan.ts'
import type { Band, Calibrated, PatternReadiness, TopicReadiness } from '../domain/readiness.ts'
import type { Target } from '../domain/target.ts'
import type { PatternLink } from './contract.ts'

/** What the server answers about target, plan, today and readiness. Dates are `YYYY-MM-DD` on the learner's calendar. */
export interface TargetPage {
  readonly target: Target | undefined
  readonly today: string
  /** What is usual for each kind of company, and how that is known. */
  readonly loops: readonly Loop[]
  readonly topics: readonly TopicName[]
}

export interface TopicName {
  readonly id: string
  readonly title: string
}

/** One thing on today's list. */
export interface TodayEntry {
  readonly item: string
  /** The problem's name, never the pattern's, except for a lesson, which teaches it by name. */
  readonly title: string
  readonly topic: TopicName
  readonly form: Form
  readonly activity: Activity
  readonly difficulty: Difficulty
  readonly minutes: number
  /** Why now: "+0.4 points for 12 minutes; last met in another story 9 days ago". */
  readonly why: string
  readonly done: boolean
  /** The pattern's page, for a lesson. */
  readonly lesson: PatternLink | undefined
}

export interface TodayPage {
  readonly today: string
  readonly target: Target | undefined
  /** Minutes that the target gives today; 0 on a day off. */
  readonly capacity: number
  readonly entries: readonly TodayEntry[]
  /** True once the list stands: it does not change under the learner's hands. */
  readonly begun: boolean
  /** The entry to do next, by its place; undefined when all is done. */
  readonly next: number | undefined
  readonly readiness: Band | undefined
  /** Something graded has been seen. */
  readonly tested: boolean
  /** Days to the interview. */
  readonly daysLeft: number | undefined
  readonly diagnostic: 'never' | 'open' | 'ended'
  /** The plan could not be made: the date is over, say. */
  readonly problem: { readonly message: string; readonly fix: string } | undefined
}

export interface PlanPage {
  readonly today: string
  readonly target: Target | undefined
  readonly targetDate: string | undefined
  readonly days: readonly {
    readonly date: string
    readonly capacity: number
    readonly entries: readonly {
      readonly activity: Activity
      readonly topic: TopicName
      /** Only of a lesson: a review does not say what it asks for. */
      readonly lesson: PatternLink | undefined
      readonly minutes: number
      readonly gain: number
    }[]
  }[]
  /** What does not fit, largest loss first. */
  readonly dropped: readonly { readonly pattern: PatternLink; readonly topic: TopicName; readonly gain: number; readonly minutes: number }[]
  /** What must be said of the plan as a whole. */
  readonly notes: readonly string[]
  readonly idle: number
  readonly reached: number
  readonly problem: { readonly message: string; readonly fix: string } | undefined
}

/** What another date or other hours would bring. */
export interface Prices {
  readonly prices: readonly Price[]
}

export interface ReadinessPage {
  readonly today: string
  readonly targetDate: string | undefined
  readonly now: Band
  /** At the date if nothing more is practised, and with the plan. */
  readonly atDate: Band
  readonly planned: number | undefined
  readonly evidence: number
  readonly topics: readonly (TopicReadiness & TopicName)[]
  readonly patterns: readonly (PatternReadiness & { readonly title: string; readonly topic: string; readonly contextsInAll: number })[]
  readonly movers: readonly { readonly pattern: PatternLink; readonly gain: number; readonly minutes: number }[]
  /** To the date if nothing more is practised. */
  readonly forgetting: readonly { readonly date: string; readonly band: Band }[]
  /** At the end of days gone by, as today's model sees them; oldest first. */
  readonly history: readonly { readonly date: string; readonly band: Band }[]
  readonly calibrated: Calibrated
  readonly gap: TransferGap
  /** Outcomes by how new the context was: passed of how many. */
  readonly contexts: Readonly<Record<'same' | 'near' | 'far', { readonly passed: number; readonly of: number }>>
  readonly drills: {
    readonly right: number
    readonly of: number
    readonly late: number
    readonly confused: readonly (Confusion & { readonly rightTitle: string; readonly pickedTitle: string })[]
  }
  readonly model: string
}

export interface DiagnosticPage {
  readonly state: 'never' | 'open' | 'ended'
  readonly answered: number
  readonly most: number
  /** Item to answer next. */
  readonly next: string | undefined
  readonly topics: readonly (TopicName & {
    readonly rating: number | null
    /** Chance to solve a question of core difficulty, provisional; undefined while nothing is known. */
    readonly share: Band | undefined
  })[]
  /** Standard error of the overall ability, logits. */
  readonly error: number
}

/** What another program's review log brought. */
export interface BroughtReviews {
  readonly from: 'anki' | 'csv'
  readonly added: number
  readonly known: number
  /** Cards that name none of our patterns. */
  readonly unmatched: readonly { readonly label: string; readonly count: number }[]
}

/** What came of choosing a pattern. */
export interface Recognised {
  readonly right: boolean
  /** The reason chosen fits too. */
  readonly reasonRight: boolean
  readonly pattern: PatternLink
  readonly whyHtml: string
  readonly record: { readonly right: number; readonly of: number }
  /** Next in the diagnostic, or another drill. */
  readonly next: string | undefined
}

/** What came of predicting a value. */
export interface Predicted {
  readonly right: boolean
  readonly expected: Value
  readonly patterns: readonly PatternLink[]
  readonly next: string | undefined
}
