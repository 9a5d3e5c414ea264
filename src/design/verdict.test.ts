import { expect, test } from 'vitest'
import { scaleOf } from './scale.ts'
import { judge, marginOf, poissonBounds, type Sight } from './verdict.ts'

const seen = (values: readonly number[], of = 30_000): readonly Sight[] => values.map((value) => ({ value, of, stopped: false }))
const outcome = (...asked: Parameters<typeof judge>) => judge(...asked).outcome

test('a latency is met or missed where its interval is clear of the limit, and marginal where it is not', () => {
  const values = seen([0.07, 0.073, 0.069, 0.071])
  expect([0.1, 0.075, 0.0707, 0.066, 0.05].map((most) => outcome({ metric: 'p99', most }, values))).toEqual([
    'met',
    'marginal',
    'marginal',
    'marginal',
    'missed',
  ])
  const { interval } = judge({ metric: 'p99', most: 0.1 }, values)
  expect(interval.low).toBeLessThan(0.0707)
  expect(interval.high).toBeGreaterThan(0.0708)
  expect(interval.mean).toBeCloseTo(0.07073, 4)
})

test('latencies are averaged by their logarithms, and a zero among them does no harm', () => {
  expect(judge({ metric: 'p99', most: 1 }, seen([0.01, 0.1])).interval.mean).toBeCloseTo(Math.sqrt(0.001), 6)
  expect(judge({ metric: 'p99', most: 1 }, seen([0, 0.1])).interval).toMatchObject({ mean: 0.05 })
})

test('three replicates that happen to agree decide nothing near the limit: such metrics lie further apart', () => {
  const alike = seen([0.0951, 0.0952, 0.0951])
  expect(judge({ metric: 'p99', most: 0.1 }, alike).interval.high).toBeLessThan(0.1)
  expect(outcome({ metric: 'p99', most: 0.1 }, alike)).toBe('marginal')
})

test('what is the same in every replicate is exact: a cost at its limit is met', () => {
  expect(judge({ metric: 'cost', most: 10 }, seen([10, 10, 10]))).toMatchObject({
    outcome: 'met',
    interval: { mean: 10, low: 10, high: 10 },
  })
  expect(outcome({ metric: 'cost', most: 9.99 }, seen([10, 10, 10]))).toBe('missed')
})

test('a share is not met by seeing too few, and a run without failures proves only so much', () => {
  expect(outcome({ metric: 'duplicates:charge', most: 1e-5 }, seen([0, 0, 0, 0], 25))).toBe('marginal')
  expect(outcome({ metric: 'duplicates:charge', most: 1e-5 }, seen(Array.from({ length: 12 }, () => 0)))).toBe('marginal')
  expect(
    outcome(
      { metric: 'duplicates:charge', most: 1e-5 },
      seen(
        Array.from({ length: 12 }, () => 0),
        100_000,
      ),
    ),
  ).toBe('met')
  expect(outcome({ metric: 'ok', least: 0.9999 }, seen([1, 1, 1, 1]))).toBe('met')
  expect(outcome({ metric: 'ok', least: 0.9999 }, seen([1, 1, 1, 1], 3000))).toBe('marginal')
  expect(outcome({ metric: 'ok', least: 0.9999 }, seen([0.99, 0.991, 0.989, 0.99]))).toBe('missed')
})

test('failures that come in clusters widen a share beyond what their number alone says', () => {
  const even = judge({ metric: 'failed', most: 0.02 }, seen([0.01, 0.0101, 0.0099, 0.01]))
  const clustered = judge({ metric: 'failed', most: 0.02 }, seen([0, 0.04, 0, 0]))
  expect(even.outcome).toBe('met')
  expect(clustered.outcome).toBe('marginal')
})

