import type { CurriculumItem, CurriculumPattern } from '../domain/curriculum.ts'
import type { PatternMemory } from '../domain/memory.ts'
import type { Novelty } from '../domain/evidence.ts'
import type { Activity } from '../domain/plan.ts'

/** Minutes of each activity where its items do not say: as measured nowhere yet, a judgement. */
export const USUAL_MINUTES = { lesson: 10, exercise: 12, drill: 1.5, question: 6 } as const satisfies Record<Activity, number>
/** To read a pattern's page; a lesson then ends with something to do. */
export const READING_MINUTES = 4
/** To do the very same item again takes two thirds of the time (8 against 12 minutes in the simulation). */
export const SAME_SHARE = 2 / 3

/** What one pattern can be practised with, for one learner. */
export interface Supply {
  /** What it is carried out with: exercises, or questions where there are none; undefined where there is neither. */
  readonly work: 'exercise' | 'question' | undefined
  readonly minutes: Readonly<Record<Activity, number>>
  readonly hasDrill: boolean
  /** A question to explain besides exercises. */
  readonly hasQuestion: boolean
  /** Stories of `work` that the learner never met with this pattern, and items never met in stories that they did. */
  readonly farLeft: number
  readonly nearLeft: number
}

export function supplyOf(pattern: CurriculumPattern, memory: PatternMemory | undefined): Supply {
  const has = (activity: Activity) => pattern.items.some((item) => item.activity === activity)
  const work = has('exercise') ? 'exercise' : has('question') ? 'question' : undefined
  const items = pattern.items.filter(({ activity }) => activity === work)
  const met = memory?.contexts
  const isMet = ({ id, context }: { readonly id: string; readonly context: string }) => met?.get(context)?.items.includes(id) ?? false
  const farLeft = new Set(items.filter(({ context }) => !met?.has(context)).map(({ context }) => context)).size
  return {
    work,
    minutes: {
      lesson: lessonMinutes(pattern),
      exercise: usual(pattern, 'exercise'),
      drill: usual(pattern, 'drill'),
      question: usual(pattern, 'question'),
    },
    hasDrill: has('drill'),
    hasQuestion: work === 'exercise' && has('question'),
    farLeft,
    nearLeft: items.filter((item) => !isMet(item)).length - farLeft,
  }
}

/** How new the context of the next meetings can be: as wished while there are such items, otherwise the next best; `done` were planned before. */
export function noveltyLeft(
  wish: Novelty,
  { farLeft, nearLeft }: Pick<Supply, 'farLeft' | 'nearLeft'>,
  done: Readonly<Record<Novelty, number>>,
): Novelty {
  if (wish === 'far' && done.far < farLeft) return 'far'
  if (wish !== 'same' && done.near < nearLeft) return 'near'
  return 'same'
}

/** What a lesson ends with: the shortest exercises, or questions where there are none. */
export function lessonItems({ items }: CurriculumPattern): readonly CurriculumItem[] {
  const exercises = items.filter(({ activity }) => activity === 'exercise')
  const possible = exercises.length > 0 ? exercises : items.filter(({ activity }) => activity === 'question')
  const least = Math.min(...possible.map(({ minutes }) => minutes))
  return possible.filter(({ minutes }) => minutes === least)
}

/** Minutes of an item when it is met as an activity in a context this new. */
export function minutesWith(item: CurriculumItem | undefined, activity: Activity, novelty: Novelty): number {
  if (activity === 'lesson') return READING_MINUTES + (item?.minutes ?? 0)
  if (!item) return USUAL_MINUTES[activity]
  return novelty === 'same' && activity !== 'drill' ? Math.round(2 * item.minutes * SAME_SHARE) / 2 : item.minutes
}

function lessonMinutes(pattern: CurriculumPattern): number {
  return minutesWith(lessonItems(pattern)[0], 'lesson', 'far')
}

/** Mean of the items' minutes, to the half minute. */
function usual(pattern: CurriculumPattern, activity: Exclude<Activity, 'lesson'>): number {
  const minutes = pattern.items.filter((item) => item.activity === activity).map((item) => item.minutes)
  if (minutes.length === 0) return USUAL_MINUTES[activity]
  return Math.max(0.5, Math.round((2 * minutes.reduce((a, b) => a + b, 0)) / minutes.length) / 2)
}
