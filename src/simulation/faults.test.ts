import { expect, test } from 'vitest'
import type { Component } from '../domain/component.ts'
import type { Design, Step } from '../domain/design.ts'
import type { Policy } from '../domain/policy.ts'
import type { Fault } from '../domain/fault.ts'
import type { ClassMeasurement, Measurement } from '../domain/measurement.ts'
import type { RequestClass } from '../domain/workload.ts'
import { simulate } from './simulate.ts'

interface Trial {
  readonly components: Readonly<Record<string, Component>>
  readonly steps: readonly Step[]
  readonly routes?: Design['routes']
  readonly policies?: Readonly<Record<string, Policy>>
  readonly rate: number
  readonly keys?: RequestClass['keys']
  readonly faults?: readonly Fault[]
  readonly seconds?: number
  readonly window?: number
}

function trial({
  components,
  steps,
  routes,
  policies = {},
  rate,
  keys,
  faults = [],
  seconds = 20,
  window,
}: Trial): Measurement & { readonly ask: ClassMeasurement } {
  const measured = simulate({
    design: { components, routes: { ask: steps, ...routes }, policies },
    workload: {
      classes: { ask: { arrivals: { kind: 'poisson', rate }, ...(keys && { keys }) } },
      seconds,
      warmUp: 0,
      ...(window && { window }),
    },
    faults,
    seed: 20_261_122,
  })
  return { ...measured, ask: measured.classes['ask'] as ClassMeasurement }
}

/** Share of arrivals answered in a stretch of windows. */
function goodput({ windows }: ClassMeasurement, from: number, until: number): number {
  const part = windows.slice(from, until)
  return part.reduce((sum, { ok }) => sum + ok, 0) / part.reduce((sum, { arrived }) => sum + arrived, 0)
}

test('a storm of retries outlives its cause, and a budget for retries ends it', () => {
  const storm = (policy: Policy) =>
    trial({
      components: { app: { kind: 'service', time: { kind: 'lognormal', mean: 0.03, cv2: 0.5 }, replicas: 5, servers: 4 } },
      steps: [{ call: ['app'], policy: 'client' }],
      policies: { client: policy },
      rate: 500,
      faults: [{ kind: 'slow', component: 'app', factor: 3, at: 15, until: 20 }],
      seconds: 60,
      window: 1,
    }).ask
  const patient: Policy = { timeout: 0.3, retries: 3, backoff: { base: 0.1, jitter: 1 } }
  const [without, budget] = [storm(patient), storm({ ...patient, budget: { ratio: 0.1, burst: 50 } })]
  expect(goodput(without, 5, 14)).toBeGreaterThan(0.99)
  expect(goodput(without, 45, 58)).toBeLessThan(0.05)
  expect(goodput(budget, 45, 58)).toBeGreaterThan(0.99)
})

test('a hot key is helped by a small cache in front and not by more shards', () => {
  const shards = (replicas: number, isCached: boolean) =>
    trial({
      components: {
        near: { kind: 'cache', capacity: 1000 },
        store: { kind: 'service', time: { kind: 'constant', mean: 0.001 }, replicas, balance: 'key' },
      },
      steps: isCached ? [{ at: 'near', miss: ['store'] }] : ['store'],
      rate: 8000,
      keys: { count: 100_000, skew: 0.6 },
      faults: [{ kind: 'hot-key', class: 'ask', key: 7, share: 0.15, at: 0 }],
      seconds: 5,
    })
  expect(shards(16, false).ask.latency.p99).toBeGreaterThan(0.3)
  expect(shards(64, false).ask.latency.p99).toBeGreaterThan(0.3)
  expect(shards(16, true).ask.latency.p99).toBeLessThan(0.02)
})

test('a flushed cache floods its store, and single flight sends one fetch for each key', () => {
  const flush = (singleFlight: boolean) =>
    trial({
      components: {
        cache: { kind: 'cache', capacity: 2000, singleFlight },
        store: { kind: 'service', time: { kind: 'constant', mean: 0.004 }, replicas: 6, balance: 'key' },
      },
      steps: [{ at: 'cache', miss: ['store'] }],
      rate: 3000,
      keys: { count: 2000, skew: 1 },
      faults: [{ kind: 'flush', component: 'cache', at: 10 }],
      window: 1,
    })
  const [alone, joined] = [flush(false), flush(true)]
  expect(alone.ask.windows[10]?.p99).toBeGreaterThan(10 * (alone.ask.windows[8]?.p99 ?? 1))
  expect(joined.components['store']?.entered).toBeLessThan(alone.components['store']?.entered ?? 0)
  expect(joined.ask.latency.p99).toBeLessThan(alone.ask.latency.p99)
})

