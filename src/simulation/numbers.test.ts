import { expect, test } from 'vitest'
import type { Distribution } from '../domain/distribution.ts'
import { exp, power } from './exponential.ts'
import { log } from './logarithm.ts'
import { meanOf, Sampler } from './sampler.ts'
import { Stream } from './stream.ts'
import { Zipf } from './zipf.ts'

/** Largest relative distance between two functions over numbers of every size. */
function farthest(ours: (x: number) => number, theirs: (x: number) => number, from: (uniform: number) => number): number {
  const stream = new Stream(1, 'numbers')
  let worst = 0
  for (let round = 0; round < 20_000; round++) {
    const x = from(stream.uniform())
    const expected = theirs(x)
    if (expected !== 0) worst = Math.max(worst, Math.abs(ours(x) / expected - 1))
  }
  return worst
}

test('logarithm, exponential and power agree with those of V8 to 1e-15', () => {
  expect(farthest(log, Math.log, (u) => 10 ** (600 * u - 300))).toBeLessThan(1e-15)
  expect(farthest(log, Math.log, (u) => 0.9 + 0.2 * u)).toBeLessThan(1e-15)
  expect(farthest(exp, Math.exp, (u) => 1400 * u - 700)).toBeLessThan(1e-15)
  expect(
    farthest(
      (x) => power(x, -0.8),
      (x) => x ** -0.8,
      (u) => 1e6 * u,
    ),
  ).toBeLessThan(1e-14)
})

test('logarithm and exponential hold at the edges', () => {
  expect([log(0), log(-1), log(1), log(Infinity), log(5e-324)]).toEqual([-Infinity, Number.NaN, 0, Infinity, Math.log(5e-324)])
  expect([exp(0), exp(-1000), exp(1000), exp(Number.NaN)]).toEqual([1, 0, Infinity, Number.NaN])
})

test('a stream depends on its seed and purpose alone', () => {
  const draw = (seed: number, purpose: string) =>
    Array.from(
      { length: 5 },
      (
        (stream) => () =>
          stream.bits()
      )(new Stream(seed, purpose)),
    )
  expect(draw(7, 'keys')).toEqual(draw(7, 'keys'))
  expect(draw(7, 'keys')).not.toEqual(draw(7, 'service'))
  expect(draw(7, 'keys')).not.toEqual(draw(8, 'keys'))
  expect(draw(7, 'keys')).not.toEqual(draw(7 + 2 ** 32, 'keys'))
})

const SHAPES: readonly { readonly distribution: Distribution; readonly cv2: number }[] = [
  { distribution: { kind: 'constant', mean: 2 }, cv2: 0 },
  { distribution: { kind: 'uniform', low: 1, high: 3 }, cv2: 1 / 12 },
  { distribution: { kind: 'exponential', mean: 2 }, cv2: 1 },
  { distribution: { kind: 'lognormal', mean: 2, cv2: 0.5 }, cv2: 0.5 },
  { distribution: { kind: 'erlang', mean: 2, stages: 4 }, cv2: 0.25 },
  { distribution: { kind: 'hyperexponential', mean: 2, cv2: 4 }, cv2: 4 },
  { distribution: { kind: 'pareto', mean: 2, shape: 6 }, cv2: 1 / 24 },
  { distribution: { kind: 'empirical', values: [1, 2, 3] }, cv2: 1 / 6 },
]

test('every distribution has the mean and the variance that it names', () => {
  const count = 200_000
  for (const { distribution, cv2 } of SHAPES) {
    const sampler = new Sampler(distribution)
    const stream = new Stream(11, distribution.kind)
    const values = Float64Array.from({ length: count }, () => sampler.draw(stream))
    const mean = values.reduce((sum, value) => sum + value, 0) / count
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count
    expect(meanOf(distribution), distribution.kind).toBe(2)
    expect(Math.abs(mean - 2), distribution.kind).toBeLessThanOrEqual(4 * Math.sqrt((4 * cv2) / count) + 1e-9)
    expect(variance / 4, distribution.kind).toBeCloseTo(cv2, cv2 > 1 ? 0 : 1.5)
  }
})

test('exponential draws have the right share in every part, tail included', () => {
  const stream = new Stream(5, 'exponential')
  const count = 1_000_000
  const seen = new Float64Array(12)
  for (let round = 0; round < count; round++) {
    const at = Math.min(11, Math.floor(stream.exponential()))
    seen[at] = (seen[at] ?? 0) + 1
  }
  let chi = 0
  for (let at = 0; at < 12; at++) {
    const expected = count * (Math.exp(-at) - (at === 11 ? 0 : Math.exp(-at - 1)))
    chi += ((seen[at] ?? 0) - expected) ** 2 / expected
  }
  // 99.9 % of chi-squared with 11 degrees of freedom.
  expect(chi).toBeLessThan(31.26)
})

test('Zipf keys are drawn in proportion to a power of their rank, from a table and without one', () => {
  for (const keys of [50, 1000, 2 ** 18 + 1]) {
    for (const s of [0, 0.6, 1, 1.2]) {
      const count = 200_000
      const zipf = new Zipf(keys, s)
      const stream = new Stream(3, `zipf ${s} ${keys}`)
      // The first 49 keys, and all others.
      const seen = new Float64Array(50)
      for (let round = 0; round < count; round++) {
        const bin = Math.min(49, zipf.draw(stream))
        seen[bin] = (seen[bin] ?? 0) + 1
      }
      const weights = new Float64Array(50)
      for (let key = 0; key < keys; key++) weights[Math.min(49, key)] = (weights[Math.min(49, key)] ?? 0) + (key + 1) ** -s
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const chi = weights.reduce(
        (sum, weight, key) => sum + ((seen[key] ?? 0) - (count * weight) / total) ** 2 / ((count * weight) / total),
        0,
      )
      // 99.9 % of chi-squared with 49 degrees of freedom.
      expect(chi, `s = ${s}, ${keys} keys`).toBeLessThan(85.4)
    }
  }
})
