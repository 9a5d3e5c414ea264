import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mean, median, pairedRatio, percentile } from './statistics.ts'

test('a percentile lies between its neighbours, whatever the order of the values', () => {
  expect(percentile([30, 10, 20], 0.5)).toBe(20)
  expect(percentile([40, 10, 30, 20], 0.5)).toBe(25)
  expect(percentile([1, 2, 3, 4, 5], 0)).toBe(1)
  expect(percentile([1, 2, 3, 4, 5], 1)).toBe(5)
  expect(percentile([100, 0], 0.95)).toBe(95)
  expect(percentile([7], 0.95)).toBe(7)
})

test('at most the share that it names lies below a percentile, and at most the rest above', () => {
  const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1 })
  fc.assert(
    fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
      const value = percentile(values, p)
      const below = values.filter((other) => other < value).length
      const above = values.filter((other) => other > value).length
      expect(below).toBeLessThanOrEqual(Math.ceil(p * (values.length - 1)))
      expect(above).toBeLessThanOrEqual(values.length - 1 - Math.floor(p * (values.length - 1)))
    }),
  )
})

test('nothing measured has no figure', () => {
  expect(() => median([])).toThrow('no values')
  expect(() => mean([])).toThrow('no values')
  expect(() => pairedRatio([[1]], [[]])).toThrow('no values')
})

test('a ratio compares within a round, so that a slow minute does not change it', () => {
  const own = [[10], [1000], [20]]
  const others = [[100], [10_000], [200]]
  expect(pairedRatio(own, others)).toBe(10)
  // The medians over all rounds would say 5.
  expect(pairedRatio([[10], [100], [20]], [[100], [1000], []])).toBe(10)
})

test('of several measurements in a round the middle one counts', () => {
  expect(pairedRatio([[1, 2, 900]], [[6, 7, 8, 4, 5]])).toBe(3)
})
