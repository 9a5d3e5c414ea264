/** A mean with its 95 % confidence interval. */
export interface Interval {
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly count: number
}

/** Student's t at 97.5 %, by degrees of freedom; from 30 on the normal's is near enough. */
const T975 = [
  Number.POSITIVE_INFINITY,
  12.71,
  4.3,
  3.18,
  2.78,
  2.57,
  2.45,
  2.36,
  2.31,
  2.26,
  2.23,
  2.2,
  2.18,
  2.16,
  2.14,
  2.13,
  2.12,
  2.11,
  2.1,
  2.09,
  2.09,
  2.08,
  2.07,
  2.07,
  2.06,
  2.06,
  2.06,
  2.05,
  2.05,
  2.05,
] as const

export function intervalOf(values: readonly number[]): Interval {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, count - 1)
  const half = (T975[count - 1] ?? 2) * Math.sqrt(variance / count)
  return { mean, low: mean - half, high: mean + half, count }
}

/** Of the same learners under two policies: what one gained over the other. */
export function pairedInterval(own: readonly number[], other: readonly number[]): Interval {
  return intervalOf(own.map((value, n) => value - (other[n] ?? Number.NaN)))
}
