import { chanceOf } from './chance.ts'
import { type Course, drawCourse } from './course.ts'
import { drawLearner, type Learner, MINUTES, type Result } from './learner.ts'
import type { Policy, PolicyMaker, Syllabus } from './policy.ts'
import type { World } from './world.ts'

/** Practice begins in the afternoon; so does the interview. */
const HOUR = 0.6
const MINUTES_A_DAY = 24 * 60
/** A rest of minutes too short for anything is kept for the next day, so that no policy gains by the length of its items. */
const MOST_KEPT = MINUTES.exercise

export interface Campaign {
  /** Share of the interview's questions solved at the date, in expectation. */
  readonly score: number
  readonly before: number
  readonly minutes: number
  readonly results: readonly Result[]
  readonly policy: Policy
  readonly learner: Learner
}

/** One learner under one policy until the date. The same seed is the same learner, course and missed days under every policy. */
export function runCampaign(world: World, maker: PolicyMaker, seed: number): Campaign {
  const course = drawCourse(world, seed)
  const learner = drawLearner(world, course, seed)
  const missed = chanceOf(seed, 'missed days')
  const policy = maker.make(syllabusOf(world, course, learner), chanceOf(seed, maker.name))
  const results: Result[] = []
  const before = learner.score(HOUR)
  let kept = 0
  let minutes = 0
  for (let day = 0; day < world.days; day++) {
    if (missed.uniform() < world.skip) continue
    let left = world.minutes + kept
    const whole = left
    policy.begin(day, left)
    while (left >= MINUTES.drill) {
      const practice = policy.next(left)
      if (practice === undefined) break
      const result = learner.practise(practice, day + HOUR + (whole - left) / MINUTES_A_DAY)
      results.push(result)
      left -= result.minutes
      minutes += result.minutes
      policy.observe(result)
    }
    kept = Math.min(left, MOST_KEPT)
  }
  return { score: learner.score(world.days + HOUR), before, minutes, results, policy, learner }
}

function syllabusOf(world: World, course: Course, { ratings }: Learner): Syllabus {
  return {
    days: world.days,
    minutes: world.minutes,
    topics: course.topics,
    ratings,
    subjects: course.subjects.map(({ id, topic, weight, confusable, prerequisite, stories }) => ({
      id,
      topic,
      weight,
      confusable,
      prerequisite,
      stories: stories.length,
    })),
  }
}
