import type { Sort } from '../content/item-folder.ts'
import type { AttemptEvent, AnswerEvent } from '../domain/event.ts'
import type { Difficulty, Form, RubricPoint } from '../domain/item.ts'
import type { CheckResult, JobEvent, JobResult } from '../domain/job.ts'
import type { RuntimeState } from '../domain/engine.ts'
import type { Isolation } from '../domain/runner.ts'
import type { Runtime } from '../domain/runtime.ts'
import type { Source } from '../domain/source.ts'
import type { Value } from '../domain/variants.ts'
import type { DesignPage } from './design-contract.ts'
import type { Draft, Progress } from '../domain/store.ts'
import type { Level } from '../domain/target.ts'
import type { EstimatePage } from './estimation-contract.ts'

/** What the server answers with. Html is sanitised by the server; everything else is plain text. */
export interface ErrorBody {
  readonly error: { readonly message: string; readonly where: string; readonly fix: string }
}

export interface Session {
  readonly version: string
  /** Where the learner's data lives. */
  readonly home: string
}

export interface TopicSummary {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly exercises: number
  readonly labs: number
  readonly questions: number
  readonly drills: number
  readonly designs: number
  readonly solved: number
  readonly tried: number
}

export interface Topics {
  readonly topics: readonly TopicSummary[]
  /** The item last worked on, if any. */
  readonly latest: { readonly slug: string; readonly title: string; readonly topic: string } | undefined
}

export interface ItemSummary {
  readonly slug: string
  readonly topic: string
  readonly kind: 'exercise' | 'question' | 'predict' | 'recognise' | 'design' | 'estimate'
  /** What a list calls it. */
  readonly sort: Sort | 'predict' | 'recognise'
  readonly title: string
  readonly form: Form
  readonly difficulty: Difficulty
  readonly minutes: number
  readonly runtime: Runtime | undefined
  readonly progress: Progress | undefined
  /** Of a design: the highest level at which it was passed; it is solved from *standard* on. */
  readonly passedAt: Level | undefined
}

export interface PatternLink {
  readonly id: string
  readonly title: string
}

export interface Heading {
  readonly id: string
  readonly text: string
  readonly depth: number
}

export interface Guide {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly html: string
  readonly headings: readonly Heading[]
  readonly patterns: readonly PatternLink[]
  readonly items: readonly ItemSummary[]
  readonly sources: readonly Source[]
}

export interface PatternPage {
  readonly id: string
  readonly topic: { readonly id: string; readonly title: string }
  readonly title: string
  readonly cueHtml: string
  readonly ideaHtml: string
  readonly trapHtml: string
  readonly exampleHtml: string | undefined
  readonly confusable: readonly PatternLink[]
}

export interface Items {
  readonly items: readonly ItemSummary[]
  readonly topics: readonly { readonly id: string; readonly title: string }[]
}

export interface ItemPageBase extends ItemSummary {
  readonly topicTitle: string
  readonly statementHtml: string
  readonly sources: readonly Source[]
  readonly draft: Draft | undefined
  /** After the first attempt or answer; undefined before, so that the name is not given away. */
  readonly patterns: readonly PatternLink[] | undefined
}

export interface ExercisePage extends ItemPageBase {
  readonly kind: 'exercise'
  readonly runtime: Runtime
  readonly starter: string
  /** The world of a lab, highlighted; undefined of other exercises. */
  readonly worldHtml: string | undefined
  readonly hintCount: number
  readonly hintsHtml: readonly string[]
  /** Present once shown: after a pass or on request. */
  readonly reference: Reference | undefined
}

export interface Reference {
  readonly source: string
  readonly whyHtml: string
}

export interface QuestionPage extends ItemPageBase {
  readonly kind: 'question'
  readonly points: number
  readonly answers: readonly AnswerEvent[]
}

/** What does this give? */
export interface PredictPage extends ItemPageBase {
  readonly kind: 'predict'
  readonly runtime: Runtime
  /** Highlighted; the code of a SQL item is its tables and data. */
  readonly programHtml: string
  readonly codeHtml: string
  /** To choose from; empty when the value is typed. */
  readonly options: readonly Value[]
  /** Goes back with the answer: it decided the order. */
  readonly seed: number
}

/** Which pattern fits? */
export interface RecognisePage extends ItemPageBase {
  readonly kind: 'recognise'
  readonly choices: readonly { readonly pattern: string; readonly title: string; readonly becauseHtml: string }[]
  /** Patterns in the order in which their reasons are asked. */
  readonly reasons: readonly string[]
  /** Time that a sure reader takes, milliseconds. */
  readonly parMs: number
  readonly seed: number
}

export type ItemPage = ExercisePage | QuestionPage | PredictPage | RecognisePage | EstimatePage | DesignPage

/** A line of the NDJSON stream of a run, a submission or a guide's cell. */
export type StreamLine =
  | { readonly type: 'queued'; readonly job: string }
  | JobEvent
  | {
      readonly type: 'done'
      readonly result: JobResult
      /** Undefined for a cell. */
      readonly attempt: string | undefined
      readonly patterns: readonly PatternLink[] | undefined
      readonly reference: Reference | undefined
      /** The item that today's list has next, after a submission; undefined when there is none. */
      readonly next?: string | undefined
    }
  | { readonly type: 'error'; readonly error: ErrorBody['error'] }

export interface Hint {
  /** Counts from 1. */
  readonly hint: number
  readonly html: string
  readonly left: number
}

/** An attempt in a list. */
export interface AttemptSummary {
  readonly id: string
  readonly at: string
  readonly mode: 'run' | 'submit'
  readonly verdict: AttemptEvent['verdict']
  readonly message: string
  readonly passed: number
  readonly checks: number
  readonly cpuMs: number
}

export interface Attempts {
  readonly attempts: readonly AttemptSummary[]
}

export interface AttemptPage extends AttemptSummary {
  readonly source: string
  readonly results: readonly CheckResult[]
  readonly stdout: string
}

/** 'This verdict looks wrong' was logged; `file` under the learner's home replays it. */
export interface Reported {
  readonly file: string
}

/** An answer with its score was logged. */
export interface AnswerSaved {
  readonly answer: AnswerEvent
  /** The item that today's list has next. */
  readonly next: string | undefined
}

export type DraftSaved = { readonly saved: boolean; readonly draft: Draft }

/** The rubric, revealed once an answer was written. */
export interface Reveal {
  readonly rubric: readonly (Omit<RubricPoint, 'mentions'> & {
    /** Found by the words in the answer; null where no machine assesses the point. A suggestion. */
    readonly mentioned: boolean | null
  })[]
  readonly strongHtml: string
  readonly weakHtml: string
  readonly followUpsHtml: readonly string[]
}

export interface SearchResult {
  readonly kind: 'topic' | 'pattern' | Sort
  readonly title: string
  readonly href: string
  readonly topicTitle: string
  /** Plain text around the match. */
  readonly snippet: string
}

export interface SearchResults {
  readonly query: string
  readonly results: readonly SearchResult[]
}

export interface Status {
  readonly version: string
  readonly home: string
  readonly isolation: Isolation
  readonly runtimes: readonly ({ readonly runtime: Runtime } & RuntimeState)[]
  /** Content that could not be loaded. */
  readonly problems: readonly { readonly where: string; readonly what: string; readonly fix: string }[]
}
