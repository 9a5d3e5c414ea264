import type { DayEntry, DayEvent } from '../domain/event.ts'
import type { Purpose } from '../domain/evidence.ts'
import type { Task } from '../domain/task.ts'
import { UserError } from '../domain/user-error.ts'
import { formatDay, weekday } from '../planning/calendar.ts'
import { reasonFor, sayReason } from '../planning/reason.ts'
import { queueFor } from '../planning/today.ts'
import { nextOfDiagnostic } from './diagnostic.ts'
import { findItem } from './find.ts'
import type { Gym } from './gym.ts'
import type { Mind } from './mind.ts'
import { doneToday, planEntry, type Planned, planOf, todaysList } from './plan.ts'

/** What there is to do today. */
export interface Today {
  readonly planned: Planned
  /** Minutes that the target gives this day. */
  readonly capacity: number
  /** The list as it was begun, or as it would be. */
  readonly entries: readonly DayEntry[]
  readonly begun: boolean
  /** Items that something graded happened to today. */
  readonly done: ReadonlySet<string>
}

/** Taken where a target gives a day none and the learner wants to work anyway, or where there is no target. */
const USUAL_MINUTES = 30

/** Today's list: once begun it stands; before, it is what `minutes` (the target's when undefined) have room for. */
export function todayOf(gym: Gym, mind: Mind, minutes?: number): Today {
  const planned = planOf(gym, mind)
  const list = listOf(gym, mind)
  const capacity = capacityOf(planned, mind.today)
  const entries = list ?? entriesFor(gym, mind, planned, minutes ?? (capacity || USUAL_MINUTES))
  return { planned, capacity, entries, begun: list !== undefined, done: doneToday(mind) }
}

/**
 * Fixes today's list for the minutes there are, those that `todayOf` takes when undefined. Begun before, it grows by what these minutes have room for when `more` is asked for; else it
 * stands, so that a second tab that has not seen it begin adds nothing. Throws UserError without a plan.
 */
export async function beginToday(gym: Gym, learner: string, minutes: number | undefined, more: boolean): Promise<void> {
  const mind = await gym.mind(learner)
  const planned = planOf(gym, mind)
  if (planned.plan === undefined) {
    throw planned.problem ?? new UserError('There is no target yet.', { where: 'today', fix: 'Set one: today’s list follows from it.' })
  }
  const list = todaysList(mind)
  if (list !== undefined && !more) return
  const before = list ?? []
  const room = minutes ?? (capacityOf(planned, mind.today) || USUAL_MINUTES)
  const entries = [...before, ...entriesFor(gym, mind, planned, room, new Set(before.map(({ item }) => item)))]
  await gym.store.append<DayEvent>({
    type: 'day',
    learner,
    at: new Date(gym.now()).toISOString(),
    zone: gym.zone(),
    day: formatDay(mind.today),
    entries,
  })
}

/** What to do next: what the open diagnostic asks for, else what is left of today's list; undefined when there is nothing. */
export async function nextItem(gym: Gym, learner: string): Promise<string | undefined> {
  const mind = await gym.mind(learner)
  const done = doneToday(mind)
  return nextOfDiagnostic(gym, mind) ?? listOf(gym, mind)?.find(({ item }) => !done.has(item))?.item
}

/** Today's list as it was begun, less items that are gone since. */
function listOf(gym: Gym, mind: Mind): readonly DayEntry[] | undefined {
  return todaysList(mind)?.filter(({ item }) => !(findItem(gym, item) instanceof UserError))
}

function entriesFor(gym: Gym, mind: Mind, { plan }: Planned, minutes: number, taken: ReadonlySet<string> = new Set()): readonly DayEntry[] {
  if (plan === undefined) return []
  const avoid = new Set([...doneToday(mind), ...taken])
  const { tasks } = queueFor({ day: mind.today, minutes, plan, curriculum: gym.curriculum(), memory: mind.memory, avoid })
  return tasks.flatMap((task) => dayEntry(task))
}

/** A pattern that there is nothing to do for cannot be shown to be known: it is read in its guide, not on a list. */
function dayEntry({ entry, item }: Task): DayEntry[] {
  if (item === undefined) return []
  const { pattern, activity, novelty, minutes, gain } = entry
  return [{ item: item.id, pattern, activity, novelty, purpose: purposeFor(entry), minutes, gain }]
}

function purposeFor({ activity, probe }: Task['entry']): Purpose {
  if (activity === 'lesson') return 'lesson'
  return probe ? 'probe' : 'review'
}

function capacityOf({ target }: Planned, today: number): number {
  if (target === undefined || target.daysOff.includes(formatDay(today))) return 0
  return target.minutes[weekday(today)] ?? 0
}

/** Why an entry stands on today's list, in a sentence. */
export function whyOf(gym: Gym, { memory, today }: Mind, entry: DayEntry): string {
  const known = memory.patterns.get(entry.pattern)
  return sayReason(reasonFor(planEntry(entry), known, today), (story) => gym.library.items.get(story)?.title)
}
