import { expect, test } from 'vitest'
import { probeInstead } from './probe.ts'

const days = Array.from({ length: 5000 }, (_, day) => day)

test('about one review in ten is a probe, whoever asks and however often', () => {
  const probes = days.filter((day) => probeInstead('far', ['same', 'near', 'far'], 1, 'tensors/a', day) !== undefined)
  expect(probes.length / days.length).toBeGreaterThan(0.08)
  expect(probes.length / days.length).toBeLessThan(0.12)
  expect(probes.every((day) => probeInstead('far', ['same', 'near', 'far'], 1, 'tensors/a', day) === 'same')).toBe(true)
})

test('another pattern or seed is probed on other days', () => {
  const probed = (seed: number, pattern: string) => days.filter((day) => probeInstead('far', ['same', 'far'], seed, pattern, day)).join()
  expect(new Set([probed(1, 'tensors/a'), probed(2, 'tensors/a'), probed(1, 'tensors/b')]).size).toBe(3)
})

test('who repeats is probed in a new context; where nothing else is offered there is no probe', () => {
  const seen = new Set(days.map((day) => probeInstead('same', ['same', 'far'], 1, 'tensors/a', day)))
  expect(seen).toEqual(new Set(['far', undefined]))
  expect(days.some((day) => probeInstead('far', ['far'], 1, 'tensors/a', day))).toBe(false)
})
