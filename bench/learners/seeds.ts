/**
 * Seeds of simulated learners. The gates' block was chosen before the first run and is never used to develop with: what is tuned
 * against a seed says nothing about the next learner. It was first looked at on 2026-11-22: who tunes after that takes a new block. Whoever changes `src/memory` or `src/planning` looks at the development blocks.
 */
export const SEEDS = {
  development: 100,
  /** A change found on `development` has to hold here too. */
  confirmation: 20_000,
  gates: 9_411_000,
} as const

export function seedsFrom(first: number, learners: number): readonly number[] {
  return Array.from({ length: learners }, (_, n) => first + n)
}
