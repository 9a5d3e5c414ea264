import type { Facet, Novelty } from '../domain/evidence.ts'
import type { Gaussian } from '../domain/memory.ts'
import { type Direction, varianceAlong } from './gaussian.ts'

/**
 * What holds for all patterns of one learner, as plain numbers for one topic. A facet that was met before is passed with
 *
 *     logit p = scale · logit R + shift + κ (ability − difficulty) − gap · h(n) · distance + (rote, for the very item again)
 *
 * where R is FSRS's recall and h(n) = exp(−(n−1)/ν) says how much is left of the gap after n contexts.
 */
export interface Traits {
  readonly recognise: FacetTraits
  readonly execute: FacetTraits
  /** Strength of a drill: the share of a review's gain in ln(stability). */
  readonly drill: number
  readonly ability: number
}

export interface FacetTraits {
  readonly scale: number
  readonly shift: number
  /** What a context never met costs, in logits. */
  readonly gap: number
  /** What remembering the very item adds, in logits. */
  readonly rote: number
  /** Under 1: draws chances toward one half for what is not known about the traits (MacKay 1992). */
  readonly damp: number
}

/** What is believed before anything was seen: mean and standard deviation. See docs/memory.md for where each comes from. */
export const PRIOR = {
  recognise: { scale: [1, 0.4], shift: [0, 0.7], gap: [1.2, 0.8], rote: [0.7, 0.7] },
  execute: { scale: [1, 0.4], shift: [0, 0.7], gap: [0.8, 0.8], rote: [0.7, 0.7] },
  /** Between the gaps of the two facets, and between what remembering the item adds to each. */
  facetCorrelation: 0.5,
  drill: [0.6, 0.3],
} as const

export const MODEL = {
  version: 'memory-1',
  /** Weight of ability less difficulty once a pattern was met; before, it is all there is. */
  abilityWeight: 0.3,
  /** ν: contexts after which the gap has fallen to 1/e. */
  contextScale: 2,
  distance: { same: 0, near: 0.5, far: 1 } satisfies Record<Novelty, number>,
  /** Chance to pass code without knowing the pattern. */
  codeGuess: 0.02,
  /** Days until what was known before Onsite falls to 90 %. */
  knownStability: 90,
  /** Chance to pass right after reading how it is done. */
  lessonPass: 0.8,
  /** Coverage gained: by a pass in a new context, a failed one, a drill, practice later on the same day. */
  coverage: { pass: 1, fail: 0.5, drill: 0.35, practice: 0.25 },
} as const

const OFFSET: Readonly<Record<Facet, number>> = { recognise: 0, execute: 4 }
const DRILL = 8
/** Where the abilities by topic begin. */
export const ABILITIES = 9

/** Traits of which nothing is known yet but what holds for most; abilities come after. */
export function startTraits(): Gaussian {
  const priors = [...Object.values(PRIOR.recognise), ...Object.values(PRIOR.execute), PRIOR.drill] as readonly (readonly [number, number])[]
  const covariance = priors.flatMap(([, a], row) =>
    priors.map(([, b], column) => {
      if (row === column) return a * a
      return Math.abs(row - column) === 4 && row % 4 >= 2 && row !== DRILL && column !== DRILL ? PRIOR.facetCorrelation * a * b : 0
    }),
  )
  return { mean: priors.map(([mean]) => mean), covariance }
}

/**
 * The traits as plain numbers; `topic` is the topic's place among the abilities, −1 for one that nobody knows.
 * With `cautious`, chances are drawn toward one half for what is not known about the traits.
 */
export function traitsFor(belief: Gaussian, topic: number, cautious: boolean): Traits {
  return {
    recognise: facetTraits(belief, 'recognise', cautious),
    execute: facetTraits(belief, 'execute', cautious),
    drill: Math.min(1, Math.max(0, belief.mean[DRILL] as number)),
    ability: topic < 0 ? 0 : (belief.mean[ABILITIES + topic] as number),
  }
}

function facetTraits(belief: Gaussian, facet: Facet, cautious: boolean): FacetTraits {
  // As for a pattern with a recall of 73 % and half the gap left: typical of what is planned with.
  const typical = { recall: 1, left: 0.5, same: 0, drilled: 0, ability: 0, topic: -1 }
  const [scale, shift, gap, rote] = belief.mean.slice(OFFSET[facet], OFFSET[facet] + 4) as [number, number, number, number]
  // A new context is never easier, more recall never worse.
  return {
    scale: Math.max(0.1, scale),
    shift,
    gap: Math.max(0, gap),
    rote: Math.max(0, rote),
    damp: cautious ? dampFor(varianceAlong(belief, directionOf(facet, 1, typical))) : 1,
  }
}

export function dampFor(variance: number): number {
  return 1 / Math.sqrt(1 + (Math.PI * variance) / 8)
}

/** How a facet's logit moves with each trait. */
export interface Slopes {
  /** logit R. */
  readonly recall: number
  /** h(n) · distance. */
  readonly left: number
  /** 1 for the very item again, else 0. */
  readonly same: number
  readonly drilled: number
  readonly ability: number
  /** Place among the abilities, −1 for none. */
  readonly topic: number
}

export function directionOf(facet: Facet, by: number, slopes: Slopes): Direction {
  const at = OFFSET[facet]
  const direction = {
    at: [at, at + 1, at + 2, at + 3, DRILL],
    by: [by * slopes.recall, by, -by * slopes.left, by * slopes.same, by * slopes.drilled],
  }
  return withAbility(direction, by, slopes)
}

/** A facet never met: its chance hangs on ability alone. */
export function abilityDirection(by: number, slopes: Pick<Slopes, 'ability' | 'topic'>): Direction {
  return withAbility({ at: [], by: [] }, by, slopes)
}

function withAbility({ at, by: each }: Direction, by: number, { ability, topic }: Pick<Slopes, 'ability' | 'topic'>): Direction {
  return topic < 0 ? { at, by: each } : { at: [...at, ABILITIES + topic], by: [...each, by * ability] }
}

export function bothDirections(first: Direction, second: Direction): Direction {
  return { at: [...first.at, ...second.at], by: [...first.by, ...second.by] }
}

/** Gap and rote of either facet. */
export const GAP_ENTRIES: readonly number[] = [OFFSET.recognise + 2, OFFSET.recognise + 3, OFFSET.execute + 2, OFFSET.execute + 3]
