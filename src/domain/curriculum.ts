import type { Form } from './item.ts'
import type { Activity } from './plan.ts'

/** Something to do for a pattern. */
export interface CurriculumItem {
  /** Slug, or the id of a derived item. */
  readonly id: string
  /** The story: slug of the item it was told in first. */
  readonly context: string
  readonly form: Form
  /** What it counts as in a plan. */
  readonly activity: Exclude<Activity, 'lesson'>
  readonly minutes: number
}

/** One pattern as plans see it: its place, and what there is to practise it with. */
export interface CurriculumPattern {
  readonly id: string
  readonly topic: string
  readonly title: string
  /** Ids of the patterns that are easily mistaken for it. */
  readonly confusable: readonly string[]
  readonly items: readonly CurriculumItem[]
}

/** All patterns, topic by topic in learning order. */
export type Curriculum = readonly CurriculumPattern[]
