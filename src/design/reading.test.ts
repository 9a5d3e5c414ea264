import { expect, test } from 'vitest'
import type { Drawing, Reading } from '../domain/case.ts'
import type { Design } from '../domain/design.ts'
import type { Workload } from '../domain/workload.ts'
import { simulate } from '../simulation/simulate.ts'
import { METRICS, metricFlaw } from './metric.ts'
import { readingOf } from './reading.ts'

const DRAWING: Drawing = {
  components: { web: { part: 'service', settings: {} }, one: { part: 'store', settings: {} }, two: { part: 'store', settings: {} } },
  routes: {},
  policies: {},
  jobs: {},
  layout: {},
}
const WORKLOAD: Workload = {
  classes: { read: { arrivals: { kind: 'poisson', rate: 100 }, keys: { count: 10, skew: 0 } } },
  seconds: 40,
  warmUp: 10,
  window: 0.5,
}
const DESIGN: Design = {
  components: {
    web: { kind: 'service', time: { kind: 'constant', mean: 0.01 }, servers: 4, price: 1 },
    one: { kind: 'service', time: { kind: 'exponential', mean: 0.004 }, price: 2 },
    two: { kind: 'service', time: { kind: 'exponential', mean: 0.002 }, replicas: 2, balance: 'key', price: 3 },
  },
  routes: { read: ['web', 'one', 'two'] },
}

function reader(change: Partial<Design> = {}, faults: Parameters<typeof simulate>[0]['faults'] = []) {
  const design = { ...DESIGN, ...change }
  const measurement = simulate({ design, workload: WORKLOAD, faults, seed: 1 })
  return (metric: string, rest: Partial<Reading> = {}) => readingOf({ scenario: '', metric, ...rest }, measurement, DRAWING, WORKLOAD)
}

test('every metric has a number', () => {
  const read = reader()
  for (const metric of METRICS.class.filter((name) => !/age|token|bad|</.test(name))) expect(read(metric, { class: 'read' })).not.toBeNaN()
  for (const metric of METRICS.part.filter((name) => !/</.test(name) && name !== 'hit-rate'))
    expect(read(metric, { part: 'store' })).not.toBeNaN()
  expect(read('cost')).toBeCloseTo(1 + 2 + 6)
  expect(read('amplification')).toBe(1)
  expect(read('p99', { class: 'nobody' })).toBeNaN()
})

test('a calm run reads as one', () => {
  const read = reader()
  expect(read('rate', { class: 'read' })).toBeCloseTo(100, -1)
  expect(read('ok', { class: 'read' })).toBe(1)
  expect(read('failed', { class: 'read' })).toBe(0)
  expect(read('p50', { class: 'read' })).toBeGreaterThan(0.01)
  expect(read('p50', { class: 'read', from: 20, until: 30 })).toBeCloseTo(read('p50', { class: 'read' }), 2)
  expect(read('rate', { part: 'store' })).toBeCloseTo(200, -2)
  expect(read('price', { part: 'store' })).toBeCloseTo(8)
  expect(read('utilisation', { part: 'service' })).toBeCloseTo(0.25, 1)
  expect(read('hottest', { part: 'store' })).toBeCloseTo(0.4, 1)
})

test('a part that is not used has none of anything', () => {
  const read = reader()
  for (const metric of ['rate', 'utilisation', 'count:misses', 'share:stale', 'price', 'hit-rate', 'queue'])
    expect(read(metric, { part: 'cache' })).toBe(0)
})

test('a component that nothing came to says nothing of its part', () => {
  const read = reader({ routes: { read: ['web', 'one'] } })
  for (const metric of ['wait-mean', 'wait-p99', 'longest', 'hottest']) expect(read(metric, { part: 'store' })).not.toBeNaN()
})

test('shares and counts are of the windows that are asked for', () => {
  const read = reader({}, [{ kind: 'down', component: 'one', at: 20, until: 30 }])
  expect(read('ok', { class: 'read' })).toBeCloseTo(2 / 3, 1)
  expect(read('ok', { class: 'read', from: 21, until: 29 })).toBe(0)
  expect(read('ok', { class: 'read', from: 31 })).toBe(1)
  expect(read('failure:down', { class: 'read' })).toBeCloseTo(1 / 3, 1)
  expect(read('failure:one: down', { class: 'read' })).toBeCloseTo(1 / 3, 1)
  expect(read('bad-seconds', { class: 'read', bad: { metric: 'ok', least: 0.99 } })).toBeCloseTo(10, -1)
  expect(read('bad-seconds', { class: 'read', until: 25, bad: { metric: 'ok', least: 0.99 } })).toBeCloseTo(5, -1)
  expect(read('count:lost', { part: 'store', from: 21, until: 29 })).toBeCloseTo(800, -2)
  expect(read('count:lost', { part: 'store', from: 31 })).toBe(0)
  expect(read('rate', { part: 'service', from: 21, until: 29 })).toBeCloseTo(100, -2)
})

