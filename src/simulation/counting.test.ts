import { expect, test } from 'vitest'
import type { Stock, Windows } from '../domain/component.ts'
import { trial } from './fixtures/trial.ts'

function sell(rule: Partial<Stock>, isHeld = true) {
  return trial({
    components: {
      seats: { kind: 'stock', units: 500, ...rule },
      pay: { kind: 'delay', time: { kind: 'exponential', mean: 1 }, loss: 0.2 },
    },
    ask: isHeld ? [{ at: 'seats', hold: ['pay'] }] : ['seats'],
    rate: 200,
  })
}

test('what is reserved at once is never sold twice, and what is looked at first is', () => {
  const [first, last] = [sell({}), sell({ takes: 'last' })]
  expect(first.part('seats').counts['over']).toBe(0)
  expect(first.ask.ok).toBe(500)
  // Who had looked before the last seat went pays all the same: those of a second.
  expect(last.part('seats').counts['over']).toBeGreaterThan(50)
  expect(last.ask.ok).toBe(500 + (last.part('seats').counts['over'] ?? 0))
  expect(first.ask.failures).toMatchObject({ 'pay: lost': expect.any(Number), 'seats: none left': expect.any(Number) })
})

test('who sells from what it last heard sells too much, by what all sell between two exchanges', () => {
  const over = (sync: number) => sell({ nodes: 50, sync }, false).part('seats').counts['over'] ?? -1
  expect(sell({}, false).part('seats').counts['over']).toBe(0)
  expect(over(0.01)).toBeLessThan(10)
  expect(over(2)).toBeGreaterThan(40)
})

test('a budget comes anew each period, and what is lent comes back', () => {
  const { ask } = sell({ units: 50, period: 1 }, false)
  expect(ask.ok).toBe(50 * 20)
  const lent = trial({
    components: {
      drivers: { kind: 'stock', units: 1, scope: 'key', takes: 'lent' },
      trip: { kind: 'delay', time: { kind: 'constant', mean: 1 } },
    },
    ask: [{ at: 'drivers', hold: ['trip'] }],
    rate: { arrivals: { kind: 'trace', times: [0, 0.5, 0.5, 1.5], keys: [1, 1, 2, 1] } },
  })
  expect([lent.ask.ok, lent.ask.failed]).toEqual([3, 1])
  expect(lent.part('drivers').counts['over']).toBe(0)
})

function count(rule: Partial<Windows>) {
  return trial({
    components: { windows: { kind: 'windows', seconds: 10, by: 'arrival', ...rule } },
    ask: ['windows'],
    rate: {
      arrivals: { kind: 'poisson', rate: 50 },
      late: { share: 0.3, delay: { kind: 'exponential', mean: 20 } },
    },
    seconds: 2000,
  }).part('windows')
}

test('windows by arrival misplace what comes late, windows by event drop what comes too late', () => {
  const { counts, entered } = count({})
  // Late by more than what has passed of a window, which is uniform in 10: 1 - (1 - (1 - e^-0.5) / 0.5) of 30 %.
  const misplaced = 0.3 * ((1 - Math.exp(-0.5)) / 0.5)
  expect((counts['misplaced'] ?? 0) / entered).toBeCloseTo(misplaced, 2)
  const event = (allowed: number) => count({ by: 'event', allowed })
  expect((event(0).counts['dropped'] ?? 0) / entered).toBeCloseTo(misplaced, 2)
  expect((event(60).counts['dropped'] ?? 0) / entered).toBeCloseTo(misplaced * Math.exp(-3), 2)
  expect(event(60).counts['misplaced']).toBe(0)
  // What is exact comes later.
  expect(event(0).wait.mean).toBeLessThan(10)
  expect(event(60).wait.mean - event(0).wait.mean).toBeGreaterThan(55)
})

test('consumers that lag bring what came in time too late', () => {
  const run = (by: 'arrival' | 'event') =>
    trial({
      components: {
        log: { kind: 'log', partitions: 1, consumers: 1 },
        windows: { kind: 'windows', seconds: 1, by, ...(by === 'event' && { allowed: 20 }) },
      },
      ask: ['log'],
      routes: { log: ['windows'] },
      rate: 20,
      faults: [{ kind: 'late', component: 'log', at: 20, until: 30 }],
      seconds: 60,
    }).part('windows').counts
  expect(run('arrival')['misplaced']).toBeGreaterThan(150)
  expect(run('event')).toMatchObject({ misplaced: 0, dropped: 0 })
})

test('a checkpoint each so often costs time and saves work, and there is a best between too often and too seldom', () => {
  const train = (checkpoint: number | undefined) =>
    trial({
      components: {
        gpus: { kind: 'pool', tokens: 64 },
        job: {
          kind: 'delay',
          time: { kind: 'constant', mean: 24 },
          failures: { every: 64 * 10, ...(checkpoint && { checkpoint }), cost: 0.1, restart: 0.2 },
        },
      },
      ask: [{ at: 'gpus', work: 64, hold: ['job'] }],
      rate: { arrivals: { kind: 'every', seconds: 1000 } },
      seconds: 1_000_000,
    })
  const spent = (checkpoint: number | undefined) => {
    const { work = 1, lost = 0, saving = 0 } = train(checkpoint).part('job').counts
    return (lost + saving) / work
  }
  // Young: the square root of 2 · 0.1 · 10 is 1.4 hours.
  expect(spent(1.4)).toBeLessThan(spent(0.2))
  expect(spent(1.4)).toBeLessThan(spent(6))
  expect(spent(6)).toBeGreaterThan(0.3)
  expect(spent(undefined)).toBeGreaterThan(2)
})

test('a spike may rise in a straight line', () => {
  const { ask } = trial({
    components: {},
    ask: [],
    rate: 1000,
    faults: [{ kind: 'spike', factor: 11, at: 5, until: 15, ramp: 10 }],
    window: 1,
  })
  const at = (second: number) => (ask.windows[second]?.arrived ?? 0) / 1000
  expect(at(4)).toBeCloseTo(1, 0)
  expect(at(5)).toBeCloseTo(1.5, 0)
  expect(at(9)).toBeCloseTo(5.5, 0)
  expect(at(14)).toBeCloseTo(10.5, 0)
  expect(at(16)).toBeCloseTo(1, 0)
})
