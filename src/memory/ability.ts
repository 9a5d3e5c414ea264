import type { Ability, Gaussian, Memory } from '../domain/memory.ts'
import { marginal } from './gaussian.ts'
import { ABILITIES } from './traits.ts'

/** Ability before anything is known. An item of core difficulty, its pattern never met here, is then solved by one in ten. */
export const ABILITY = {
  mean: -2.2,
  deviation: 1,
  /** Between topics: who knows one knows the others (reference simulation). */
  correlation: 0.6,
} as const

export function startAbility(topics: readonly string[]): Ability {
  const { mean, deviation, correlation } = ABILITY
  const belief: Gaussian = {
    mean: topics.map(() => mean),
    covariance: topics.flatMap((_, row) => topics.map((_, column) => (row === column ? 1 : correlation) * deviation * deviation)),
  }
  return { topics, belief }
}

/** Ability by topic as it is believed now. */
export function abilityOf({ topics, traits }: Memory): Ability {
  return {
    topics,
    belief: marginal(
      traits,
      topics.map((_, at) => ABILITIES + at),
    ),
  }
}
