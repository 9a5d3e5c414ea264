import { expect, test } from 'vitest'
import type { Quorum, Replicated, Service } from '../domain/component.ts'
import type { Fault } from '../domain/fault.ts'
import { trial } from './fixtures/trial.ts'

function keep(rule: Partial<Quorum>, faults: readonly Fault[] = [], seconds = 100) {
  return trial({
    components: {
      store: {
        kind: 'quorum',
        time: { kind: 'constant', mean: 0.001 },
        replicas: 6,
        servers: 8,
        copies: 3,
        write: 2,
        read: 2,
        keys: 50,
        delay: { kind: 'exponential', mean: 0.05 },
        zones: 3,
        ...rule,
      },
    },
    ask: ['store'],
    routes: { tell: [{ at: 'store', write: true }] },
    rate: 200,
    keys: { count: 50, skew: 0 },
    classes: { tell: { arrivals: { kind: 'poisson', rate: 50 }, keys: { count: 50, skew: 0 } } },
    faults,
    seconds,
    window: 1,
  })
}

test('reads are stale when the copies that answer need not be those that were written, and never when they must', () => {
  const stale = (write: number, read: number) => keep({ write, read }).part('store').counts['stale'] ?? 0
  expect(stale(2, 2)).toBe(0)
  expect(stale(3, 1)).toBe(0)
  expect(stale(1, 3)).toBe(0)
  expect(stale(1, 1)).toBeGreaterThan(100)
  expect(stale(1, 1)).toBeGreaterThan(stale(1, 2))
  const { ask } = keep({ write: 1, read: 1 })
  expect(ask.marks['stale']).toBeGreaterThan(100)
})

test('without a zone, writes that need all copies fail, and those that need most do not', () => {
  const lost: readonly Fault[] = [{ kind: 'zone', zone: 0, at: 40, until: 60 }]
  const [all, most] = [keep({ write: 3, read: 1 }, lost), keep({ write: 2, read: 2 }, lost)]
  expect(all.classes['tell']?.windows[50]?.ok).toBe(0)
  expect(all.classes['tell']?.failures).toEqual({ 'store: too few copies': all.classes['tell']?.failed })
  expect(all.ask.failed).toBeLessThan(20)
  expect(most.classes['tell']?.windows[50]?.failed).toBe(0)
  expect(all.classes['tell']?.windows[70]?.failed).toBe(0)
})

test('a slow node is the tail of whoever waits for all copies, and not of whoever waits for the first', () => {
  const slow: readonly Fault[] = [{ kind: 'slow', component: 'store', factor: 200, replicas: [2], at: 0 }]
  const constant = { delay: { kind: 'constant', mean: 0.0005 } } as const
  expect(keep({ write: 2, read: 3, ...constant }, slow).ask.latency.p99).toBeGreaterThan(0.15)
  expect(keep({ write: 2, read: 2, ...constant }, slow).ask.latency.p99).toBeLessThan(0.01)
  // Who asks no more than it needs often asks the slow one.
  expect(keep({ write: 2, read: 2, asks: 'needed', ...constant }, slow).ask.latency.p99).toBeGreaterThan(0.15)
})

test('a node that was cut off is behind until it is repaired', () => {
  const cut: readonly Fault[] = [{ kind: 'partition', component: 'store', replicas: [0, 1, 2, 3], at: 20, until: 50 }]
  // One copy answers: those who come back know nothing of thirty seconds, until they are written again.
  const stale = (rule: Partial<Quorum>) =>
    keep({ write: 1, read: 1, delay: { kind: 'constant', mean: 0 }, ...rule }, cut, 60)
      .part('store')
      .windows.at(-9)?.counts['stale'] ?? -1
  expect(stale({})).toBeGreaterThan(0)
  expect(keep({ write: 1, read: 1, delay: { kind: 'constant', mean: 0 } }).part('store').counts['stale']).toBe(0)
  expect(stale({ repair: 0 })).toBeLessThanOrEqual(stale({}))
  const after = (rule: Partial<Quorum>) =>
    keep({ write: 1, read: 1, delay: { kind: 'constant', mean: 0 }, ...rule }, cut, 60)
      .part('store')
      .windows.filter(({ from }) => from >= 50)
      .reduce((sum, { counts }) => sum + (counts['stale'] ?? 0), 0)
  expect(after({ repair: 0 })).toBe(0)
  expect(after({})).toBeGreaterThan(10)
})

function follow(rule: Partial<Replicated>, faults: readonly Fault[] = []) {
  return trial({
    components: {
      db: {
        kind: 'replicated',
        time: { kind: 'constant', mean: 0.001 },
        servers: 10,
        followers: 2,
        lag: { kind: 'exponential', mean: 0.5 },
        keys: 100,
        reads: 'followers',
        ...rule,
      },
    },
    ask: ['db'],
    routes: { tell: [{ at: 'db', write: true }] },
    rate: 50,
    keys: { count: 100, skew: 0 },
    classes: { tell: { arrivals: { kind: 'poisson', rate: 100 }, keys: { count: 100, skew: 0 } } },
    faults,
    seconds: 60,
    window: 1,
  })
}

