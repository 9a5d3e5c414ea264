import type { Novelty } from '../domain/evidence.ts'
import { retrievability } from './fsrs.ts'
import { type FacetTraits, MODEL, type Traits } from './traits.ts'

/** One facet of one pattern as plain numbers that may be changed in place: the inner loop of planning. */
export interface FacetTrace {
  /** Days until recall falls to 90 %; 0 for a facet never met. */
  stability: number
  difficulty: number
  day: number
  /** Chance that it was known before Onsite. */
  known: number
  /** m: meetings, a drill counting as a part of one. */
  meetings: number
}

/** One pattern as plain numbers. */
export interface Trace {
  readonly recognise: FacetTrace
  readonly execute: FacetTrace
  coverage: number
}

export function copyTrace(from: Trace): Trace {
  return { recognise: { ...from.recognise }, execute: { ...from.execute }, coverage: from.coverage }
}

/** Copies without making anything: for the inner loop of planning. */
export function copyInto(to: Trace, from: Trace): void {
  copyFacet(to.recognise, from.recognise)
  copyFacet(to.execute, from.execute)
  to.coverage = from.coverage
}

function copyFacet(to: FacetTrace, from: FacetTrace): void {
  to.stability = from.stability
  to.difficulty = from.difficulty
  to.day = from.day
  to.known = from.known
  to.meetings = from.meetings
}

export function openFacet(): FacetTrace {
  return { stability: 0, difficulty: 0, day: 0, known: 0, meetings: 0 }
}

/** Chance to solve an unlabelled question of core difficulty in a context never met: the unit of readiness. */
export function solveChance({ recognise, execute, coverage }: Trace, traits: Traits, day: number): number {
  const { ability } = traits
  const seen = passChance(recognise, traits.recognise, ability, 0, coverage, 'far', day)
  const solved = seen * passChance(execute, traits.execute, ability, 0, coverage, 'far', day)
  return 1 / (1 + (1 / solved - 1) ** traits.damp)
}

/** Chance to pass one facet on a day, without luck. `ability` is that of the topic, `difficulty` that of the item. */
export function passChance(
  trace: FacetTrace,
  traits: FacetTraits,
  ability: number,
  difficulty: number,
  coverage: number,
  novelty: Novelty,
  day: number,
): number {
  if (trace.stability === 0) return priorChance(ability - difficulty)
  return trace.known * knownChance(difficulty) + (1 - trace.known) * trainedChance(trace, traits, difficulty, coverage, novelty, day)
}

/** Chance that what was learnt here passes. */
export function trainedChance(
  trace: FacetTrace,
  traits: FacetTraits,
  difficulty: number,
  coverage: number,
  novelty: Novelty,
  day: number,
): number {
  const extra = novelty === 'same' ? traits.rote * roteLeft(trace, day) : -traits.gap * gapLeft(coverage) * MODEL.distance[novelty]
  return chanceOf(retrievalLogit(trace, traits, difficulty, day) + extra)
}

/** k: chance that what was known before Onsite passes. */
export function knownChance(difficulty: number): number {
  return difficulty === 0 ? KNOWN : chanceOf(MODEL.knownLogit - MODEL.difficultyWeight * difficulty)
}

const KNOWN = chanceOf(MODEL.knownLogit)

/** Chance that what was learnt here comes back, whatever the context. */
export function retrievalChance(trace: FacetTrace, traits: FacetTraits, difficulty: number, day: number): number {
  return chanceOf(retrievalLogit(trace, traits, difficulty, day))
}

export function retrievalLogit(trace: FacetTrace, traits: FacetTraits, difficulty: number, day: number): number {
  return (
    traits.scale * recallLogit(trace, day) +
    traits.shift +
    traits.practice * Math.log(1 + trace.meetings) -
    MODEL.difficultyWeight * difficulty
  )
}

/** logit R of FSRS. A clock moved back leaves nothing elapsed. */
export function recallLogit({ stability, day: last }: FacetTrace, day: number): number {
  const recall = Math.min(Math.max(retrievability(Math.max(0, day - last), stability), 0.002), 0.998)
  return Math.log(recall / (1 - recall))
}

/** h(n): the share of the gap that is left after n contexts. */
export function gapLeft(coverage: number): number {
  return coverage <= 1 ? 1 : Math.exp((1 - coverage) / MODEL.contextScale)
}

/** How much of the very item is still remembered; its last meeting is taken to be the facet's. */
export function roteLeft({ day: last }: FacetTrace, day: number): number {
  return Math.exp(-Math.max(0, day - last) / MODEL.roteDays)
}

/** Of either facet, before the pattern was ever met: both together are passed with the chance of an item response model. */
export function priorChance(ability: number): number {
  return Math.sqrt(chanceOf(ability))
}

export function chanceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
