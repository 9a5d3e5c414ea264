import { drawCourse } from './course.ts'
import { drawLearner, type Practice } from './learner.ts'
import type { World } from './world.ts'

/** Learners behind each figure. */
const LEARNERS = 40
const SUBJECT = 7
const TESTED_AFTER_DAYS = 14

/** How one pattern's practice is laid out: on which days, in which stories. */
export interface Layout {
  readonly days: readonly number[]
  readonly varied: boolean
}

/** Four weeks of theory in one number: a lesson, then exercises on these days; what is solved 14 days after the last. */
export function afterPractice(world: World, layout: Layout, firstSeed: number): { readonly fresh: number; readonly same: number } {
  let fresh = 0
  let same = 0
  for (let n = 0; n < LEARNERS; n++) {
    const course = drawCourse(world, firstSeed + n)
    const learner = drawLearner(world, course, firstSeed + n)
    const practice = (kind: Practice['kind'], meeting: number): Practice => ({
      kind,
      subject: SUBJECT,
      story: kind === 'lesson' ? 0 : layout.varied ? meeting : 1,
      variant: 0,
    })
    learner.practise(practice('lesson', 0), 0)
    layout.days.forEach((day, meeting) => {
      // Something else in between, or the exercise would be labelled by the lesson before it.
      learner.practise({ kind: 'exercise', subject: SUBJECT + 30, story: 0, variant: meeting }, day + 0.02 * meeting + 0.01)
      learner.practise(practice('exercise', meeting + 1), day + 0.02 * meeting + 0.02)
    })
    const at = Math.max(...layout.days) + TESTED_AFTER_DAYS
    fresh += learner.solvesQuestions(SUBJECT, at) / LEARNERS
    same += learner.solves(SUBJECT, 1, 0, at) / LEARNERS
  }
  return { fresh, same }
}
