import { expect, test } from 'vitest'
import { Histogram } from './histogram.ts'
import { batchMeans, intervalOf, logGamma, studentQuantile } from './interval.ts'
import { Level } from './level.ts'
import { Stream } from './stream.ts'

test('quantiles of a histogram lie within 0.8 % of the true ones', () => {
  const stream = new Stream(2, 'histogram')
  const histogram = new Histogram()
  const values = Array.from({ length: 20_000 }, () => 1e-3 * stream.exponential())
  for (const value of values) histogram.add(value)
  values.sort((x, y) => x - y)
  for (const share of [0.01, 0.5, 0.9, 0.99, 0.999]) {
    expect(histogram.quantile(share) / (values[Math.ceil(share * values.length) - 1] ?? 0)).toBeCloseTo(1, 2)
  }
  expect(histogram.quantile(1)).toBe(values.at(-1))
  expect(histogram.above(3e-3)).toBeCloseTo(values.filter((value) => value > 3e-3).length / values.length, 3)
  expect(new Histogram().quantile(0.5)).toBeNaN()
})

test('a histogram counts alike whichever octaves it meets first', () => {
  const values = Array.from({ length: 60 }, (_, octave) => 2 ** (octave - 29))
  const [rising, falling] = [new Histogram(), new Histogram()]
  for (const value of values) rising.add(value)
  for (const value of [...values].reverse()) falling.add(value)
  for (const share of [0.01, 0.3, 0.7, 1]) expect(falling.quantile(share)).toBe(rising.quantile(share))
  expect(falling.above(1)).toBe(rising.above(1))
  expect(rising.quantile(0.5)).toBeCloseTo(1, 1)
})

test('a level weighs what it was by how long it held', () => {
  const level = new Level()
  level.move(4, 100)
  level.move(9, -98)
  const first = level.total(10)
  level.move(12, 3)
  expect(level.total(20) - first).toBe(2 * 2 + 5 * 8)
  expect(level.largest).toBe(100)
})

test('quantiles of Student and the gamma function agree with scipy 1.17', () => {
  // scipy.stats.t.ppf(0.995, [1, 9, 19]), scipy.special.gammaln([0.5, 100])
  expect(studentQuantile(0.995, 1)).toBeCloseTo(63.65674116, 6)
  expect(studentQuantile(0.995, 9)).toBeCloseTo(3.249835542, 8)
  expect(studentQuantile(0.995, 19)).toBeCloseTo(2.860934606, 8)
  expect(logGamma(0.5)).toBeCloseTo(0.5723649429, 9)
  expect(logGamma(100)).toBeCloseTo(359.1342053696, 8)
})

test('an interval of 95 % holds the truth in 95 of 100 repetitions', () => {
  const stream = new Stream(4, 'intervals')
  let held = 0
  for (let round = 0; round < 600; round++) {
    const { mean, halfWidth } = intervalOf(
      Array.from({ length: 5 }, () => 3 + stream.normal()),
      0.95,
    )
    if (Math.abs(mean - 3) <= halfWidth) held++
  }
  expect(held / 600).toBeGreaterThan(0.92)
  expect(held / 600).toBeLessThan(0.98)
  expect(intervalOf([1], 0.95).halfWidth).toBe(Infinity)
})

test('batch means drop what is left over at the start', () => {
  expect(batchMeans([9, 1, 3, 5, 7], 2)).toEqual([2, 6])
})
