import { type Candidates, minutesOf } from './candidates.ts'
import { chanceAfter, isMetToday } from './prospect.ts'
import type { Activity } from '../domain/plan.ts'
import type { Schedule, Slot } from './schedule.ts'
import type { Supply } from './supply.ts'

/** At most this share of a day's minutes goes to drills that fill it up. */
const DRILL_SHARE = 0.3
/** For each meeting that there is room for, so many patterns are looked at: those that miss most. */
const LOOKED_AT = 3
const LEAST_LOOKED_AT = 8
const LEAST_DENSITY = 1e-6

/** A pattern with the schedule that it has so far. */
export interface Planned {
  readonly candidates: Candidates
  schedule: Schedule
  chance: number
}

/** Puts a question to explain where minutes were kept for one; returns the minutes that nothing was found for. */
export function fillQuestion(planned: readonly Planned[], index: number, minutes: number): number {
  const [best] = extras(planned, index, ({ hasQuestion }) => (hasQuestion ? 'question' : undefined), minutes)
  if (!best) return minutes
  take(best)
  return minutes - best.minutes
}

/** Puts exercises where whole ones still fit; returns the minutes still left. */
export function fillWork(planned: readonly Planned[], index: number, left: number): number {
  return takeAll(
    extras(planned, index, ({ work }) => work, left),
    left,
  )
}

/** Fills what is left of a day with drills; returns the minutes still left. */
export function fillDrills(planned: readonly Planned[], index: number, left: number, capacity: number): number {
  const room = Math.min(left, capacity * DRILL_SHARE)
  const drills = extras(
    planned,
    index,
    ({ drillsLeft }, schedule) => (schedule.filter((slot) => slot.activity === 'drill').length < drillsLeft ? 'drill' : undefined),
    room,
  )
  return left - room + takeAll(drills, room)
}

/** A pattern is met at most once on a day, so nothing taken changes what the others are worth. */
function takeAll(all: readonly Extra[], room: number): number {
  let left = room
  for (const extra of all) {
    if (extra.minutes > left) continue
    take(extra)
    left -= extra.minutes
  }
  return left
}

interface Extra {
  readonly planned: Planned
  readonly schedule: Schedule
  readonly chance: number
  readonly minutes: number
  /** Readiness gained a minute. */
  readonly density: number
}

function take({ planned, schedule, chance }: Extra): void {
  planned.schedule = schedule
  planned.chance = chance
}

/** One more meeting on this day for each pattern met before it and not met on it, what gains most a minute first. */
function extras(
  all: readonly Planned[],
  index: number,
  activityOf: (supply: Supply, schedule: Schedule) => Activity | undefined,
  room: number,
): readonly Extra[] {
  const possible = all.flatMap((planned) => {
    const { prospect, weight } = planned.candidates
    const activity = activityOf(prospect.supply, planned.schedule)
    const before = prospect.known || (planned.schedule[0]?.index ?? index) < index
    if (activity === undefined || !before || (index === 0 && isMetToday(prospect))) return []
    const minutes = minutesOf(prospect, activity)
    if (minutes > room || planned.schedule.some((slot) => slot.index === index)) return []
    return [{ planned, activity, minutes, missing: (weight * (1 - planned.chance)) / minutes }]
  })
  const shortest = possible.reduce((least, { minutes }) => Math.min(least, minutes), room)
  return possible
    .sort((a, b) => b.missing - a.missing)
    .slice(0, Math.max(LEAST_LOOKED_AT, Math.ceil((LOOKED_AT * room) / shortest)))
    .map(({ planned, activity, minutes }) => {
      const { prospect, weight } = planned.candidates
      const schedule = insert(planned.schedule, { index, activity })
      const chance = chanceAfter(prospect, schedule)
      return { planned, schedule, chance, minutes, density: (weight * (chance - planned.chance)) / minutes }
    })
    .filter(({ density }) => density > LEAST_DENSITY)
    .sort((a, b) => b.density - a.density)
}

function insert(schedule: Schedule, slot: Slot): Schedule {
  const at = schedule.findIndex(({ index }) => index > slot.index)
  return at < 0 ? [...schedule, slot] : [...schedule.slice(0, at), slot, ...schedule.slice(at)]
}