test('with one slow replica of ten, two choices keep the tail that chance loses', () => {
  const tier = (balance: 'random' | 'two-choices') =>
    trial({
      components: { app: { kind: 'service', time: { kind: 'exponential', mean: 0.01 }, replicas: 10, balance } },
      steps: ['app'],
      rate: 600,
      faults: [{ kind: 'slow', component: 'app', factor: 5, replicas: [3], at: 0 }],
    }).ask.latency.p99
  expect(tier('random')).toBeGreaterThan(1)
  expect(tier('two-choices')).toBeLessThan(0.2)
})

test('a lost zone takes what it held, and the others carry on', () => {
  const { ask, components } = trial({
    components: { app: { kind: 'service', time: { kind: 'constant', mean: 0.01 }, replicas: 4, servers: 4, zones: 2 } },
    steps: ['app'],
    rate: 600,
    faults: [{ kind: 'zone', zone: 0, at: 5, until: 10 }],
    window: 1,
  })
  expect(goodput(ask, 6, 9)).toBe(1)
  expect(components['app']?.counts['lost']).toBe(ask.failed)
  expect(ask.failed).toBeGreaterThan(0)
  expect(ask.failures).toEqual({ 'app: down': ask.failed })
})

test('an autoscaler follows a spike after its delay', () => {
  const { ask, components, cost } = trial({
    components: {
      app: { kind: 'service', time: { kind: 'exponential', mean: 0.01 }, replicas: 4, balance: 'least', price: 1 },
      scaler: { kind: 'autoscaler', target: 'app', utilisation: 0.6, least: 4, most: 20, interval: 1, start: 3 },
    },
    steps: ['app'],
    rate: 200,
    faults: [{ kind: 'spike', factor: 3, at: 10 }],
    seconds: 40,
    window: 1,
  })
  expect(ask.windows[13]?.p99).toBeGreaterThan(0.3)
  expect(ask.windows[38]?.p99).toBeLessThan(0.15)
  expect(components['scaler']?.counts['out']).toBeGreaterThanOrEqual(5)
  expect(cost).toBeGreaterThan(4)
  expect(cost).toBeLessThan(20)
})

test('a breaker spares a system that is down, and closes when it is back', () => {
  const { ask, policies } = trial({
    components: { app: { kind: 'service', time: { kind: 'constant', mean: 0.01 }, servers: 10 } },
    steps: [{ call: ['app'], policy: 'client', else: [{ mark: 'fallback' }] }],
    policies: { client: { timeout: 0.1, breaker: { window: 50, share: 0.5, open: 1 } } },
    rate: 200,
    faults: [{ kind: 'down', component: 'app', at: 5, until: 10 }],
    window: 1,
  })
  expect(ask.failed).toBe(0)
  expect(ask.marks['fallback']).toBeGreaterThan(900)
  expect(policies['client']?.['open']).toBeGreaterThan(800)
  expect(ask.windows[15]?.p99).toBeCloseTo(0.01, 3)
})

test('consumers that stand still make a backlog, which they work off', () => {
  const { classes, components } = trial({
    components: {
      queue: { kind: 'log', partitions: 8, consumers: 4 },
      work: { kind: 'service', time: { kind: 'constant', mean: 0.01 }, servers: 10 },
    },
    steps: ['queue'],
    routes: { queue: ['work'] },
    rate: 200,
    keys: { count: 1000, skew: 0 },
    faults: [{ kind: 'late', component: 'queue', at: 5, until: 8 }],
    window: 1,
  })
  expect(components['queue']?.longest).toBeGreaterThan(500)
  expect(classes['queue']?.windows[5]?.p99).toBeGreaterThan(2.5)
  expect(classes['queue']?.windows[17]?.p99).toBeLessThan(0.3)
  expect(classes['ask']?.latency.largest).toBe(0)
})

