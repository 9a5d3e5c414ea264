import { log } from './logarithm.ts'
import { exp } from './exponential.ts'

export interface Interval {
  readonly mean: number
  readonly halfWidth: number
}

/** What repeated seeds say of a mean, with the given confidence (0.99): Student's t. Infinitely wide with fewer than two. */
export function intervalOf(values: readonly number[], confidence: number): Interval {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  if (n < 2) return { mean, halfWidth: Number.POSITIVE_INFINITY }
  const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (n - 1)
  return { mean, halfWidth: studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n) }
}

/** Means of consecutive parts of one long series, which are nearly independent where the values are not. What is left over at the start is dropped. */
export function batchMeans(values: readonly number[], batches: number): readonly number[] {
  const size = Math.floor(values.length / batches)
  const start = values.length - size * batches
  return Array.from({ length: batches }, (_, batch) => {
    const part = values.slice(start + batch * size, start + (batch + 1) * size)
    return part.reduce((sum, value) => sum + value, 0) / size
  })
}

/** The value below which Student's t with so many degrees of freedom lies with this probability (above one half). */
export function studentQuantile(probability: number, degrees: number): number {
  let [low, high] = [0, 1]
  while (studentTail(high, degrees) > 1 - probability) high *= 2
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2
    if (studentTail(middle, degrees) > 1 - probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** P(T > t) = I_{n/(n+t²)}(n/2, 1/2) / 2. */
function studentTail(t: number, degrees: number): number {
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
}

/** Regularised, by Lentz's continued fraction (Numerical Recipes, section 6.4). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x)) / a
  let [c, d] = [1, 1 / (1 - ((a + b) * x) / (a + 1))]
  let value = d
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return front * value
}

/** Stirling's series after shifting the argument above 10. */
export function logGamma(x: number): number {
  let [value, shift] = [x, 0]
  while (value < 10) shift += log(value++)
  const square = 1 / (value * value)
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / value
  return (value - 0.5) * log(value) - value + 0.9189385332046728 + series - shift
}
