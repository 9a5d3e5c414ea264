import { expect, test } from 'vitest'
import type { Workload } from '../domain/workload.ts'
import { rich } from './fixtures/rich.ts'
import { simulate } from './simulate.ts'

const trace = (times: readonly number[], seconds: number, warmUp = 0, window?: number): Workload => ({
  classes: { ask: { arrivals: { kind: 'trace', times } } },
  seconds,
  warmUp,
  ...(window && { window }),
})

test('windows of a component say exactly when it was at work and how many waited', () => {
  const { components, classes, window } = simulate({
    design: { components: { desk: { kind: 'service', time: { kind: 'constant', mean: 1 } } }, routes: { ask: ['desk'] } },
    workload: trace([0.5, 1, 1], 5, 0, 1),
    seed: 1,
  })
  const rows = components['desk']?.windows.map(({ from, until, entered, utilisation, hottest, queue }) => [
    from,
    until,
    entered,
    utilisation,
    hottest,
    queue,
  ])
  // Served 0.5 to 1.5, 1.5 to 2.5 and 2.5 to 3.5.
  expect(rows).toEqual([
    [0, 1, 1, 0.5, 0.5, 0],
    [1, 2, 2, 1, 1, 1.5],
    [2, 3, 0, 1, 1, 0.5],
    [3, 4, 0, 0.5, 0.5, 0],
    [4, 5, 0, 0, 0, 0],
  ])
  expect(window).toBe(1)
  expect(classes['ask']?.windows.map(({ arrived }) => arrived)).toEqual([1, 2, 0, 0, 0])
})

test('windows add up to the whole, and there are about a hundred however short those of the classes are', () => {
  const run = rich(3, 0.1)
  for (const window of [0.25, 0.001]) {
    const { components } = simulate({ ...run, workload: { ...run.workload, warmUp: 0, window }, seed: 3 })
    for (const [name, { windows, entered, counts, utilisation, queue }] of Object.entries(components)) {
      expect(windows.length, name).toBe(window === 0.25 ? 12 : 120)
      expect(
        windows.reduce((sum, each) => sum + each.entered, 0),
        name,
      ).toBe(entered)
      for (const [what, count] of Object.entries(counts)) {
        expect(
          windows.reduce((sum, each) => sum + (each.counts[what] ?? 0), 0),
          `${name} ${what}`,
        ).toBe(count)
      }
      const waited = windows.reduce((sum, each) => sum + each.queue * (each.until - each.from), 0)
      expect(waited / 3, name).toBeCloseTo(queue, 6)
      const worked = windows.reduce((sum, each) => sum + each.utilisation * (each.until - each.from), 0)
      // A cache says how full it is, and a tier that is scaled offers another time in each window.
      if (name !== 'cache' && name !== 'app') expect(worked / 3, name).toBeCloseTo(utilisation, 6)
    }
  }
})

test('what happened before the end of the warm-up is in the windows and not in the whole', () => {
  const { components } = simulate({
    design: {
      components: { cache: { kind: 'cache', capacity: 1 }, desk: { kind: 'service', time: { kind: 'constant', mean: 1 } } },
      routes: { ask: [{ at: 'cache', miss: ['desk'] }] },
    },
    workload: trace([0, 2, 3, 8], 10, 5, 5),
    seed: 1,
  })
  expect(components['cache']?.counts).toMatchObject({ hits: 1, misses: 0 })
  expect(components['cache']?.windows.map(({ counts }) => [counts['hits'], counts['misses']])).toEqual([
    [2, 1],
    [1, 0],
  ])
  expect([components['desk']?.entered, components['desk']?.utilisation]).toEqual([0, 0])
})

test('a run that is stopped early measures the time that it lasted', () => {
  const { components, stopped } = simulate({
    design: { components: { desk: { kind: 'service', time: { kind: 'constant', mean: 10 } } }, routes: { ask: ['desk'] } },
    workload: { classes: { ask: { arrivals: { kind: 'every', seconds: 1 } } }, seconds: 1000, warmUp: 0 },
    seed: 1,
    requests: 20,
  })
  expect(stopped).toBe('requests')
  expect(components['desk']?.utilisation).toBeCloseTo(1, 1)
  expect(components['desk']?.windows.at(-1)?.until).toBeLessThan(30)
})

test('faults of one kind may overlap, and each ends for itself', () => {
  const { classes } = simulate({
    design: {
      components: { desk: { kind: 'service', time: { kind: 'constant', mean: 0.01 }, servers: 100 } },
      routes: { ask: ['desk'] },
    },
    workload: { classes: { ask: { arrivals: { kind: 'every', seconds: 0.1 } } }, seconds: 8, warmUp: 0, window: 1 },
    faults: [
      { kind: 'slow', component: 'desk', factor: 2, at: 1, until: 5 },
      { kind: 'slow', component: 'desk', factor: 3, at: 2, until: 4 },
      { kind: 'down', component: 'desk', at: 5, until: 7 },
      { kind: 'down', component: 'desk', at: 5.5, until: 6 },
    ],
    seed: 1,
  })
  const at = (second: number) => Number(classes['ask']?.windows[second]?.p50.toFixed(3))
  expect([at(0), at(1), at(2), at(3), at(4), at(7)]).toEqual([0.01, 0.02, 0.06, 0.06, 0.02, 0.01])
  expect(classes['ask']?.windows[6]?.ok).toBe(0)
})
