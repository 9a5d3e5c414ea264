import type { CurriculumItem } from './curriculum.ts'
import type { PlanEntry } from './plan.ts'

/** One thing to do now: an entry of the plan, its item, and why. */
export interface Task {
  readonly entry: PlanEntry
  /** Undefined where a lesson has nothing but its page. */
  readonly item: CurriculumItem | undefined
  readonly reason: Reason
}

/** Why a task is worth its minutes, as data. */
export interface Reason {
  readonly activity: PlanEntry['activity']
  readonly novelty: PlanEntry['novelty']
  readonly probe: boolean
  /** As a share (0.004 is 0.4 points), and the minutes it takes. */
  readonly gain: number
  readonly minutes: number
  /** The story in which the pattern was met last, and how many days ago; undefined for one never met. */
  readonly lastMet: { readonly context: string; readonly days: number } | undefined
  /** How many days ahead of the plan it is taken; 0 for today's own. */
  readonly ahead: number
}
