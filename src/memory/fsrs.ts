import type { Rating } from '../domain/evidence.ts'

/**
 * FSRS-6, the law of forgetting: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm. Held against ts-fsrs in tests.
 * Meetings on one day are practice to us, so the formula for them (w17 to w19) is left out.
 */
export const FSRS = {
  version: 'fsrs-6',
  /** The default weights w0 to w20, fitted by their authors to several hundred million Anki reviews (ts-fsrs 5.4.2). */
  weights: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729,
    0.5425, 0.0912, 0.0658, 0.1542,
  ],
} as const

const w = FSRS.weights
const FACTOR = 0.9 ** (-1 / w[20]) - 1
const GROWTH = Math.exp(w[8])
const EASY_START = startDifficulty(4, false)
const [SHORTEST, LONGEST] = [0.001, 36_500]
/** After a lapse a memory is never stronger than this share of what it was. */
const LAPSE_SHARE = Math.exp(-w[17] * w[18])

/** Chance to recall after `elapsed` days. */
export function retrievability(elapsed: number, stability: number): number {
  return (1 + (FACTOR * elapsed) / stability) ** -w[20]
}

/** Days until recall falls to 90 % after the first meeting ever. */
export function startStability(rating: Rating): number {
  return Math.max(w[rating - 1] ?? 0, 0.1)
}

export function startDifficulty(rating: Rating, bounded = true): number {
  const difficulty = w[4] - Math.exp((rating - 1) * w[5]) + 1
  return bounded ? between(difficulty, 1, 10) : difficulty
}

/** Stability after recall; `recall` is the retrievability before. */
export function grownStability(stability: number, difficulty: number, recall: number, rating: 2 | 3 | 4): number {
  const factor = rating === 2 ? w[15] : rating === 4 ? w[16] : 1
  const growth = GROWTH * (11 - difficulty) * stability ** -w[9] * (Math.exp((1 - recall) * w[10]) - 1) * factor
  return between(stability * (1 + growth), SHORTEST, LONGEST)
}

/** Stability after a lapse. */
export function lapsedStability(stability: number, difficulty: number, recall: number): number {
  const left = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * Math.exp((1 - recall) * w[14])
  return Math.min(between(left, SHORTEST, LONGEST), Math.max(stability * LAPSE_SHARE, SHORTEST))
}

export function nextStability(stability: number, difficulty: number, recall: number, rating: Rating): number {
  return rating === 1 ? lapsedStability(stability, difficulty, recall) : grownStability(stability, difficulty, recall, rating)
}

export function nextDifficulty(difficulty: number, rating: Rating): number {
  const moved = difficulty - (w[6] * (rating - 3) * (10 - difficulty)) / 9
  return between(w[7] * EASY_START + (1 - w[7]) * moved, 1, 10)
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
