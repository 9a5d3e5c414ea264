import type { Rating } from '../domain/evidence.ts'
import { lapsedStability, nextDifficulty, nextStability, retrievability, startDifficulty, startStability } from './fsrs.ts'
import type { FacetTrace } from './recall.ts'
import { MODEL } from './traits.ts'

/** What an outcome will say about a facet. */
export interface Signs {
  /** Chance that it was known before Onsite, and how often it then passes. */
  readonly known: number
  readonly knownPasses: number
  /** How often what was learnt here passes. */
  readonly trainedPasses: number
  /** Chance that what was learnt here comes back. */
  readonly retrieved: number
  /** Chance to pass once it came back: a new context and the other facet stand in between. */
  readonly carried: number
  /** Chance to pass although it did not: luck, or the very item remembered. */
  readonly guessed: number
}

/** Posterior chance that it was known before Onsite. */
export function knownAfter({ known, knownPasses, trainedPasses }: Signs, passed: boolean): number {
  return posterior(known, knownPasses, trainedPasses, passed)
}

/** Posterior chance that what was learnt here came back. To fail in a new context is not to have forgotten. */
export function retrievedAfter({ retrieved, carried, guessed }: Signs, passed: boolean): number {
  return posterior(retrieved, carried, guessed, passed)
}

function posterior(prior: number, ifSo: number, ifNot: number, passed: boolean): number {
  const so = prior * (passed ? ifSo : 1 - ifSo)
  const not = (1 - prior) * (passed ? ifNot : 1 - ifNot)
  return so + not > 0 ? so / (so + not) : prior
}

/**
 * Moves a facet by one graded meeting, in place: between what FSRS makes of a recall and of a lapse, by `came`, the chance that it was one.
 * `rating` is that of a recall; `strength` is the share of the gain that this kind of meeting brings.
 */
export function meet(trace: FacetTrace, day: number, came: number, rating: 2 | 3 | 4, strength: number): void {
  const recall = retrievability(Math.max(0, day - trace.day), trace.stability)
  const grown = Math.log(nextStability(trace.stability, trace.difficulty, recall, rating))
  const lapsed = Math.log(lapsedStability(trace.stability, trace.difficulty, recall))
  const before = Math.log(trace.stability)
  const lapse = (1 - came) * MODEL.lapseShare
  trace.stability = Math.exp(before + came * strength * (grown - before) + lapse * (lapsed - before))
  const harder = nextDifficulty(trace.difficulty, 1) - trace.difficulty
  trace.difficulty += came * (nextDifficulty(trace.difficulty, rating) - trace.difficulty) + lapse * harder
  trace.day = day
  trace.meetings += strength
}

/** Starts a facet as FSRS does. */
export function start(trace: FacetTrace, day: number, rating: Rating, strength: number): void {
  const least = Math.log(startStability(1))
  trace.stability = Math.exp(least + strength * (Math.log(startStability(rating)) - least))
  trace.difficulty = startDifficulty(rating)
  trace.day = day
  trace.meetings += strength
}
