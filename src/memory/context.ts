import { NOVELTIES, type Novelty } from '../domain/evidence.ts'
import { advance, copyTrace } from './forecast.ts'
import { solveChance, type Trace } from './recall.ts'
import type { Traits } from './traits.ts'

/** What a review costs, by how new its context is; an item met before is quicker. */
export interface ReviewCost {
  readonly minutes: Readonly<Record<Novelty, number>>
  /** On top when it fails. */
  readonly failedMinutes: number
}

/** The reviews to choose from. */
export interface ReviewChoice {
  readonly trace: Trace
  readonly traits: Traits
  readonly day: number
  readonly horizonDay: number
  readonly cost: ReviewCost
  /** Contexts that there are items for. */
  readonly offered: readonly Novelty[]
}

/** One review in this many is a probe: it is there to measure, in a context that would not have been chosen. */
export const PROBE_EVERY = 10

/**
 * How new the next review's context shall be: whatever adds most, per minute, to the chance to solve a question in a context never met at the
 * horizon. It follows what is believed of this learner's gap, of the contexts met already, and of the minutes that each takes.
 */
export function chooseNovelty(choice: ReviewChoice): Novelty {
  let [best, most] = [choice.offered[0] ?? 'far', Number.NEGATIVE_INFINITY]
  for (const novelty of choice.offered) {
    const worth = worthOf(choice, novelty)
    if (worth > most) [best, most] = [novelty, worth]
  }
  return best
}

/** Gain per minute of one review in such a context. */
function worthOf({ trace, traits, day, horizonDay, cost }: ReviewChoice, novelty: Novelty): number {
  const after = copyTrace(trace)
  const passed = advance(after, traits, 'exercise', novelty, day)
  const gain = solveChance(after, traits, horizonDay) - solveChance(trace, traits, horizonDay)
  return gain / (cost.minutes[novelty] + (1 - passed) * cost.failedMinutes)
}

/**
 * The context that a probe takes instead of `chosen`, or undefined when this review is none: the same again where contexts are
 * new as a rule, else a new one. Drawn from seed, pattern and day, so that it comes out the same whenever it is asked.
 */
export function probeInstead(
  chosen: Novelty,
  offered: readonly Novelty[],
  seed: number,
  pattern: string,
  day: number,
): Novelty | undefined {
  if (hash(`${seed} ${pattern} ${day}`) % PROBE_EVERY !== 0) return undefined
  const others = chosen === 'far' ? NOVELTIES : ([...NOVELTIES].reverse() as readonly Novelty[])
  return others.find((novelty) => novelty !== chosen && offered.includes(novelty))
}

/** FNV-1a with the finish of MurmurHash3. */
function hash(text: string): number {
  let bits = 0x811c9dc5
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
