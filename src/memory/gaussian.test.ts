import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Gaussian } from '../domain/memory.ts'
import { type Direction, drift, marginal, observe, sideBySide, sumOf, varianceAlong } from './gaussian.ts'

const belief: Gaussian = { mean: [1, -2, 0.5], covariance: [1, 0.3, 0, 0.3, 2, -0.4, 0, -0.4, 0.5] }

test('an observation of one entry is the textbook update of a normal mean', () => {
  const one = observe({ mean: [1], covariance: [4] }, { at: [0], by: [1] }, 1, 1, 3)
  expect(one.mean[0]).toBeCloseTo((1 / 4 + 3) / (1 / 4 + 1), 12)
  expect(one.covariance[0]).toBeCloseTo(1 / (1 / 4 + 1), 12)
})

test('linear observations end in the same belief in whatever order they come', () => {
  const seen: readonly (readonly [Direction, number])[] = [
    [{ at: [0, 2], by: [1, -1] }, 0.4],
    [{ at: [1], by: [2] }, -3],
    [{ at: [0, 1, 2], by: [0.5, 1, 1] }, 1],
  ]
  const see = (from: Gaussian, [direction, value]: readonly [Direction, number]) => {
    const expected = direction.at.reduce((sum, at, n) => sum + (from.mean[at] as number) * (direction.by[n] as number), 0)
    return observe(from, direction, expected, 0.7, value)
  }
  const [there, back] = [seen.reduce(see, belief), [...seen].reverse().reduce(see, belief)]
  there.mean.forEach((value, at) => {
    expect(value).toBeCloseTo(back.mean[at] as number, 10)
  })
  there.covariance.forEach((value, at) => {
    expect(value).toBeCloseTo(back.covariance[at] as number, 10)
  })
})

test('whatever is seen, doubt along any direction only shrinks and stays positive', () => {
  const entry = fc.double({ min: -3, max: 3, noNaN: true })
  const direction = fc.tuple(entry, entry, entry).map((by): Direction => ({ at: [0, 1, 2], by }))
  fc.assert(
    fc.property(fc.array(fc.tuple(direction, entry), { minLength: 1, maxLength: 20 }), direction, (all, probe) => {
      const after = all.reduce((from, [each, seen]) => observe(from, each, 0, 0.2, seen), belief)
      expect(varianceAlong(after, probe)).toBeLessThanOrEqual(varianceAlong(belief, probe) + 1e-9)
      expect(varianceAlong(after, probe)).toBeGreaterThan(-1e-9)
    }),
  )
})

test('parts of a belief stand as they stood; two side by side do not touch', () => {
  const both = sideBySide(belief, { mean: [9], covariance: [4] })
  expect(marginal(both, [0, 1, 2])).toEqual(belief)
  expect(marginal(both, [3, 1])).toEqual({ mean: [9, -2], covariance: [4, 0, 0, 2] })
})

test('drift widens what drifts alone; directions add up', () => {
  expect(drift(belief, [1], 0.25).covariance).toEqual([1, 0.3, 0, 0.3, 2.25, -0.4, 0, -0.4, 0.5])
  const sum = sumOf(
    [
      { at: [0, 2], by: [1, 2] },
      { at: [2], by: [5] },
    ],
    [10, 100],
    3,
  )
  expect(sum).toEqual({ at: [0, 1, 2], by: [10, 0, 520] })
})
