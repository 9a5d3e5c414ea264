import type { Difficulty, Form } from './item.ts'

/** The two halves of owning a pattern: seeing that it fits, and carrying it out. */
export const FACETS = ['recognise', 'execute'] as const
export type Facet = (typeof FACETS)[number]

/** How new the context of a meeting is: the very item again, another question about the same story, a story never met with this pattern. */
export const NOVELTIES = ['same', 'near', 'far'] as const
export type Novelty = (typeof NOVELTIES)[number]

/** FSRS's four grades: 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4

/** Why an item was met. A *probe* is a review in a same context, taken to measure the transfer gap. */
export const PURPOSES = ['free', 'lesson', 'review', 'probe', 'diagnostic'] as const
export type Purpose = (typeof PURPOSES)[number]

/** One graded meeting of a learner with a pattern, as the log tells it. The first of a day counts as a review; later ones are practice. */
export interface Evidence {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Whole days since 1970-01-01 on the learner's own calendar. */
  readonly day: number
  /** `<topic>/<pattern>`. */
  readonly pattern: string
  readonly facet: Facet
  /** Slug, or the id of a derived item. */
  readonly item: string
  /** The story: slug of the item it was told in first. */
  readonly context: string
  readonly form: Form
  readonly purpose: Purpose
  /** Of the item; absent is *core*. */
  readonly difficulty?: Difficulty
  readonly outcome: Outcome
}

/** What was measured. `activeMs` is undefined where nobody measured it. */
export type Outcome =
  | {
      readonly kind: 'code'
      readonly passed: boolean
      /** Graded submissions until it passed or was left; repeats within a minute of a typing slip do not count. */
      readonly submissions: number
      /** Deepest hint shown before: 0 none, 1 a nudge, 2 names the idea, 3 the code (or the reference). */
      readonly hint: 0 | 1 | 2 | 3
      readonly activeMs: number | undefined
      readonly parMs: number
    }
  | {
      readonly kind: 'choice'
      readonly passed: boolean
      /** How many there were to choose from: a guess passes once in so many. */
      readonly options: number
      readonly activeMs: number | undefined
      readonly parMs: number
    }
  /** A written answer held against its rubric; `score` is the share of the assessed points, 0 to 1. */
  | { readonly kind: 'rubric'; readonly score: number; readonly activeMs: number | undefined; readonly parMs: number }
  /** A grade from another program's review log. */
  | { readonly kind: 'rating'; readonly rating: Rating }