test('whole events are kept at their limit, and beyond it where there are clearly more', () => {
  const counted = { metric: 'bad-seconds', most: 2 }
  expect(
    [
      [0, 0, 0, 0],
      [1, 0, 1, 0],
      [9, 12, 11, 10],
    ].map((values) => outcome(counted, seen(values))),
  ).toEqual(['met', 'marginal', 'missed'])
  expect(outcome({ metric: 'bad-seconds', most: 0 }, seen(Array.from({ length: 12 }, () => 0)))).toBe('met')
  expect(outcome({ metric: 'bad-seconds', most: 0 }, seen([0, 0, 0, 0]))).toBe('marginal')
})

test('what happens more than once to each is decided too', () => {
  expect(outcome({ metric: 'duplicates:charge', most: 1e-5 }, seen([1.5, 1.6, 1.4, 1.55]))).toBe('missed')
  expect(outcome({ metric: 'share:again', most: 0.1 }, seen([2, 2, 2, 2]))).toBe('missed')
  expect(outcome({ metric: 'share:tokens', most: 300 }, seen([200, 201, 202, 199]))).toBe('met')
  expect(outcome({ metric: 'share:tokens', most: 300 }, seen([400, 401, 402, 399]))).toBe('missed')
  const { interval } = judge({ metric: 'share:tokens', most: 2 }, seen([1.2, 1.22, 1.18, 1.2]))
  expect(interval).toMatchObject({ mean: expect.closeTo(1.2, 9), low: expect.any(Number), high: expect.any(Number) })
  expect(interval.low).toBeGreaterThan(1)
  expect(interval.high).toBeLessThan(1.5)
  expect(marginOf({ metric: 'share:tokens', most: 300 }, 150)).toBeCloseTo(Math.log(2), 9)
})

test('a run that was stopped, saw nothing, or never answered misses', () => {
  const [one] = seen([0.01])
  if (one === undefined) throw new Error('there is one')
  expect(outcome({ metric: 'p99', most: 1 }, [one, { ...one, stopped: true }])).toBe('missed')
  expect(outcome({ metric: 'ok', least: 0.9 }, seen([Number.NaN, Number.NaN]))).toBe('missed')
  expect(judge({ metric: 'p99', most: 1 }, seen([0.1, Number.POSITIVE_INFINITY, 0.1]))).toMatchObject({
    outcome: 'missed',
    interval: { low: 0.1 },
  })
  expect(outcome({ metric: 'p99', most: 1 }, [])).toBe('marginal')
})

test('exact bounds hold what Poisson says', () => {
  expect(poissonBounds(0, 0.995).high).toBeCloseTo(5.298, 2)
  // scipy.stats: chi2.ppf(0.005, 20) / 2 and chi2.ppf(0.995, 22) / 2
  expect(poissonBounds(10, 0.995).low).toBeCloseTo(3.717, 1)
  expect(poissonBounds(10, 0.995).high).toBeCloseTo(21.398, 1)
})

test('margins are above nothing within the limit, by how many times', () => {
  expect(marginOf({ metric: 'p99', most: 0.1 }, 0.05)).toBeCloseTo(Math.log(2), 9)
  expect(marginOf({ metric: 'p99', most: 0.1 }, 0.2)).toBeCloseTo(-Math.log(2), 9)
  expect(marginOf({ metric: 'ok', least: 0.999 }, 0.998)).toBeCloseTo(-Math.log(2), 9)
  expect(marginOf({ metric: 'rate', least: 10 }, 20)).toBeCloseTo(Math.log(2), 9)
  expect(marginOf({ metric: 'p99', most: 0.1 }, Number.NaN)).toBe(Number.NEGATIVE_INFINITY)
})

test('every metric of the format has a scale', () => {
  expect(['p99', 'first-token-p99', 'age-p95', 'wait-p99', 'cost'].map((metric) => scaleOf(metric).kind)).toEqual([
    'ratio',
    'ratio',
    'ratio',
    'ratio',
    'ratio',
  ])
  expect(['ok', 'failed', 'mark:fallback', 'failure:x: lost', 'share:stale', 'hit-rate'].map((metric) => scaleOf(metric).kind)).toEqual(
    Array.from({ length: 6 }, () => 'share'),
  )
  expect(['bad-seconds', 'count:over'].map((metric) => scaleOf(metric).kind)).toEqual(['count', 'count'])
})
