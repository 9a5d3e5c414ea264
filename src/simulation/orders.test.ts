import { expect, test } from 'vitest'
import type { Component, Order } from '../domain/component.ts'
import { trial } from './fixtures/trial.ts'

const urgent = { arrivals: { kind: 'poisson', rate: 3 }, priority: 5 } as const

test('more priority goes first at a service, a pool, a queue and an accelerator', () => {
  const exponential = { kind: 'exponential', mean: 0.1 } as const
  const desks: Readonly<Record<string, (order: Order) => Component>> = {
    service: (order) => ({ kind: 'service', time: exponential, order }),
    pool: (order) => ({ kind: 'pool', tokens: 1, order }),
    log: (order) => ({ kind: 'log', partitions: 1, consumers: 1, order }),
    batcher: (order) => ({ kind: 'batcher', batch: 1, wait: 0, base: 0.1, item: 0, order }),
  }
  for (const [name, desk] of Object.entries(desks)) {
    const run = (order: Order) => {
      const isLog = name === 'log'
      const step = name === 'pool' ? { at: 'desk', hold: ['work'] } : 'desk'
      return trial({
        components: { desk: desk(order), work: { kind: 'delay', time: exponential } },
        // Who waits in a queue waits no longer than for its answer.
        ask: isLog ? [step, { apart: [] }] : [step],
        routes: { hurry: [step], ...(isLog && { desk: ['work'] }) },
        rate: 6,
        classes: { hurry: urgent },
        seconds: 1000,
      })
    }
    const [fair, ordered] = [run('fifo'), run('priority')]
    if (name === 'log') expect(ordered.part('desk').wait.p50, name).toBeLessThan(0.7 * fair.part('desk').wait.p50)
    else {
      expect(ordered.classes['hurry']?.latency.mean, name).toBeLessThan(0.5 * (fair.classes['hurry']?.latency.mean ?? 0))
      expect(ordered.ask.latency.mean, name).toBeGreaterThan(fair.ask.latency.mean)
    }
  }
})

test('a tenant that floods a line for all delays all, and in lines for each only itself', () => {
  const serve = (order: Order) =>
    trial({
      components: { desk: { kind: 'service', time: { kind: 'constant', mean: 0.01 }, order } },
      ask: ['desk'],
      routes: { flood: ['desk'] },
      rate: 20,
      classes: { flood: { arrivals: { kind: 'poisson', rate: 200 } } },
    })
  expect(serve('fifo').ask.latency.p99).toBeGreaterThan(5)
  expect(serve('class').ask.latency.p99).toBeLessThan(0.1)
  const byKey = (order: Order) =>
    trial({
      components: { desk: { kind: 'service', time: { kind: 'constant', mean: 0.01 }, order } },
      ask: ['desk'],
      rate: 150,
      keys: { count: 20, skew: 0 },
      faults: [{ kind: 'hot-key', class: 'ask', key: 0, share: 0.6, at: 0 }],
    })
  expect(byKey('fifo').ask.latency.p50).toBeGreaterThan(2)
  expect(byKey('key').ask.latency.p50).toBeLessThan(0.6)
})

test('dead endpoints take all hands from one line, and one hand each from lines of their own', () => {
  const send = (perKey: number | undefined) =>
    trial({
      components: {
        sender: { kind: 'pool', tokens: 20, ...(perKey && { perKey }) },
        healthy: { kind: 'delay', time: { kind: 'constant', mean: 0.05 } },
        dead: { kind: 'delay', time: { kind: 'constant', mean: 10 } },
      },
      ask: [{ at: 'sender', hold: ['healthy'] }],
      routes: { bad: [{ at: 'sender', hold: ['dead'] }] },
      rate: 50,
      keys: { count: 100, skew: 0 },
      classes: { bad: { arrivals: { kind: 'poisson', rate: 5 } } },
      seconds: 60,
    })
  expect(send(undefined).ask.latency.p99).toBeGreaterThan(10)
  const capped = send(1)
  expect(capped.ask.latency.p99).toBeLessThan(1)
  expect(capped.part('sender').utilisation).toBeLessThan(0.3)
})

