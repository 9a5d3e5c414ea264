import { NOVELTIES, type Novelty } from '../domain/evidence.ts'

/** One review in this many is a probe: it is there to measure, in a context that would not have been chosen. */
const PROBE_EVERY = 10

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
  const others = chosen === 'far' ? NOVELTIES : NOVELTIES.toReversed()
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
