import type { Novelty } from './evidence.ts'

/** What a plan can ask for: read and do a new pattern; do an exercise on it; recognise it against the clock; explain it. */
export const ACTIVITIES = ['lesson', 'exercise', 'drill', 'question'] as const
export type Activity = (typeof ACTIVITIES)[number]

/** One thing to do on one day. The concrete item is chosen when the day comes. */
export interface PlanEntry {
  readonly pattern: string
  readonly activity: Activity
  readonly novelty: Novelty
  /** True for a review in a same context that measures the transfer gap. */
  readonly probe: boolean
  readonly minutes: number
  /** What it adds to readiness at the date, as a share (0.004 is 0.4 points). */
  readonly gain: number
}

export interface PlanDay {
  /** Whole days since 1970-01-01. */
  readonly day: number
  /** Minutes that there are; 0 on a day off. */
  readonly capacity: number
  readonly entries: readonly PlanEntry[]
}

/** A pattern that does not fit into the time, or not fully, and what it would have taken. */
export interface Dropped {
  readonly pattern: string
  /** Share of the interview that its questions are expected to be. */
  readonly weight: number
  /** What it would add to readiness and how long it would take; a gain of 0 means that no day is long enough for its lesson. */
  readonly gain: number
  readonly minutes: number
}

export interface Plan {
  /** The day it was made for, first of `days`. */
  readonly day: number
  readonly targetDay: number
  /** The day that gains are counted for: the interview's, or a checkpoint when that is far away. */
  readonly horizonDay: number
  /** From `day` to the day before `horizonDay`. */
  readonly days: readonly PlanDay[]
  readonly dropped: readonly Dropped[]
  /** Expected readiness at the horizon without and with the plan. */
  readonly idle: number
  readonly reached: number
}

/** What another date or other hours would bring: the readiness reached, and its difference. */
export interface Price {
  readonly change: { readonly days: number; readonly minutesADay: number }
  readonly reached: number
  readonly difference: number
}
