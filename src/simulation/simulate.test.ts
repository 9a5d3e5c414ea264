import { expect, test } from 'vitest'
import type { Design } from '../domain/design.ts'
import type { Fault } from '../domain/fault.ts'
import type { Workload } from '../domain/workload.ts'
import { rich } from './fixtures/rich.ts'
import { varied } from './fixtures/varied.ts'
import { problemsOf } from './problems.ts'
import { type Run, simulate } from './simulate.ts'
import { SortedQueue } from './sorted-queue.ts'

test('the fast queue and the dumb one give the same run to the last bit', () => {
  const run: Run = { ...rich(3, 0.05), seed: 5 }
  const fast = simulate(run)
  expect(fast).toEqual(simulate(run, new SortedQueue()))
  expect(fast.events).toBeGreaterThan(10_000)
  expect(fast).not.toEqual(simulate({ ...run, seed: 6 }))
})

test('so do the parts that are seldom used, and every one of them has something to do', () => {
  const run: Run = { ...varied(6), seed: 5 }
  const fast = simulate(run)
  expect(fast).toEqual(simulate(run, new SortedQueue()))
  expect(fast.stopped).toBeUndefined()
  const some = (name: string, ...counts: readonly string[]) => {
    for (const count of counts) expect(fast.components[name]?.counts[count], `${name}: ${count}`).toBeGreaterThan(0)
  }
  some('near', 'hits', 'misses', 'expired', 'evicted', 'stale', 'mistaken')
  some('store', 'reads', 'writes', 'stale')
  some('db', 'reads', 'stale', 'failovers')
  some('seats', 'taken', 'refused', 'over')
  some('train', 'work', 'lost', 'saving')
  some('mail', 'consumed', 'again')
  some('minutes', 'counted', 'dropped')
  some('model', 'preempted', 'tokens')
  some('limit', 'refused')
  for (const { arrived, ok, failed, unfinished } of Object.values(fast.classes)) expect(ok + failed + unfinished).toBe(arrived)
})

test('who arrived has an answer, has failed or is under way', () => {
  for (const { arrived, ok, failed, unfinished, windows } of Object.values(simulate({ ...rich(3, 0.2), seed: 1 }).classes)) {
    expect(unfinished).toBeGreaterThanOrEqual(0)
    expect(ok + failed + unfinished).toBe(arrived)
    for (const window of windows) expect(window.ok + window.failed).toBeLessThanOrEqual(window.arrived)
  }
})

const POISSON: Workload = { classes: { ask: { arrivals: { kind: 'poisson', rate: 1 } } }, seconds: 1000, warmUp: 0 }

function desk(replicas: number): Design {
  return {
    components: { desk: { kind: 'service', time: { kind: 'exponential', mean: 0.5 }, replicas, balance: 'round-robin' } },
    routes: { ask: ['desk'] },
  }
}

test('the same system in other units of time measures the same', () => {
  const slow = simulate({ design: desk(1), workload: POISSON, seed: 3 })
  const fast = simulate({
    design: { ...desk(1), components: { desk: { kind: 'service', time: { kind: 'exponential', mean: 0.5 / 1024 } } } },
    workload: { classes: { ask: { arrivals: { kind: 'poisson', rate: 1024 } } }, seconds: 1000 / 1024, warmUp: 0 },
    seed: 3,
  })
  expect(fast.classes['ask']?.latency.mean).toBeCloseTo((slow.classes['ask']?.latency.mean ?? 0) / 1024, 12)
})

test('designs meet the same arrivals under one seed', () => {
  const [one, many] = [1, 4].map((replicas) => simulate({ design: desk(replicas), workload: POISSON, seed: 9 }).classes['ask'])
  expect(one?.windows.map(({ arrived }) => arrived)).toEqual(many?.windows.map(({ arrived }) => arrived))
  expect(many?.latency.mean).toBeLessThan(one?.latency.mean ?? 0)
})

test('mean queue is arrival rate times mean wait', () => {
  const { components, classes } = simulate({ design: desk(1), workload: { ...POISSON, seconds: 20_000 }, seed: 2 })
  const { queue = 0, wait } = components['desk'] ?? {}
  expect(queue / (((classes['ask']?.arrived ?? 0) / 20_000) * (wait?.mean ?? 0))).toBeCloseTo(1, 2)
})

test('a run that needs too much is stopped and says so', () => {
  const overloaded: Workload = { ...POISSON, classes: { ask: { arrivals: { kind: 'poisson', rate: 1000 } } } }
  expect(simulate({ design: desk(1), workload: overloaded, seed: 1, events: 5000 }).stopped).toBe('events')
  expect(simulate({ design: desk(1), workload: overloaded, seed: 1, requests: 500 }).stopped).toBe('requests')
  expect(simulate({ design: desk(1), workload: POISSON, seed: 1 }).stopped).toBeUndefined()
})

