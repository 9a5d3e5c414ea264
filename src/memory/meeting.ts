import type { Rating } from '../domain/evidence.ts'
import { lapsedStability, nextDifficulty, nextStability, retrievability, startDifficulty, startStability } from './fsrs.ts'
import type { FacetTrace } from './recall.ts'
import { MODEL } from './traits.ts'

/** What the outcome says about whether the pattern came back at all. */
export interface Signs {
  /** Chance that it comes back, before the outcome. */
  readonly retrieved: number
  /** Chance to pass once it came back: a new context and the other facet stand in between. */
  readonly carried: number
  /** Chance to pass although it did not: luck, or the very item remembered. */
  readonly guessed: number
}

/** Posterior chance that the pattern came back. To fail in a new context is not to have forgotten. */
export function retrievedAfter({ retrieved, carried, guessed }: Signs, passed: boolean): number {
  const came = retrieved * (passed ? carried : 1 - carried)
  const stayed = (1 - retrieved) * (passed ? guessed : 1 - guessed)
  return came + stayed > 0 ? came / (came + stayed) : retrieved
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

/** Starts a facet: between FSRS's start and that of knowledge from before, by `known`, the chance that it was known. */
export function start(trace: FacetTrace, day: number, known: number, rating: Rating, strength: number): void {
  const least = Math.log(startStability(1))
  const learnt = least + strength * (Math.log(startStability(rating)) - least)
  trace.stability = Math.exp((1 - known) * learnt + known * Math.log(MODEL.knownStability))
  trace.difficulty = startDifficulty(rating)
  trace.day = day
  trace.meetings += strength
}