test('poison and a bad model lower the quality of answers while they last', () => {
  const { ask } = trial({
    components: {
      features: { kind: 'features', scope: 'all' },
      model: { kind: 'service', time: { kind: 'constant', mean: 0.001 }, replicas: 10, servers: 10 },
    },
    steps: ['features', 'model'],
    rate: 500,
    faults: [
      { kind: 'poison', component: 'features', quality: 0, share: 0.5, at: 2, until: 4 },
      { kind: 'rollout', component: 'model', share: 0.2, factor: 3, quality: 0.5, at: 10, until: 15 },
    ],
    window: 1,
  })
  expect(ask.windows[1]?.quality).toBe(1)
  expect(ask.windows[3]?.quality).toBeCloseTo(0.5, 1)
  expect(ask.windows[12]?.quality).toBeCloseTo(0.9, 1)
  expect(ask.windows[12]?.p99).toBeCloseTo(0.003, 4)
  expect(ask.windows[18]?.quality).toBe(1)
})

test('an index gives what its chosen effort gives', () => {
  const table = [
    { effort: 32, recall: 0.9, seconds: 0.001 },
    { effort: 128, recall: 0.98, seconds: 0.004 },
  ]
  const [fast, good] = [32, 128].map(
    (effort) => trial({ components: { index: { kind: 'index', effort, table, servers: 8 } }, steps: ['index'], rate: 100 }).ask,
  )
  expect([fast?.quality, good?.quality].map((quality) => quality?.toFixed(6))).toEqual(['0.900000', '0.980000'])
  expect(good?.latency.p50).toBeGreaterThan(3 * (fast?.latency.p50 ?? 1))
})

test('a bucket lets its rate through and a window twice of it at its edge', () => {
  const limit = (method: 'bucket' | 'window') =>
    trial({
      components: { limit: { kind: 'limiter', rate: 50, burst: 50, method } },
      steps: ['limit'],
      rate: 500,
      seconds: 10,
      window: 0.25,
    }).ask
  expect(limit('bucket').ok).toBeLessThanOrEqual(550)
  expect(limit('bucket').windows[20]?.ok).toBeLessThan(16)
  expect(limit('window').windows[20]?.ok).toBeGreaterThanOrEqual(49)
})

test('who waits for parts until a time goes on with what there is', () => {
  const { ask } = trial({
    components: {
      near: { kind: 'delay', time: { kind: 'constant', mean: 0.01 } },
      far: { kind: 'delay', time: { kind: 'constant', mean: 1 } },
    },
    steps: [{ all: [['near'], ['far']], seconds: 0.05, lost: 0.4 }],
    rate: 100,
  })
  expect(ask.latency.p99).toBeCloseTo(0.05, 2)
  expect(ask.quality).toBeCloseTo(0.8, 9)
  expect(ask.marks['partial']).toBe(ask.ok)
})

test('a failure goes to the nearest alternative and gives back what was held', () => {
  const { ask, components } = trial({
    components: {
      pool: { kind: 'pool', tokens: 1 },
      broken: { kind: 'delay', time: { kind: 'constant', mean: 0.001 }, loss: 1 },
      other: { kind: 'delay', time: { kind: 'constant', mean: 0.001 } },
    },
    steps: [{ try: [{ at: 'pool', hold: ['other', 'broken'] }], else: [{ mark: 'other' }, 'other'] }],
    rate: 100,
  })
  expect(ask.failed).toBe(0)
  expect(ask.marks['other']).toBe(ask.arrived)
  expect(components['pool']?.utilisation).toBeLessThan(0.2)
})

test('branches are chosen in proportion to their shares', () => {
  const { ask } = trial({
    components: {},
    steps: [
      {
        choose: [
          { share: 3, steps: [{ mark: 'often' }] },
          { share: 1, steps: [{ fail: 'seldom' }] },
        ],
      },
    ],
    rate: 1000,
  })
  expect(ask.failed / ask.arrived).toBeCloseTo(0.25, 1)
  expect(ask.marks['often']).toBe(ask.ok)
  expect(ask.failures).toEqual({ seldom: ask.failed })
})
