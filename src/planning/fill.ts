import { type Candidates, minutesOf } from './candidates.ts'
import { chanceAfter } from './prospect.ts'
import type { Schedule, Slot } from './schedule.ts'

/** At most this share of a day's minutes goes to drills that fill it up. */
const DRILL_SHARE = 0.3
/** So many patterns are looked at for each day: those with most to gain. */
const LOOKED_AT = 40
const LEAST_DENSITY = 1e-6

/** A pattern with the schedule that it has so far. */
export interface Planned {
  readonly candidates: Candidates
  schedule: Schedule
  chance: number
}

/** Puts a question to explain where minutes were kept for one; returns the minutes that nothing was found for. */
export function fillQuestion(planned: readonly Planned[], index: number, minutes: number): number {
  const [best] = extras(planned, index, 'question', minutes)
  if (!best) return minutes
  take(best)
  return minutes - best.minutes
}

/** Fills what is left of a day with drills; returns the minutes still left. */
export function fillDrills(planned: readonly Planned[], index: number, left: number, capacity: number): number {
  let room = Math.min(left, capacity * DRILL_SHARE)
  let unused = left
  // A pattern is drilled at most once on a day, so no drill changes what another is worth.
  for (const extra of extras(planned, index, 'drill', room)) {
    if (extra.minutes > room) continue
    take(extra)
    room -= extra.minutes
    unused -= extra.minutes
  }
  return unused
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
function extras(all: readonly Planned[], index: number, activity: 'drill' | 'question', room: number): readonly Extra[] {
  return all
    .filter(({ candidates: { prospect }, schedule }) => {
      const has = activity === 'drill' ? prospect.supply.hasDrill : prospect.supply.hasQuestion
      const before = prospect.known || (schedule[0]?.index ?? index) < index
      return has && before && minutesOf(prospect, activity) <= room && schedule.every((slot) => slot.index !== index)
    })
    .map((planned) => ({ planned, missing: planned.candidates.weight * (1 - planned.chance) }))
    .sort((a, b) => b.missing - a.missing)
    .slice(0, LOOKED_AT)
    .map(({ planned }) => {
      const { prospect, weight } = planned.candidates
      const schedule = insert(planned.schedule, { index, activity })
      const chance = chanceAfter(prospect, schedule)
      const minutes = minutesOf(prospect, activity)
      return { planned, schedule, chance, minutes, density: (weight * (chance - planned.chance)) / minutes }
    })
    .filter(({ density }) => density > LEAST_DENSITY)
    .sort((a, b) => b.density - a.density)
}

function insert(schedule: Schedule, slot: Slot): Schedule {
  const at = schedule.findIndex(({ index }) => index > slot.index)
  return at < 0 ? [...schedule, slot] : [...schedule.slice(0, at), slot, ...schedule.slice(at)]
}
