import type { Gaussian } from '../domain/memory.ts'

/** A sum of entries of the belief: which, and how much of each. */
export interface Direction {
  readonly at: readonly number[]
  readonly by: readonly number[]
}

/** Several directions added up, each so many times, one entry for each of the belief's. */
export function sumOf(directions: readonly Direction[], times: readonly number[], size: number): Direction {
  const by = new Array<number>(size).fill(0)
  directions.forEach((direction, nth) => {
    direction.at.forEach((at, n) => {
      by[at] = (by[at] as number) + (times[nth] as number) * (direction.by[n] as number)
    })
  })
  return { at: by.map((_, at) => at), by }
}

/** Variance of the sum. */
export function varianceAlong({ mean, covariance }: Gaussian, { at, by }: Direction): number {
  const size = mean.length
  let variance = 0
  for (let i = 0; i < at.length; i++) {
    const row = (at[i] as number) * size
    for (let j = 0; j < at.length; j++) variance += (by[i] as number) * (by[j] as number) * (covariance[row + (at[j] as number)] as number)
  }
  return variance
}

/**
 * The belief after something was seen that was expected to be `expected`, has the variance `noise` by itself, and moves by `direction` with the
 * entries of the belief. Exact where it is linear; for a chance, one Newton step (the extended Kalman filter).
 */
export function observe({ mean, covariance }: Gaussian, direction: Direction, expected: number, noise: number, seen: number): Gaussian {
  const size = mean.length
  const { at, by } = direction
  const shared = new Array<number>(size)
  for (let row = 0; row < size; row++) {
    let sum = 0
    for (let j = 0; j < at.length; j++) sum += (covariance[row * size + (at[j] as number)] as number) * (by[j] as number)
    shared[row] = sum
  }
  let variance = noise
  for (let j = 0; j < at.length; j++) variance += (by[j] as number) * (shared[at[j] as number] as number)
  const step = (seen - expected) / variance
  const moved = new Array<number>(size)
  const left = new Array<number>(size * size)
  for (let row = 0; row < size; row++) {
    const share = shared[row] as number
    moved[row] = (mean[row] as number) + share * step
    for (let column = 0; column < size; column++) {
      left[row * size + column] = (covariance[row * size + column] as number) - (share * (shared[column] as number)) / variance
    }
  }
  return { mean: moved, covariance: left }
}

/** The belief a while later, when some entries may have changed. */
export function drift({ mean, covariance }: Gaussian, entries: readonly number[], variance: number): Gaussian {
  const wider = covariance.slice()
  for (const entry of entries) {
    const at = entry * (mean.length + 1)
    wider[at] = (wider[at] as number) + variance
  }
  return { mean, covariance: wider }
}

/** The belief about some entries alone. */
export function marginal({ mean, covariance }: Gaussian, entries: readonly number[]): Gaussian {
  const size = mean.length
  return {
    mean: entries.map((entry) => mean[entry] as number),
    covariance: entries.flatMap((row) => entries.map((column) => covariance[row * size + column] as number)),
  }
}

/** Two beliefs that know nothing of each other, side by side. */
export function sideBySide(first: Gaussian, second: Gaussian): Gaussian {
  const [a, b] = [first.mean.length, second.mean.length]
  const covariance = Array.from({ length: (a + b) ** 2 }, (_, cell) => {
    const [row, column] = [Math.floor(cell / (a + b)), cell % (a + b)]
    if (row < a && column < a) return first.covariance[row * a + column] as number
    if (row >= a && column >= a) return second.covariance[(row - a) * b + (column - a)] as number
    return 0
  })
  return { mean: [...first.mean, ...second.mean], covariance }
}
