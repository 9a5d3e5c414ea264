import type { CurriculumItem, CurriculumPattern } from '../domain/curriculum.ts'
import type { PatternMemory } from '../domain/memory.ts'
import type { Novelty } from '../domain/evidence.ts'
import type { Form } from '../domain/item.ts'
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
  /** Drills not answered yet, or so long ago that the answer is forgotten. */
  readonly drillsLeft: number
  /** A question to explain besides exercises. */
  readonly hasQuestion: boolean
  /** Stories of `work` that the learner never met with this pattern, and items never met in stories that they did. */
  readonly farLeft: number
  readonly nearLeft: number
  /** Items met that may be done again, and the minutes to do one again. */
  readonly sameLeft: number
  readonly sameMinutes: number
}

/** An answer once found is remembered: what is predicted, mended or recognised shows nothing a second time. What is written, explained or drawn can be done again, and numbers are drawn anew. */
const REPEATABLE: ReadonlySet<Form> = new Set(['write', 'explain', 'estimate', 'design'])
/** After so many days the answer to a drill is forgotten. Judgement. */
const FORGOTTEN_DAYS = 21

export function isRepeatable({ form }: Pick<CurriculumItem, 'form'>): boolean {
  return REPEATABLE.has(form)
}

export function supplyOf(pattern: CurriculumPattern, memory: PatternMemory | undefined, day: number): Supply {
  const of = (activity: Activity) => pattern.items.filter((item) => item.activity === activity)
  const work = of('exercise').length > 0 ? 'exercise' : of('question').length > 0 ? 'question' : undefined
  const items = work === undefined ? [] : of(work)
  const met = memory?.contexts
  const isMet = ({ id, context }: CurriculumItem) => met?.get(context)?.items.includes(id) ?? false
  const isForgotten = ({ context }: CurriculumItem) => day - (met?.get(context)?.day ?? day) >= FORGOTTEN_DAYS
  const farLeft = new Set(items.filter(({ context }) => !met?.has(context)).map(({ context }) => context)).size
  const repeatable = items.filter(isRepeatable)
  return {
    work,
    minutes: {
      lesson: minutesWith(lessonItems(pattern)[0], 'lesson', 'far'),
      exercise: usualMinutes(of('exercise'), 'exercise'),
      drill: usualMinutes(of('drill'), 'drill'),
      question: usualMinutes(of('question'), 'question'),
    },
    drillsLeft: of('drill').filter((item) => !isMet(item) || isForgotten(item)).length,
    hasQuestion: work === 'exercise' && of('question').length > 0,
    farLeft,
    nearLeft: items.filter((item) => !isMet(item)).length - farLeft,
    sameLeft: repeatable.filter(isMet).length,
    sameMinutes: toHalf(usualMinutes(repeatable, work ?? 'exercise') * SAME_SHARE),
  }
}

/**
 * How new the context of the next meeting can be: as wished while there are such items, otherwise the next best. `done` were planned before;
 * nothing can be done again before it was done.
 */
export function noveltyLeft(
  wish: Novelty,
  { farLeft, nearLeft, sameLeft, sameMinutes }: Pick<Supply, 'farLeft' | 'nearLeft' | 'sameLeft' | 'sameMinutes'>,
  done: Readonly<Record<Novelty, number>>,
): Novelty {
  const [far, near] = [done.far < farLeft, done.near < nearLeft]
  if (wish === 'same' && sameMinutes > 0 && sameLeft + done.far + done.near > 0) return 'same'
  if (wish === 'far' && far) return 'far'
  if (near) return 'near'
  return far ? 'far' : 'same'
}

/** What a lesson ends with: the shortest exercises, or questions where there are none. A design takes more time than a lesson has, unless there is nothing else. */
export function lessonItems({ items }: CurriculumPattern): readonly CurriculumItem[] {
  const exercises = items.filter(({ activity }) => activity === 'exercise')
  const short = exercises.filter(({ form }) => form !== 'design')
  const questions = items.filter(({ activity }) => activity === 'question')
  const possible = [short, questions, exercises].find(({ length }) => length > 0) ?? []
  const least = Math.min(...possible.map(({ minutes }) => minutes))
  return possible.filter(({ minutes }) => minutes === least)
}

/** Minutes of an item when it is met as an activity in a context this new. */
export function minutesWith(item: CurriculumItem | undefined, activity: Activity, novelty: Novelty): number {
  if (activity === 'lesson') return READING_MINUTES + (item?.minutes ?? 0)
  if (!item) return USUAL_MINUTES[activity]
  return novelty === 'same' && activity !== 'drill' ? toHalf(item.minutes * SAME_SHARE) : item.minutes
}

/** Forms take turns, so the mean of each form's own mean, to the half minute; 0 where there are no items but ought to be. */
function usualMinutes(items: readonly CurriculumItem[], activity: Exclude<Activity, 'lesson'>): number {
  if (items.length === 0) return activity === 'drill' || activity === 'question' ? USUAL_MINUTES[activity] : 0
  const forms = [...new Set(items.map(({ form }) => form))]
  return Math.max(0.5, toHalf(mean(forms.map((form) => mean(items.filter((item) => item.form === form).map(({ minutes }) => minutes))))))
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}

function toHalf(minutes: number): number {
  return Math.round(2 * minutes) / 2
}
