import type { Novelty } from '../domain/evidence.ts'
import type { Memory } from '../domain/memory.ts'
import type { Activity } from '../domain/plan.ts'
import { advance, numbersOf } from '../memory/forecast.ts'
import { copyInto, copyTrace, solveChance, type Trace } from '../memory/recall.ts'
import type { Traits } from '../memory/traits.ts'
import type { Schedule, Slot } from './schedule.ts'
import { noveltyLeft, type Supply } from './supply.ts'

/** What one pattern is expected to become, for one learner. */
export interface Prospect {
  readonly pattern: string
  readonly known: boolean
  readonly start: Trace
  readonly traits: Traits
  readonly supply: Supply
  /** How new the contexts of its reviews shall be while there are such. */
  readonly wish: Novelty
  readonly today: number
  readonly horizonDay: number
}

/** One meeting as foreseen. */
export interface Foretold {
  readonly novelty: Novelty
  /** Chance at the horizon to solve a question on the pattern, were this meeting the last. */
  readonly chance: number
}

const ALL_NEW: Readonly<Record<Novelty, number>> = { same: 0, near: 0, far: 0 }

export function openProspect(
  memory: Memory,
  pattern: string,
  supply: Supply,
  { today, horizonDay }: Pick<Prospect, 'today' | 'horizonDay'>,
): Prospect {
  const { trace, traits } = numbersOf(memory, pattern)
  return { today, horizonDay, pattern, known: memory.patterns.has(pattern), start: trace, traits, supply, wish: 'far' }
}

/** Whether it was met today already: once more would be practice, not a review. */
export function isMetToday({ known, start, today }: Prospect): boolean {
  return known && (start.recognise.day === today || start.execute.day === today)
}

/** Chance at the horizon without any meeting. */
export function idleChance({ start, traits, horizonDay }: Prospect): number {
  return solveChance(start, traits, horizonDay)
}

/** Chance at the horizon after a schedule. */
export function chanceAfter(prospect: Prospect, schedule: Schedule): number {
  const { start, traits, today, horizonDay } = prospect
  const trace = copyTrace(start)
  const done = { ...ALL_NEW }
  for (const { index, activity } of schedule) advance(trace, traits, activity, nextNovelty(prospect, activity, done), today + index)
  return solveChance(trace, traits, horizonDay)
}

/**
 * Chance at the horizon after each of many schedules: the inner loop of planning. What a schedule begins with like the one
 * before it in `sequence` is not worked out again.
 */
export function chancesAfter(prospect: Prospect, { schedules, sequence, shared }: Family): Float64Array {
  const chances = new Float64Array(schedules.length)
  const { today, traits, horizonDay } = prospect
  const traces = [copyTrace(prospect.start)]
  const done: Record<Novelty, number>[] = [{ ...ALL_NEW }]
  for (let at = 0; at < sequence.length; at++) {
    const place = sequence[at] as number
    const schedule = schedules[place] as Schedule
    for (let depth = shared[at] as number; depth < schedule.length; depth++) {
      const { index, activity } = schedule[depth] as Slot
      const trace = (traces[depth + 1] ??= copyTrace(prospect.start))
      const before = done[depth] as Record<Novelty, number>
      const after = (done[depth + 1] ??= { ...ALL_NEW })
      after.same = before.same
      after.near = before.near
      after.far = before.far
      copyInto(trace, traces[depth] as Trace)
      advance(trace, traits, activity, nextNovelty(prospect, activity, after), today + index)
    }
    chances[place] = solveChance(traces[schedule.length] as Trace, traits, horizonDay)
  }
  return chances
}

/** Schedules in an order in which neighbours begin alike. */
export interface Family {
  readonly schedules: readonly Schedule[]
  readonly sequence: Int32Array
  /** With how many of its meetings the schedule at this place of the sequence begins like the one before. */
  readonly shared: Int32Array
}

export function familyOf(schedules: readonly Schedule[]): Family {
  const sequence = Int32Array.from(schedules.keys()).sort((a, b) => compare(schedules[a] as Schedule, schedules[b] as Schedule))
  const shared = sequence.map((place, at) =>
    at === 0 ? 0 : alike(schedules[sequence[at - 1] as number] as Schedule, schedules[place] as Schedule),
  )
  return { schedules, sequence, shared }
}

function alike(a: Schedule, b: Schedule): number {
  let depth = 0
  while (depth < a.length && depth < b.length && a[depth]?.index === b[depth]?.index && a[depth]?.activity === b[depth]?.activity) depth++
  return depth
}

function compare(a: Schedule, b: Schedule): number {
  const depth = alike(a, b)
  const [left, right] = [a[depth], b[depth]]
  if (!left || !right) return a.length - b.length
  return left.index - right.index || (left.activity < right.activity ? -1 : 1)
}

/** Each meeting of a schedule in turn. */
export function foretell(prospect: Prospect, schedule: Schedule): readonly Foretold[] {
  const trace = copyTrace(prospect.start)
  const done = { ...ALL_NEW }
  return schedule.map(({ index, activity }) => {
    const novelty = nextNovelty(prospect, activity, done)
    advance(trace, prospect.traits, activity, novelty, prospect.today + index)
    return { novelty, chance: solveChance(trace, prospect.traits, prospect.horizonDay) }
  })
}

function nextNovelty({ wish, supply }: Prospect, activity: Activity, done: Record<Novelty, number>): Novelty {
  // A lesson is a first story; drills take any story, so they ask for the pattern in a new one.
  if (activity === 'lesson' || activity === 'drill') return 'far'
  const novelty = noveltyLeft(wish, supply, done)
  done[novelty]++
  return novelty
}
