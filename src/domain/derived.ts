import type { Difficulty, Exercise } from './item.ts'
import type { Source } from './source.ts'
import type { Value } from './variants.ts'

/** An item that is made of another: its id is `<slug>~fix-<hash>`, `<slug>~predict-<hash>` or `<slug>~recognise`. */
export type DerivedItem = FixItem | PredictItem | RecogniseItem

/** A derived item as a list shows it: cheap to make, for choosing. */
export interface DerivedEntry {
  readonly id: string
  readonly form: 'fix' | 'predict' | 'recognise'
  /** Slug of the item that it is made of: the story it tells. */
  readonly context: string
  readonly topic: string
  readonly patterns: readonly string[]
  readonly difficulty: Difficulty
  /** Par. */
  readonly minutes: number
}

interface Planted {
  /** Slug of the exercise that it is made of. */
  readonly context: string
  readonly planted: {
    /** Kind of the mistake. */
    readonly operator: string
    /** In the starter, from 1. */
    readonly line: number
    /** The line as it is in the solution, and in the starter; empty where the mistake is a line that is missing. */
    readonly right: string
    readonly wrong: string
    /** A check that fails. */
    readonly caughtBy: string
    /** False: every visible check passes, only hidden ones fail. */
    readonly visibly: boolean
  }
}

/** A solution with one planted bug, judged by the checks of its exercise; whatever runs an exercise runs this. */
export type FixItem = Exercise & { readonly form: 'fix' } & Planted

/** What does this give? Answered by typing it or by choosing, graded without an engine. */
export interface PredictItem {
  readonly kind: 'predict'
  readonly form: 'predict'
  /** The id. */
  readonly slug: string
  readonly context: string
  readonly topic: string
  readonly title: string
  readonly patterns: readonly string[]
  readonly difficulty: Difficulty
  readonly minutes: number
  readonly sources: readonly Source[]
  /** Content hash of the exercise. */
  readonly hash: string
  readonly runtime: Exercise['runtime']
  readonly question: string
  /** What runs: the solution without comments; it shows (most of) the answer of its exercise. */
  readonly program: string
  /** Python: the lines that run after it. SQL: tables and data. */
  readonly code: string
  readonly expected: Value
  /** Two to five values to choose from, the right one among them, in an order drawn from the seed; empty: it is typed. */
  readonly options: readonly Value[]
  /** A blind guess is right once in so many. */
  readonly chances: number
}

/** Which pattern fits? A statement whose technique is not named, against the clock. */
export interface RecogniseItem {
  readonly kind: 'recognise'
  readonly form: 'recognise'
  /** The id. */
  readonly slug: string
  readonly context: string
  readonly topic: string
  readonly title: string
  /** The right one. */
  readonly patterns: readonly string[]
  readonly difficulty: Difficulty
  readonly minutes: number
  readonly sources: readonly Source[]
  readonly hash: string
  /** Markdown. */
  readonly statement: string
  /** Four or five, in an order drawn from the seed. */
  readonly choices: readonly Choice[]
  /** The same patterns in another order: asked next, by `because` instead of by title. */
  readonly reasons: readonly string[]
  /** Time that a sure reader takes. */
  readonly parMs: number
  /** Markdown, for afterwards: why this pattern, and how it goes wrong. */
  readonly why: string
}

export interface Choice {
  /** `<topic>/<pattern>`. */
  readonly pattern: string
  readonly title: string
  /** Markdown: what in a task speaks for this pattern. */
  readonly because: string
  /** Easily mistaken for the right one. */
  readonly confusable: boolean
}
