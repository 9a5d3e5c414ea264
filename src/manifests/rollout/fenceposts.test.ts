import { expect, test } from 'vitest'
import { fencepostsOf } from './fenceposts.ts'

test.each([
  // The documentation's example: 30 % of 10.
  [10, '30%', '30%', 3, 3],
  // Surge is rounded up, unavailability down.
  [6, '25%', '25%', 2, 1],
  [3, undefined, undefined, 1, 0],
  [1, undefined, undefined, 1, 0],
  [4, 0, '20%', 0, 1],
  [4, '0%', '0%', 0, 1],
  [7, 2, 3, 2, 3],
])('of %i pods, %s more and %s less are %i and %i', (replicas, maxSurge, maxUnavailable, surge, unavailable) => {
  expect(fencepostsOf(replicas, { maxSurge, maxUnavailable })).toEqual({ maxSurge: surge, maxUnavailable: unavailable })
})

test.each(['a half', '-1', '25', '2.5%', -1, 1.5])('%s is no number of pods', (maxSurge) => {
  expect(fencepostsOf(4, { maxSurge })).toBeUndefined()
})