test('a queue works on one message of a key at a time, in order, and on many keys', () => {
  const run = (perKey: number | undefined) =>
    trial({
      components: {
        events: { kind: 'log', partitions: 1, consumers: 1, parallel: 10, ...(perKey && { perKey }) },
        work: { kind: 'delay', time: { kind: 'constant', mean: 1 } },
      },
      ask: ['events'],
      routes: { events: ['work'] },
      rate: { arrivals: { kind: 'trace', times: [0, 0, 0, 0], keys: [1, 1, 1, 2] } },
    })
  expect(run(undefined).classes['events']?.latency.largest).toBe(1)
  expect(run(1).classes['events']?.latency.largest).toBe(3)
  expect(run(1).part('events').wait.mean).toBe((0 + 1 + 2 + 0) / 4)
})

test('jobs that ask for many at once block a strict line, and with backfill small ones go by', () => {
  const train = (backfill: boolean) =>
    trial({
      components: { gpus: { kind: 'pool', tokens: 8, backfill }, work: { kind: 'delay', time: { kind: 'constant', mean: 10 } } },
      ask: [{ at: 'gpus', work: 1, hold: ['work'] }],
      routes: { large: [{ at: 'gpus', work: 8, hold: ['work'] }] },
      // Small ones at 0 and 2, a large one at 1.
      rate: { arrivals: { kind: 'trace', times: [0, 2] } },
      classes: { large: { arrivals: { kind: 'trace', times: [1] } } },
      seconds: 100,
    })
  const [strict, filled] = [train(false), train(true)]
  expect([strict.ask.latency.largest, strict.classes['large']?.latency.largest]).toEqual([28, 19])
  expect([filled.ask.latency.largest, filled.classes['large']?.latency.largest]).toEqual([10, 21])
  // 8 tokens for 10 seconds, and 2 times one.
  expect(strict.part('gpus').utilisation).toBeCloseTo((8 * 10 + 2 * 10) / 800, 9)
})

test('work multiplies time, and fills batches and limits', () => {
  const { ask } = trial({
    components: {
      desk: { kind: 'service', time: { kind: 'constant', mean: 0.01 }, servers: 100 },
      line: { kind: 'delay', time: { kind: 'constant', mean: 0.1 } },
    },
    ask: [{ at: 'desk', work: 30 }, 'desk', { at: 'line', work: { kind: 'constant', mean: 2 } }],
    rate: 10,
  })
  expect(ask.latency.largest).toBeCloseTo(0.3 + 0.01 + 0.2, 9)
  const batches = trial({
    components: { gpu: { kind: 'batcher', batch: 64, wait: 0.1, base: 0.01, item: 0.001 } },
    ask: [{ at: 'gpu', work: 50 }],
    rate: { arrivals: { kind: 'every', seconds: 1, offset: 1 } },
  })
  expect(batches.ask.latency.largest).toBeCloseTo(0.1 + 0.01 + 0.05, 9)
  const limited = trial({
    components: { limit: { kind: 'limiter', rate: 100, burst: 100 } },
    ask: [{ at: 'limit', work: 10 }],
    rate: 100,
  })
  expect(limited.ask.ok).toBeLessThan(215)
})

test('what one consumer does with a message is as much as the message says', () => {
  const { classes } = trial({
    components: { posts: { kind: 'log', partitions: 1, consumers: 1 }, fan: { kind: 'service', time: { kind: 'constant', mean: 0.001 } } },
    ask: [{ at: 'posts', work: 500 }],
    routes: { posts: ['fan'] },
    rate: { arrivals: { kind: 'every', seconds: 1 } },
  })
  expect(classes['posts']?.latency.mean).toBeCloseTo(0.5, 9)
})
