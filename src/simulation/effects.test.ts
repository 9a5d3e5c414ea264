import { expect, test } from 'vitest'
import type { Log } from '../domain/component.ts'
import type { Step } from '../domain/design.ts'
import type { Policy } from '../domain/policy.ts'
import { trial } from './fixtures/trial.ts'

test('a charge that is tried again without a key happens twice, with a key once', () => {
  const pay = (isOnce: boolean) =>
    trial({
      components: { partner: { kind: 'service', time: { kind: 'exponential', mean: 0.1 }, servers: 100 } },
      ask: [{ call: [{ effect: 'charge', once: isOnce }, 'partner'], policy: 'client' }],
      policies: { client: { timeout: 0.2, retries: 2 } },
      rate: 100,
      seconds: 50,
    })
  const [plain, keyed] = [pay(false), pay(true)]
  const { requests = 0, times = 0, duplicates = 0, lost, unasked } = plain.ask.effects['charge'] ?? {}
  expect(requests).toBe(plain.ask.arrived)
  expect(times).toBe(plain.policies['client']?.['attempts'])
  expect(duplicates).toBe(times - requests)
  // Each attempt fails with e^-2, so there are e^-2 + e^-4 more than one.
  expect(duplicates / requests).toBeCloseTo(Math.exp(-2) + Math.exp(-4), 1)
  expect(lost).toBe(0)
  expect(unasked).toBe(plain.ask.failed)
  expect(keyed.ask.effects['charge']).toMatchObject({ requests, times: requests, duplicates: 0 })
})

test('work that goes on after its caller gave up has its effect all the same', () => {
  const { ask } = trial({
    components: { slow: { kind: 'delay', time: { kind: 'constant', mean: 1 } } },
    ask: [{ call: ['slow', { effect: 'charge' }], policy: 'client' }],
    policies: { client: { timeout: 0.5 } },
    rate: 10,
    seconds: 100,
  })
  expect(ask.ok).toBe(0)
  expect(ask.effects['charge']?.requests).toBeGreaterThan(900)
  expect(ask.effects['charge']?.unasked).toBe(ask.effects['charge']?.requests)
})

test('an effect that is neither done nor under way at the end is lost', () => {
  const { ask } = trial({
    components: {
      events: { kind: 'log', partitions: 1, consumers: 1 },
      broken: { kind: 'delay', time: { kind: 'constant', mean: 1 }, loss: 0.5 },
    },
    ask: ['events'],
    routes: { events: ['broken', { effect: 'send' }] },
    rate: 0.5,
    seconds: 2000,
  })
  const { requests = 0, lost = 0, duplicates } = ask.effects['send'] ?? {}
  expect(duplicates).toBe(0)
  expect(requests + lost).toBeGreaterThan(ask.ok - 20)
  expect(lost / (requests + lost)).toBeCloseTo(0.5, 1)
})

const send: readonly Step[] = ['work', { effect: 'send' }]

function deliver(rule: Partial<Log>, routes: readonly Step[] = send, policies: Readonly<Record<string, Policy>> = {}) {
  return trial({
    components: {
      events: { kind: 'log', partitions: 4, consumers: 4, ...rule },
      work: { kind: 'service', time: { kind: 'exponential', mean: 0.1 }, servers: 100 },
      broken: { kind: 'delay', time: { kind: 'constant', mean: 0.01 }, loss: 0.5 },
    },
    ask: ['events'],
    routes: { events: routes },
    policies,
    rate: 10,
    keys: { count: 1000, skew: 0 },
    faults: [{ kind: 'down', component: 'events', at: 50, until: 51 }],
    seconds: 100,
  })
}

test('a message whose work fails is given out again, and after so many times it has failed', () => {
  const never = deliver({}, ['broken', { effect: 'send' }])
  const thrice = deliver({ again: 2 }, ['broken', { effect: 'send' }])
  const share = (run: typeof never) => (run.ask.effects['send']?.lost ?? 0) / run.ask.arrived
  expect(share(never)).toBeCloseTo(0.5, 1)
  expect(share(thrice)).toBeCloseTo(0.125, 1)
  expect(thrice.classes['events']?.failed).toBe(thrice.ask.effects['send']?.lost)
  expect(thrice.part('events').counts).toMatchObject({ dead: thrice.classes['events']?.failed })
  // A half and a quarter, give or take the deviation of a thousand.
  const again = (thrice.part('events').counts['again'] ?? 0) / thrice.ask.arrived
  expect(again).toBeGreaterThan(0.65)
  expect(again).toBeLessThan(0.85)
})

test('a pause before a message is given out again grows up to its ceiling', () => {
  const { classes } = deliver({ again: 1000, backoff: { base: 1, factor: 2, most: 4, jitter: 0 }, parallel: 100 }, [{ fail: 'dead' }])
  // Given out at 0, 1, 3, 7, 11, 15 ...
  expect(classes['events']?.unfinished).toBe(classes['events']?.arrived)
})

test('a lease shorter than the work does it twice', () => {
  const [short, long] = [deliver({ lease: 0.2, parallel: 10 }), deliver({ lease: 5, parallel: 10 })]
  // The work takes longer than 0.2 with e^-2, each time anew.
  const again = (short.part('events').counts['again'] ?? 0) / short.ask.arrived
  expect(again).toBeCloseTo(Math.exp(-2) / (1 - Math.exp(-2)), 1)
  expect(short.ask.effects['send']?.duplicates).toBeGreaterThan(100)
  expect(long.ask.effects['send']?.duplicates).toBe(0)
  expect(short.classes['events']?.failed).toBe(0)
})

test('consumers that crash do again what they did since their last note, and lose nothing', () => {
  const [rare, often, none] = [deliver({ commit: 10 }), deliver({ commit: 1 }), deliver({})]
  const duplicates = (run: typeof rare) => run.ask.effects['send']?.duplicates ?? 0
  // The crash comes at the very note of both, with what is under way; so nothing but that is done again.
  expect(duplicates(often)).toBeLessThan(10)
  expect(duplicates(rare)).toBeLessThan(10)
  expect(duplicates(none)).toBe(0)
  for (const run of [rare, often, none]) expect(run.ask.effects['send']?.lost).toBe(0)
  const late = trial({
    components: {
      events: { kind: 'log', partitions: 4, consumers: 4, commit: 10 },
      work: { kind: 'service', time: { kind: 'constant', mean: 0.01 }, servers: 100 },
    },
    ask: ['events'],
    routes: { events: send },
    rate: 10,
    keys: { count: 1000, skew: 0 },
    faults: [{ kind: 'down', component: 'events', replicas: [0], at: 58, until: 59 }],
    seconds: 100,
  })
  // A quarter of ten a second for eight seconds.
  expect(late.ask.effects['send']?.duplicates).toBeGreaterThan(10)
  expect(late.ask.effects['send']?.duplicates).toBeLessThan(32)
  expect(late.ask.effects['send']?.lost).toBe(0)
  expect(late.classes['events']?.ok).toBe(late.classes['events']?.arrived)
})
