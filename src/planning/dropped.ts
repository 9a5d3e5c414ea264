import type { Dropped } from '../domain/plan.ts'
import { type Candidates, minutesOf } from './candidates.ts'
import type { Planned } from './fill.ts'

/** A pattern that gets this share of what it could gain is not called dropped. */
const ENOUGH = 0.75
/** The shortest candidate that brings this share of the most there is counts as all of it. */
const NEARLY_ALL = 0.95

/** What got much less than it could use: what it would add, and how long that would take. Largest gain first; `longestDay` in minutes. */
export function droppedOf(planned: readonly Planned[], patterns: readonly string[], longestDay: number): readonly Dropped[] {
  return planned
    .flatMap(({ candidates, chance, schedule }, at): Dropped[] => {
      const { weight, idle, prospect } = candidates
      // Where no day is long enough for the lesson, there is nothing to choose from.
      if (weight > 0 && !prospect.known && longestDay > 0 && prospect.supply.minutes.lesson > longestDay) {
        return [{ pattern: patterns[at] ?? '', weight, gain: 0, minutes: prospect.supply.minutes.lesson }]
      }
      const gained = weight * (chance - idle)
      const most = mostOf(candidates)
      if (!(most.gain > 0) || gained >= ENOUGH * most.gain) return []
      const spent = schedule.reduce((sum, { activity }) => sum + minutesOf(prospect, activity), 0)
      return [{ pattern: patterns[at] ?? '', weight, gain: most.gain - gained, minutes: Math.max(0, most.minutes - spent) }]
    })
    .sort((a, b) => b.gain - a.gain)
}

function mostOf({ columns: { gains }, minutes }: Candidates): { readonly gain: number; readonly minutes: number } {
  let gain = 0
  for (const each of gains) gain = Math.max(gain, each)
  let shortest = Number.POSITIVE_INFINITY
  gains.forEach((each, column) => {
    if (each >= NEARLY_ALL * gain) shortest = Math.min(shortest, minutes[column] ?? 0)
  })
  return { gain, minutes: shortest }
}
