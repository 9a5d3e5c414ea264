import type { Facet, Novelty } from '../domain/evidence.ts'
import type { Form } from '../domain/item.ts'
import type { Gaussian } from '../domain/memory.ts'
import { type Direction, varianceAlong } from './gaussian.ts'

/**
 * What holds for all patterns of one learner, as plain numbers for one topic. A facet that was met before is passed with
 *
 *     p = known · k + (1 − known) · σ(η)
 *     η = scale · logit R + shift + practice · ln(1 + m) − κ difficulty − gap · h(n) · distance + rote · exp(−days/ρ), for the very item again
 *
 * where `known` is the chance that it was known before Onsite (old knowledge, passed with k), R is FSRS's recall, m counts meetings (a
 * drill as a part of one) and h(n) = exp(−(n−1)/ν) says how much is left of the gap after n contexts. FSRS alone says how fast a memory
 * fades, not how well a skill is carried out while it is fresh: m does (as in performance factors analysis, Pavlik 2009).
 */
export interface Traits {
  readonly recognise: FacetTraits
  readonly execute: FacetTraits
  /** Strength of a drill: the share of a review that it counts as. */
  readonly drill: number
  readonly ability: number
  /** Under 1: draws the chance to solve a question toward one half for what is not known about the traits (MacKay 1992). */
  readonly damp: number
}

export interface FacetTraits {
  readonly scale: number
  readonly shift: number
  /** What a context never met costs, in logits. */
  readonly gap: number
  /** What remembering the very item adds, in logits. */
  readonly rote: number
  /** What meetings bring, in logits per e-fold. */
  readonly practice: number
}

/** What is believed before anything was seen: mean and standard deviation. See docs/memory.md for where each comes from. */
export const PRIOR = {
  recognise: { logScale: [-1.2, 0.3], shift: [-0.8, 0.45], gap: [0.8, 0.8], rote: [1.7, 0.6], practice: [0.8, 0.35] },
  execute: { logScale: [-1.2, 0.3], shift: [-0.8, 0.45], gap: [0.5, 0.8], rote: [1.7, 0.6], practice: [0.8, 0.35] },
  /** Between the same trait of the two facets. */
  facetCorrelation: 0.5,
  drill: [0.6, 0.3],
} as const

export const MODEL = {
  version: 'memory-1',
  /** κ: weight of an item's difficulty once its pattern was met. */
  difficultyWeight: 0.3,
  /** Variance that scale and shift gain with each outcome: learners change. */
  drift: 0.001,
  /** ν: contexts after which the gap has fallen to 1/e. */
  contextScale: 2.5,
  distance: { same: 0, near: 0.5, far: 1 } satisfies Record<Novelty, number>,
  /** Chance to pass code without knowing the pattern. */
  codeGuess: 0.02,
  /** How much of FSRS's lapse a failure is: it ends with the solution, so it is learnt from as well. */
  lapseShare: 0.1,
  /** What a review counts as, by its form: to predict a value asks for less than to write the program. */
  formStrength: { write: 1, fix: 0.8, predict: 0.5, estimate: 0.5, recognise: 0.5, explain: 0.8, design: 1 } satisfies Record<Form, number>,
  /** Days after which the very item is remembered by 1/e. */
  roteDays: 10,
  /** logit of k: what was known before Onsite passes so often. */
  knownLogit: 3.5,
  /** Chance to pass right after reading how it is done. */
  lessonPass: 0.95,
  /** Coverage gained: by a pass in a new context, a failed one, a drill, practice later on the same day. */
  coverage: { pass: 1, fail: 0.5, drill: 0.35, practice: 0.25 },
} as const

const EACH = 5
const OFFSET: Readonly<Record<Facet, number>> = { recognise: 0, execute: EACH }
const [SCALE, SHIFT, GAP, ROTE, PRACTICE] = [0, 1, 2, 3, 4] as const
const DRILL = 2 * EACH
/** Where the abilities by topic begin. */
export const ABILITIES = DRILL + 1

