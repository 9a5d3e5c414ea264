import { minutesOf } from './candidates.ts'
import type { Planned } from './fill.ts'
import { chanceAfter } from './prospect.ts'

/** So much of two patterns' gain may be lost to bring them into the order of learning. */
const LOSS = 0.05

/**
 * Within a topic, lets what comes first in the order of learning start first: two patterns never met swap their schedules, which use the
 * same minutes on the same days, unless that costs more than a little. So the order is soft.
 */
export function startInOrder(planned: readonly Planned[], topics: readonly string[]): void {
  const groups = new Map<string, Planned[]>()
  planned.forEach((each, at) => {
    const { prospect } = each.candidates
    if (prospect.known) return
    const { work, drillsLeft } = prospect.supply
    const minutes = [minutesOf(prospect, 'lesson'), work && minutesOf(prospect, work), minutesOf(prospect, 'drill')]
    const alike = [topics[at], work, Math.min(drillsLeft, 2), ...minutes].join()
    const group = groups.get(alike)
    if (group) group.push(each)
    else groups.set(alike, [each])
  })
  for (const group of groups.values()) {
    for (let later = 1; later < group.length; later++) {
      for (let at = later; at > 0; at--) swap(group[at - 1] as Planned, group[at] as Planned)
    }
  }
}

function swap(first: Planned, second: Planned): void {
  if (startOf(first) <= startOf(second)) return
  const [mine, theirs] = [chanceAfter(first.candidates.prospect, second.schedule), chanceAfter(second.candidates.prospect, first.schedule)]
  const before = gainOf(first, first.chance) + gainOf(second, second.chance)
  if (gainOf(first, mine) + gainOf(second, theirs) < before * (1 - LOSS)) return
  const schedule = first.schedule
  first.schedule = second.schedule
  second.schedule = schedule
  first.chance = mine
  second.chance = theirs
}

/** A pattern that is not planned starts after all others. */
function startOf({ schedule }: Planned): number {
  return schedule[0]?.index ?? Number.POSITIVE_INFINITY
}

function gainOf({ candidates: { weight, idle } }: Planned, chance: number): number {
  return weight * (chance - idle)
}