test('what is wrong with a design is listed with place, cause and remedy', () => {
  const design = {
    components: { desk: { kind: 'service', time: { kind: 'exponential', mean: -1 }, speed: 3 }, box: { kind: 'magic' } },
    routes: { ask: ['dsk', { at: 'desk', miss: [] }, { call: ['desk'], policy: 'none' }, { leap: 1 }] },
  } as unknown as Design
  const problems = problemsOf(
    design,
    { ...POISSON, classes: { ...POISSON.classes, tell: { arrivals: { kind: 'closed', users: 1, think: 0 } } } },
    [],
  )
  expect(problems.map(({ where }) => where)).toEqual([
    'components.desk.speed',
    'components.desk.time.mean',
    'components.box.kind',
    'routes.ask[0]',
    'routes.ask[1].miss',
    'routes.ask[2].policy',
    'routes.ask[3]',
    'workload.classes.tell.arrivals.think',
  ])
  for (const { cause, remedy } of problems) expect(`${cause} ${remedy}`.length).toBeGreaterThan(20)
  expect(() => simulate({ design, workload: POISSON, seed: 1 })).toThrow('nothing knows this field')
})

test('no JSON value makes the check crash', () => {
  for (const value of [
    null,
    1,
    'x',
    [],
    {},
    { components: null },
    { components: { a: null }, routes: { ask: [null, [], 3, 'a', { at: 'a' }] } },
  ]) {
    expect(problemsOf(value as unknown as Design, value as unknown as Workload, value as unknown as Fault[]).length).toBeGreaterThan(0)
  }
})

test('relations between parts are checked too', () => {
  const design: Design = {
    components: {
      log: { kind: 'log', partitions: 2, consumers: 4 },
      scaler: { kind: 'autoscaler', target: 'log', utilisation: 0.5, least: 3, most: 2, interval: 1, start: 1 },
      shards: { kind: 'service', time: { kind: 'constant', mean: 1 }, balance: 'range' },
    },
    routes: { ask: ['log'] },
  }
  const faults: readonly Fault[] = [
    { kind: 'down', component: 'nowhere', at: 1 },
    { kind: 'spike', class: 'nobody', factor: 2, at: 1 },
    { kind: 'spike', factor: 2, at: 5, until: 4 },
  ]
  expect(problemsOf(design, { ...POISSON, warmUp: 2000 }, faults).map(({ where }) => where)).toEqual([
    'workload.warmUp',
    'components.log.consumers',
    'components.scaler.target',
    'components.scaler.least',
    'components.shards.keys',
    'faults[0].component',
    'faults[1].class',
    'faults[2].until',
  ])
})

test('what cannot be is said of the newer parts too', () => {
  const time = { kind: 'constant', mean: 1 } as const
  const design: Design = {
    components: {
      ring: { kind: 'quorum', time, replicas: 2, copies: 3, write: 4, read: 1, keys: 10 },
      db: { kind: 'replicated', time, followers: 0, lag: time, keys: 10, reads: 'primary', acks: 1, failover: 1 },
      seats: { kind: 'stock', units: 1, nodes: 3 },
      minutes: { kind: 'windows', seconds: 60, by: 'arrival', allowed: 1 },
      shards: { kind: 'service', time, balance: 'key', replicas: 5, copies: 2 },
      many: { kind: 'service', time, copies: 2, replicas: 4 },
      gpus: { kind: 'pool', tokens: 8, backfill: true, perKey: 1 },
      mail: { kind: 'log', partitions: 1, consumers: 1, commit: 1, lease: 1, backoff: { base: 1 } },
      near: { kind: 'cache', capacity: 1 },
    },
    routes: { ask: ['ring'], mail: [] },
  }
  expect(problemsOf(design, POISSON, []).map(({ where }) => where)).toEqual([
    'components.ring.copies',
    'components.ring.write',
    'components.db.acks',
    'components.db.failover',
    'components.seats.sync',
    'components.minutes.allowed',
    'components.shards.copies',
    'components.many.copies',
    'components.gpus.backfill',
    'components.mail.lease',
    'components.mail.backoff',
  ])
  const steps = {
    components: design.components,
    routes: {
      ask: [
        { at: 'db', write: 'around' },
        { at: 'near', work: 2, miss: [] },
        { at: 'near', write: true, miss: [] },
        { at: 'db', hold: [] },
        { at: 'db', work: -1 },
      ],
    },
  } as unknown as Design
  const shapes = problemsOf(steps, POISSON, [])
  expect(shapes.map(({ where }) => where)).toEqual([
    'routes.ask[0].write',
    'routes.ask[1].work',
    'routes.ask[2].miss',
    'routes.ask[3].hold',
    'routes.ask[4].work',
  ])
  for (const { cause, remedy } of [...shapes, ...problemsOf(design, POISSON, [])]) expect(`${cause} ${remedy}`.length).toBeGreaterThan(20)
})