test('who waits for ever is slow, and has failed', () => {
  // Every second request asks a store that stands still from second 20 on.
  const routes = {
    read: [
      'web',
      {
        choose: [
          { share: 1, steps: ['one'] },
          { share: 1, steps: [] },
        ],
      },
    ],
  }
  const read = reader({ routes }, [{ kind: 'slow', component: 'one', factor: 1e6, at: 20 }])
  expect(read('p99', { class: 'read' })).toBeGreaterThan(15)
  expect(read('p50', { class: 'read' })).toBeLessThan(1)
  expect(read('p99', { class: 'read', from: 25, until: 35 })).toBeGreaterThan(5)
  expect(read('p99', { class: 'read', until: 19 })).toBeLessThan(0.1)
  expect(read('ok', { class: 'read', from: 22, until: 35 })).toBeCloseTo(0.5, 1)
  expect(read('bad-seconds', { class: 'read', bad: { metric: 'p99', most: 0.2 } })).toBeGreaterThan(19)
})

test('who is being served when the run ends has not failed', () => {
  const slow = { ...DESIGN.components, web: { kind: 'delay', time: { kind: 'constant', mean: 3 } } } as Design['components']
  const read = reader({ components: slow })
  expect(read('ok', { class: 'read' })).toBe(1)
  expect(read('bad-seconds', { class: 'read', bad: { metric: 'ok', least: 0.99 } })).toBe(0)
  expect(read('bad-seconds', { class: 'read', bad: { metric: 'p99', most: 4 } })).toBe(0)
})

test('a run that was stopped has lost what it left', () => {
  const measurement = simulate({
    design: DESIGN,
    workload: WORKLOAD,
    faults: [{ kind: 'slow', component: 'one', factor: 1e6, at: 15 }],
    seed: 1,
    requests: 300,
  })
  expect(measurement.stopped).toBe('requests')
  expect(readingOf({ scenario: '', metric: 'ok', class: 'read' }, measurement, DRAWING, WORKLOAD)).toBeLessThan(0.8)
})

test.each([
  [{ metric: 'p98', class: 'read' }, 'there is no metric "p98"', 'Did you mean'],
  [{ metric: 'p99' }, '"p99" is read of a class', 'Add class: ...'],
  [{ metric: 'cost', class: 'read' }, '"cost" is read of neither a class nor a part', 'Leave class and part out.'],
  [{ metric: 'utilisation', class: 'read' }, '"utilisation" is read of a part', 'Add part: ...'],
  [{ metric: 'ok', class: 'read', part: 'store' }, 'both a class and a part', 'Name one of them.'],
  [{ metric: 'bad-seconds', class: 'read' }, 'it is not said what a bad second is', 'Add bad'],
  [{ metric: 'bad-seconds', class: 'read', bad: { metric: 'p90', most: 1 } }, 'seconds have no "p90"', 'Take one of p50'],
  [{ metric: 'bad-seconds', class: 'read', bad: { metric: 'p99' } }, 'a bad second has no limit', 'Add least or most.'],
  [{ metric: 'p999', class: 'read', from: 3 }, '"p999" is not known by windows', 'Leave from and until out'],
  [{ metric: 'mark:', class: 'read' }, 'there is no metric "mark:"', ''],
])('%o cannot be read', (reading, cause, remedy) => {
  const flaw = metricFlaw({ scenario: 'peak', ...reading })
  expect(flaw?.cause).toBe(cause)
  expect(flaw?.remedy).toContain(remedy)
})

test('metrics with a name, and those of windows, can be read', () => {
  for (const metric of ['mark:fallback', 'failure:full', 'lost:charge', 'age-p95', 'first-token-p99'])
    expect(metricFlaw({ scenario: '', metric, class: 'read' })).toBeUndefined()
  expect(metricFlaw({ scenario: '', metric: 'p99', class: 'read', from: 3 })).toBeUndefined()
  expect(metricFlaw({ scenario: '', metric: 'share:stale', part: 'store', from: 3 })).toBeUndefined()
  expect(metricFlaw({ scenario: '', metric: 'bad-seconds', class: 'read', bad: { metric: 'p99', most: 1 }, from: 3 })).toBeUndefined()
})
