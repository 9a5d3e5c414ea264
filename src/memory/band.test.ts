import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOf, betaCumulative, betaQuantile, sessionBand } from './band.ts'

test('the beta distribution agrees with what scipy 1.17 gives', () => {
  // scipy.stats.beta.cdf(0.3, 2, 5), .cdf(0.9, 20, 3), .ppf(0.1, 18.6, 12.4), .ppf(0.9, 0.5, 0.5)
  expect(betaCumulative(0.3, 2, 5)).toBeCloseTo(0.579825, 6)
  expect(betaCumulative(0.9, 20, 3)).toBeCloseTo(0.620041, 6)
  expect(betaQuantile(0.1, 18.6, 12.4)).toBeCloseTo(0.4864875, 7)
  expect(betaQuantile(0.9, 0.5, 0.5)).toBeCloseTo(Math.sin((Math.PI / 2) * 0.9) ** 2, 8)
})

test('a band holds its mean, lies between 0 and 1, and widens with doubt', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.15, max: 0.85, noNaN: true }), fc.double({ min: 0, max: 0.02, noNaN: true }), (mean, variance) => {
      const [sure, unsure] = [bandOf(mean, 0), bandOf(mean, variance)]
      expect(sure.low).toBeGreaterThanOrEqual(0)
      expect(sure.high).toBeLessThanOrEqual(1)
      expect(sure.low).toBeLessThan(sure.high)
      expect(unsure.high - unsure.low).toBeGreaterThanOrEqual(sure.high - sure.low - 1e-9)
    }),
  )
})

test('with nothing known beyond κ = 100, "60 %" means 54 to 66', () => {
  const { low, high } = bandOf(0.6, 0)
  expect([Math.round(low * 100), Math.round(high * 100)]).toEqual([54, 66])
})

test('a short session scatters more than a long one, and in whole questions', () => {
  const [short, long] = [sessionBand(0.6, 0, 5), sessionBand(0.6, 0, 200)]
  expect(short.high - short.low).toBeGreaterThan(long.high - long.low)
  expect(short.low * 5).toBeCloseTo(Math.round(short.low * 5), 9)
  const { low, high } = bandOf(0.6, 0)
  expect(Math.abs(long.low - low) + Math.abs(long.high - high)).toBeLessThan(0.04)
})
