import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreOf } from './estimate.ts'

test('an estimate within a factor of 2 is full, at 4 half, from 8 on nothing, whichever way it is off', () => {
  const truth = 3.7e6
  expect([1, 1.9, 2, 2.0001, 4, 7.9, 8, 1000].map((factor) => scoreOf(truth * factor, truth))).toEqual([1, 1, 1, 1, 0.5, 0.01, 0, 0])
  expect([1.9, 2, 4, 8].map((factor) => scoreOf(truth / factor, truth))).toEqual([1, 1, 0.5, 0])
})

test('a wrong sign, a zero that is none, and what is no number are worth nothing', () => {
  expect([
    scoreOf(-5, 5),
    scoreOf(0, 5),
    scoreOf(5, 0),
    scoreOf(Number.NaN, 5),
    scoreOf(5, Number.NaN),
    scoreOf(Infinity, 5),
    scoreOf(Infinity, Infinity),
  ]).toEqual([0, 0, 0, 0, 0, 0, 0])
  expect([scoreOf(0, 0), scoreOf(-0, 0), scoreOf(-5, -6)]).toEqual([1, 1, 1])
})

test('a score lies between 0 and 1, the same for too high as for too low, and farther off is never worth more', () => {
  const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true })
  fc.assert(
    fc.property(
      positive,
      fc.double({ min: 1, max: 1e5, noNaN: true }),
      fc.double({ min: 1, max: 1e3, noNaN: true }),
      (truth, factor, more) => {
        const [high, low, farther] = [scoreOf(truth * factor, truth), scoreOf(truth / factor, truth), scoreOf(truth * factor * more, truth)]
        expect(high).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(Math.abs(high - low)).toBeLessThanOrEqual(0.0101)
        expect(farther).toBeLessThanOrEqual(high)
      },
    ),
  )
})
