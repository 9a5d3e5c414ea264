import type { Facet, Novelty, Purpose, Rating } from './evidence.ts'
import type { Form } from './item.ts'
import type { CheckResult } from './job.ts'
import type { Activity } from './plan.ts'
import type { PredictionScore, Report } from './report.ts'
import type { JobRuntime } from './runtime.ts'
import type { Level, Target } from './target.ts'
import type { Verdict } from './verdict.ts'

/** One fact of the append-only log of what a learner did. Every other state is derived from these. */
export type LogEvent = ItemEvent | LearnerEvent

/** What happened at an item. */
export type ItemEvent =
  | AttemptEvent
  | HintEvent
  | ReferenceEvent
  | AnswerEvent
  | ReportEvent
  | RecognitionEvent
  | ForecastEvent
  | AskEvent
  | EstimateEvent

/** What is about the learner alone. */
export type LearnerEvent = TargetEvent | SelfRatingEvent | DiagnosticEvent | DayEvent | ReviewEvent

interface EventBase {
  /** UUIDv7. */
  readonly id: string
  readonly learner: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** IANA zone of the learner's clock, e.g. `Europe/Berlin`. */
  readonly zone: string
}

interface ItemEventBase extends EventBase {
  /** Slug, or the id of a derived item. */
  readonly item: string
  /** Content hash of the item as it was. */
  readonly itemHash: string
}

/** A run of the visible checks or a submission to all of them. */
export interface AttemptEvent extends ItemEventBase {
  readonly type: 'attempt'
  readonly mode: 'run' | 'submit'
  readonly form: Form
  readonly runtime: JobRuntime
  readonly source: string
  readonly seed: number
  /** Hints shown on this item so far. */
  readonly hintsShown: number
  readonly referenceShown: boolean
  /** The item's patterns and its usual minutes as they were: it may be gone one day. Absent in logs of the first version. */
  readonly patterns?: readonly string[]
  readonly minutes?: number
  /** Where it was answered by choosing or typing a value: a blind guess is right once in so many. */
  readonly chances?: number
  /** Why the item was met; absent is *free*. */
  readonly purpose?: Purpose
  /** Time at work on the item, as the client measured it; 0 when unknown. */
  readonly activeMs: number
  readonly verdict: Verdict
  readonly message: string
  readonly checks: readonly CheckResult[]
  readonly cpuMs: number
  readonly wallMs: number
  readonly stdout: string
  readonly truncated: boolean
  /** Versions of what judged: Onsite, runtime folder hash. */
  readonly judge: { readonly onsite: string; readonly runtime: string }
  /** Of a design. */
  readonly design?: DesignRecord
  readonly report?: KeptReport
}

/** What is remembered of a graded design, besides its text and its report. */
export interface DesignRecord {
  readonly level: Level
  /** Places of the case's questions that were asked before. */
  readonly asked: readonly number[]
  readonly predictions: readonly PredictionScore[]
  /** Name of the component that was expected to break first; null where none was named. */
  readonly firstToBreak: string | null
  /** Dollars an hour. */
  readonly cost: number
  readonly par: number
  readonly bottleneck: string | undefined
}

/** A report without its runs, which are large and can be simulated again. */
export type KeptReport = Omit<Report, 'runs'>

/** A hint was shown; `hint` counts from 1. */
export interface HintEvent extends ItemEventBase {
  readonly type: 'hint'
  readonly hint: number
}

/** The reference solution was shown before a pass or after it. */
export interface ReferenceEvent extends ItemEventBase {
  readonly type: 'reference'
}

/** A written answer to a question, with the learner's own score. */
export interface AnswerEvent extends ItemEventBase {
  readonly type: 'answer'
  readonly text: string
  /** Points the learner gave each rubric point, in order; null is *not assessed*. */
  readonly scores: readonly (number | null)[]
  /** What the rubric was worth in all; the answer is scored in full when the scores add up to it. */
  readonly points: number
  readonly activeMs: number
  readonly patterns?: readonly string[]
  readonly minutes?: number
  readonly purpose?: Purpose
}

/** 'This verdict looks wrong': names the attempt. */
export interface ReportEvent extends ItemEventBase {
  readonly type: 'report'
  readonly attempt: string
  readonly comment: string
}

/** Which pattern fits a statement: chosen, with the reason in the learner's words. */
export interface RecognitionEvent extends ItemEventBase {
  readonly type: 'recognition'
  /** The pattern that fits, and the one that was chosen; null when the time ran out. */
  readonly pattern: string
  readonly chosen: string | null
  readonly options: readonly string[]
  readonly reason: string
  readonly activeMs: number
  readonly minutes?: number
  readonly purpose?: Purpose
}

/** A candidate's question about a design was asked; `ask` is its place in the case, from 0. */
export interface AskEvent extends ItemEventBase {
  readonly type: 'ask'
  readonly ask: number
}

/** An estimation drill was answered. */
export interface EstimateEvent extends ItemEventBase {
  readonly type: 'estimate'
  /** What was drawn, by name. */
  readonly drawn: Readonly<Record<string, number>>
  readonly answers: readonly EstimateAnswer[]
  /** Mean of the answers' scores, 0 to 1. */
  readonly score: number
  readonly passed: boolean
  readonly activeMs: number
  readonly patterns?: readonly string[]
  readonly minutes?: number
  readonly purpose?: Purpose
}

/** One number that was estimated; null where nothing was said. */
export interface EstimateAnswer {
  readonly said: number | null
  readonly truth: number
  /** 0 to 1. */
  readonly score: number
}

/** What we said before an outcome was known: the prequential log. */
export interface ForecastEvent extends ItemEventBase {
  readonly type: 'forecast'
  readonly pattern: string
  readonly facet: Facet
  readonly novelty: Novelty
  /** Version of the model that said it. */
  readonly model: string
  readonly probability: number
}

/** The target from now on; null takes it back. */
export interface TargetEvent extends EventBase {
  readonly type: 'target'
  readonly target: Target | null
}

/** How sure the learner says to be of each topic, 0 (never done) to 4 (could teach it); null is *do not know*. */
export interface SelfRatingEvent extends EventBase {
  readonly type: 'self-rating'
  readonly ratings: Readonly<Record<string, number | null>>
}

/** The diagnostic was begun, or ended before or at its end; its answers are attempts and recognitions with that purpose. */
export interface DiagnosticEvent extends EventBase {
  readonly type: 'diagnostic'
  readonly state: 'begun' | 'ended'
  /** Of one that was begun: at most so many items. */
  readonly most?: number
}

/** Today's list as it was when begun: it stands until the day is over. */
export interface DayEvent extends EventBase {
  readonly type: 'day'
  /** `YYYY-MM-DD` on the learner's calendar. */
  readonly day: string
  readonly entries: readonly DayEntry[]
}

/** One thing to do today. */
export interface DayEntry {
  readonly item: string
  readonly pattern: string
  readonly activity: Activity
  readonly novelty: Novelty
  readonly purpose: Purpose
  readonly minutes: number
  /** Readiness at the date that it adds, as a share. */
  readonly gain: number
}

/** A review from another program's log. */
export interface ReviewEvent extends EventBase {
  readonly type: 'review'
  readonly pattern: string
  readonly rating: Rating
  /** Where it came from, e.g. `anki`. */
  readonly from: string
}

/** An event before the store gives it an id. */
export type NewEvent<E extends LogEvent = LogEvent> = E extends LogEvent ? Omit<E, 'id'> : never
