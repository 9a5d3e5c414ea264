import type { Chance } from './chance.ts'
import type { Practice, Result } from './learner.ts'

/** What a policy may know of a course: the names, what belongs together, what matters; never what is true of it. */
export interface Syllabus {
  readonly days: number
  readonly minutes: number
  readonly topics: readonly string[]
  /** What the learner says of themselves by topic, 0 (never done) to 4 (could teach it). */
  readonly ratings: readonly number[]
  readonly subjects: readonly {
    readonly id: string
    readonly topic: number
    readonly weight: number
    readonly confusable: readonly number[]
    readonly prerequisite: number | undefined
    readonly stories: number
  }[]
}

/** Decides what one learner practises. Every policy gets the same minutes; what it leaves is lost to it. */
export interface Policy {
  /** A day with practice begins; `minutes` are there. */
  begin(day: number, minutes: number): void
  /** What to do now, or undefined when nothing fits. */
  next(minutesLeft: number): Practice | undefined
  observe(result: Result): void
}

export interface PolicyMaker {
  readonly name: string
  make(syllabus: Syllabus, chance: Chance): Policy
}