const crash: readonly Fault[] = [{ kind: 'down', component: 'db', at: 20.5, until: 50.5 }]

test('writes fail until a follower has taken over, or the primary is back', () => {
  const [waits, fails] = [follow({}, crash), follow({ failover: 5 }, crash)]
  const ok = (run: typeof waits, second: number) => run.classes['tell']?.windows[second]?.ok ?? -1
  expect([ok(waits, 22), ok(waits, 30), ok(waits, 45)]).toEqual([0, 0, 0])
  expect(ok(fails, 22)).toBe(0)
  expect(ok(fails, 30)).toBeGreaterThan(50)
  expect(ok(fails, 55)).toBeGreaterThan(50)
  expect(fails.ask.failed).toBe(0)
  expect(fails.part('db').counts).toMatchObject({ failovers: 1 })
})

test('a follower that takes over lacks the last writes, unless they were answered when it had them', () => {
  const lost = (rule: Partial<Replicated>) => follow({ failover: 5, ...rule }, crash).part('db').counts['lost writes'] ?? -1
  // 100 a second, of which the faster of two is 0.25 s behind.
  expect(lost({})).toBeGreaterThan(8)
  expect(lost({})).toBeLessThan(50)
  expect(lost({ acks: 1 })).toBe(0)
  const [none, one, all] = [follow({}), follow({ acks: 1 }), follow({ acks: 2 })].map(({ classes }) => classes['tell']?.latency.mean ?? 0)
  expect(none).toBeLessThan(0.01)
  expect(one).toBeCloseTo(0.25, 1)
  expect(all).toBeCloseTo(0.75, 1)
  expect(follow({ acks: 2 }).part('db').counts['stale']).toBe(0)
})

test('a reader who has just written does not find it with a follower, and later lag makes it worse', () => {
  const own = (faults: readonly Fault[]) =>
    trial({
      components: {
        db: {
          kind: 'replicated',
          time: { kind: 'constant', mean: 0.001 },
          servers: 10,
          followers: 2,
          lag: { kind: 'exponential', mean: 0.01 },
          keys: 1000,
          reads: 'followers',
        },
        think: { kind: 'delay', time: { kind: 'constant', mean: 0.1 } },
      },
      ask: [{ at: 'db', write: true }, 'think', 'db'],
      rate: 20,
      keys: { count: 1000, skew: 0 },
      faults,
      seconds: 60,
    }).ask.marks['stale'] ?? 0
  expect(own([])).toBeLessThan(5)
  expect(own([{ kind: 'late', component: 'db', seconds: 30, at: 20, until: 40 }])).toBeGreaterThan(300)
})

test('a fan-out meets each shard once, a slow copy hurts only its shard, and the other copy spares it', () => {
  const search = (rule: Partial<Service>, faults: readonly Fault[]) =>
    trial({
      components: {
        index: { kind: 'service', time: { kind: 'constant', mean: 0.001 }, servers: 4, balance: 'range', keys: 10, ...rule },
      },
      ask: [{ each: ['index'], count: 10, spread: true }],
      rate: 100,
      faults,
    })
  const whole = search({ replicas: 10 }, [])
  const entered = (whole.part('index').entered ?? 0) / whole.ask.arrived
  expect(entered).toBe(10)
  expect(whole.part('index').hottest / whole.part('index').utilisation).toBeCloseTo(1, 2)
  const slow: Fault = { kind: 'slow', component: 'index', factor: 50, replicas: [6], at: 0 }
  expect(search({ replicas: 10 }, [slow]).ask.latency.p99).toBeGreaterThan(0.04)
  const [random, choices] = (['random', 'two-choices'] as const).map((among) => search({ replicas: 20, copies: 2, among }, [slow]))
  expect(random?.ask.latency.p50).toBeGreaterThan(0.001)
  expect(choices?.ask.latency.p90).toBeGreaterThan(0.04)
  // Of two choices the empty one is taken; of two empty ones, half the time the slow one, once in a while.
  expect(choices?.part('index').hottest).toBeLessThan(random?.part('index').hottest ?? 0)
  const down: Fault = { kind: 'down', component: 'index', replicas: [6], at: 0 }
  expect(search({ replicas: 10 }, [down]).ask.ok).toBe(0)
  expect(search({ replicas: 20, copies: 2 }, [down]).ask.failed).toBe(0)
})

test('the quality of a fan-out is the mean of its parts, and of different parts the product', () => {
  const table = [{ effort: 1, recall: 0.9, seconds: 0.001 }]
  const run = (isFan: boolean) =>
    trial({
      components: { index: { kind: 'index', effort: 1, table, replicas: 10, balance: 'range', servers: 4 } },
      ask: isFan ? [{ each: ['index'], count: 10, spread: true }] : [{ all: [['index'], ['index']] }],
      rate: 50,
    }).ask.quality
  expect(run(true)).toBeCloseTo(0.9, 9)
  expect(run(false)).toBeCloseTo(0.81, 9)
})
