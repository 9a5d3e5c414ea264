import { expect, test } from 'vitest'
import type { Forecasted } from '../domain/readiness.ts'
import { calibrationOf, logLoss } from './reliability.ts'

const said = (probability: number, ...outcomes: readonly boolean[]): Forecasted[] =>
  outcomes.map((passed) => ({ at: 0, model: 'm', probability, passed }))

test('"when we said 70 %, you did 50 %"', () => {
  const { bins, outcomes, calibrationError, brier } = calibrationOf([...said(0.7, true, false, true, false), ...said(0.2, false)], [])
  expect(outcomes).toBe(5)
  expect(bins.map(({ said, did, count }) => [said, did, count])).toEqual([
    [0.2, 0, 1],
    [0.7, 0.5, 4],
  ])
  expect(calibrationError).toBeCloseTo((4 * 0.2 + 1 * 0.2) / 5, 12)
  expect(brier).toBeCloseTo((2 * 0.09 + 2 * 0.49 + 0.04) / 5, 12)
})

test('certainty falls into the last bin', () => {
  expect(calibrationOf(said(1, true), []).bins).toEqual([{ from: 0.9, to: 1, said: 1, did: 1, count: 1 }])
})

test('the base rate knows only what came before', () => {
  // Starts at one half; after a pass it says (1 + 1) / 3.
  const { baseRateBrier } = calibrationOf(said(0.5, true, true), [])
  expect(baseRateBrier).toBeCloseTo((0.25 + (1 / 3) ** 2) / 2, 12)
})

test('the share of sessions inside their band is unknown before there is one', () => {
  expect(calibrationOf([], []).coverage).toBeUndefined()
  expect(calibrationOf([], [true, true, false, true]).coverage).toBe(0.75)
  expect(calibrationOf([], [])).toMatchObject({ outcomes: 0, bins: [], brier: 0, calibrationError: 0 })
})

test('log loss rewards the better forecaster and does not break on certainty', () => {
  expect(logLoss(said(0.9, true))).toBeLessThan(logLoss(said(0.6, true)))
  expect(logLoss(said(0.5, true, false))).toBeCloseTo(Math.LN2, 12)
  expect(Number.isFinite(logLoss(said(1, false)))).toBe(true)
})
