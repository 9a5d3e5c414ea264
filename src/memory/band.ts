import type { Band } from '../domain/readiness.ts'

/**
 * How much a readiness is trusted at launch, as if it were measured on so many questions. At κ = 100 the bands hold about 80 % of the readiness of
 * simulated learners, over eight worlds of which one misleads us (bench/learners); at κ = 30 they held 95 % where nothing misleads.
 */
export const BAND = { kappa: 100, tail: 0.1 } as const

/** 80 % band of an expected share. `variance` is what the model itself does not know; κ stands for what it gets wrong. */
export function bandOf(mean: number, variance: number): Band {
  const [a, b] = betaOf(mean, (mean * (1 - mean)) / (BAND.kappa + 1) + variance)
  return { mean, low: betaQuantile(BAND.tail, a, b), high: betaQuantile(1 - BAND.tail, a, b) }
}

/** 80 % band of what a session of so many questions will show: the luck of the draw comes on top. */
export function sessionBand(mean: number, variance: number, questions: number): Band {
  const [a, b] = betaOf(mean, (mean * (1 - mean)) / (BAND.kappa + 1) + variance)
  // Beta-binomial probabilities by their ratio, so that no factorial is needed.
  let chance = 1
  for (let n = 0; n < questions; n++) chance *= (b + n) / (a + b + n)
  const below: number[] = []
  let sum = 0
  for (let passed = 0; passed <= questions; passed++) {
    sum += chance
    below.push(sum)
    chance *= ((questions - passed) * (a + passed)) / ((passed + 1) * (b + questions - passed - 1))
  }
  const quantile = (share: number) =>
    Math.max(
      0,
      below.findIndex((all) => all >= share - 1e-12),
    ) / questions
  return { mean, low: quantile(BAND.tail), high: quantile(1 - BAND.tail) }
}

/** The beta distribution with this mean and variance; the variance is kept under that of a coin. */
function betaOf(mean: number, variance: number): readonly [number, number] {
  const centre = Math.min(Math.max(mean, 1e-4), 1 - 1e-4)
  const most = centre * (1 - centre)
  const size = Math.max(0.5, most / Math.min(Math.max(variance, 1e-9), most) - 1)
  return [centre * size, (1 - centre) * size]
}

/** By bisection on the cumulative distribution. */
export function betaQuantile(share: number, a: number, b: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (betaCumulative(middle, a, b) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The regularised incomplete beta function by its continued fraction (Lentz; Numerical Recipes 6.4). */
export function betaCumulative(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-12) break
  }
  return result
}

/** Stirling's series, after the argument was raised above 10. */
function logGamma(x: number): number {
  let [shift, z] = [0, x]
  while (z < 10) shift -= Math.log(z++)
  const square = 1 / (z * z)
  return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + (1 / 12 - square * (1 / 360 - square / 1260)) / z
}