/** Gap and rote of either facet. */
export const GAP_ENTRIES: readonly number[] = Object.values(OFFSET).flatMap((at) => [at + GAP, at + ROTE])
const BOUNDED: readonly number[] = [...GAP_ENTRIES, ...Object.values(OFFSET).map((at) => at + PRACTICE), DRILL]
/** What changes with the learner. */
export const DRIFTING: readonly number[] = Object.values(OFFSET).flatMap((at) => [at + SCALE, at + SHIFT])

/** Traits of which nothing is known yet but what holds for most; abilities come after. */
export function startTraits(): Gaussian {
  const facets = [PRIOR.recognise, PRIOR.execute].flatMap((each) => [each.logScale, each.shift, each.gap, each.rote, each.practice])
  const priors: readonly (readonly [number, number])[] = [...facets, PRIOR.drill]
  const covariance = priors.flatMap(([, a], row) =>
    priors.map(([, b], column) => {
      if (row === column) return a * a
      const twins = Math.abs(row - column) === EACH && row !== DRILL && column !== DRILL
      return twins ? PRIOR.facetCorrelation * a * b : 0
    }),
  )
  return { mean: priors.map(([mean]) => mean), covariance }
}

/** A new context is never easier, practice and remembering never in vain, a drill never more than a review. */
export function withinBounds({ mean, covariance }: Gaussian): Gaussian {
  const bounded = mean.slice()
  for (const at of BOUNDED) bounded[at] = Math.max(0, bounded[at] as number)
  bounded[DRILL] = Math.min(1, bounded[DRILL] as number)
  return { mean: bounded, covariance }
}

/** The traits as plain numbers; `topic` is the topic's place among the abilities, −1 for one that nobody knows. */
export function traitsFor(belief: Gaussian, topic: number): Traits {
  const [recognise, execute] = [facetTraits(belief, 'recognise'), facetTraits(belief, 'execute')]
  return {
    recognise,
    execute,
    drill: belief.mean[DRILL] as number,
    ability: topic < 0 ? 0 : (belief.mean[ABILITIES + topic] as number),
    damp: dampFor(varianceAlong(belief, typicalDirection(recognise, execute))),
  }
}

function facetTraits({ mean }: Gaussian, facet: Facet): FacetTraits {
  const at = OFFSET[facet]
  return {
    scale: Math.exp(mean[at + SCALE] as number),
    shift: mean[at + SHIFT] as number,
    gap: mean[at + GAP] as number,
    rote: mean[at + ROTE] as number,
    practice: mean[at + PRACTICE] as number,
  }
}

/** How the logit of solving a question moves, for a pattern as plans are full of: met twice, recall 88 %, half the gap left, each facet 75 %. */
function typicalDirection(...facets: readonly [FacetTraits, FacetTraits]): Direction {
  const [chance, together] = [0.75, 0.75 ** 2]
  const by = (1 - chance) / (1 - together)
  const [recognise, execute] = facets.map(({ scale }, at) =>
    directionOf(at === 0 ? 'recognise' : 'execute', by, { recall: 2 * scale, left: 0.5, same: 0, practised: 1, drilled: 0 }),
  ) as [Direction, Direction]
  return bothDirections(recognise, execute)
}

export function dampFor(variance: number): number {
  return 1 / Math.sqrt(1 + (Math.PI * variance) / 8)
}

/** How the logit of a facet moves with each trait. */
export interface Slopes {
  /** scale · logit R. */
  readonly recall: number
  /** h(n) · distance. */
  readonly left: number
  /** How much the very item is remembered; 0 for another. */
  readonly same: number
  /** ln(1 + m). */
  readonly practised: number
  readonly drilled: number
}

export function directionOf(facet: Facet, by: number, { recall, left, same, practised, drilled }: Slopes): Direction {
  const at = OFFSET[facet]
  return {
    at: [at + SCALE, at + SHIFT, at + GAP, at + ROTE, at + PRACTICE, DRILL],
    by: [by * recall, by, -by * left, by * same, by * practised, by * drilled],
  }
}

/** A facet never met: its chance hangs on the ability in its topic alone. */
export function abilityDirection(topic: number, by: number): Direction {
  return topic < 0 ? { at: [], by: [] } : { at: [ABILITIES + topic], by: [by] }
}

export function bothDirections(first: Direction, second: Direction): Direction {
  return { at: [...first.at, ...second.at], by: [...first.by, ...second.by] }
}
