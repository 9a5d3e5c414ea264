import { expect, test } from 'vitest'
import { distanceOf, nearMiss } from './near-miss.ts'

test('distances count insertions, deletions, replacements and swaps', () => {
  expect([distanceOf('', 'abc'), distanceOf('probe', 'prob'), distanceOf('limits', 'limtis'), distanceOf('kitten', 'sitting')]).toEqual([
    3, 1, 1, 3,
  ])
})

test('what was most likely meant is found, and nothing where nothing is near', () => {
  expect(nearMiss('readynessProbe', ['livenessProbe', 'readinessProbe'])).toBe('readinessProbe')
  expect(nearMiss('RunAsNonRoot', ['runAsUser', 'runAsNonRoot'])).toBe('runAsNonRoot')
  expect(nearMiss('sidecar', ['containers', 'volumes'])).toBeUndefined()
})
