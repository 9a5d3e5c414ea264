import { expect, test } from 'vitest'
import type { Component } from '../domain/component.ts'
import type { Design } from '../domain/design.ts'
import { enlarge } from './enlarge.ts'

const time = { kind: 'lognormal', mean: 0.01, cv2: 1 } as const
const designOf = (components: Readonly<Record<string, Component>>): Design => ({ components, routes: {} })
const larger = (component: Component) => enlarge(designOf({ it: component }), 'it')?.components['it']

test('a quarter more is more replicas or servers where whole numbers come near it, and a quarter faster where they do not', () => {
  expect(larger({ kind: 'service', time, replicas: 8 })).toMatchObject({ replicas: 10, time })
  expect(larger({ kind: 'service', time, replicas: 2, servers: 4 })).toMatchObject({ replicas: 2, servers: 5 })
  expect(larger({ kind: 'service', time, replicas: 2 })).toMatchObject({ replicas: 2, time: { mean: 0.008 } })
  expect(larger({ kind: 'sharing', time: { kind: 'uniform', low: 1, high: 3 }, cores: 1 })).toMatchObject({ time: { low: 0.8, high: 2.4 } })
  expect(larger({ kind: 'batcher', batch: 8, wait: 0, base: 0.01, item: 0.001 })).toMatchObject({ base: 0.008, item: 0.0008 })
})

test('a store that keeps copies gets whole shards', () => {
  expect(larger({ kind: 'service', time, replicas: 12, copies: 3, balance: 'key' })).toMatchObject({ replicas: 15 })
  expect(larger({ kind: 'service', time, replicas: 6, copies: 3, balance: 'key' })).toMatchObject({ replicas: 6, time: { mean: 0.008 } })
})

test('a cache holds more, a pool has more tokens, a limiter lets more through, a log has consumers for its partitions', () => {
  expect(larger({ kind: 'cache', capacity: 1000 })).toMatchObject({ capacity: 1250 })
  expect(larger({ kind: 'pool', tokens: 2 })).toMatchObject({ tokens: 3 })
  expect(larger({ kind: 'limiter', rate: 100, burst: 8 })).toMatchObject({ rate: 125, burst: 10 })
  expect(larger({ kind: 'log', partitions: 4, consumers: 4 })).toMatchObject({ partitions: 5, consumers: 5 })
})

test('what has no capacity of its own is left out, and an autoscaler goes along with what it scales', () => {
  expect([larger({ kind: 'delay', time }), larger({ kind: 'stock', units: 5 }), enlarge(designOf({}), 'it')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  const scaler = { kind: 'autoscaler', target: 'app', utilisation: 0.6, least: 4, most: 8, interval: 5, start: 60 } as const
  const scaled = enlarge(designOf({ app: { kind: 'service', time, replicas: 4 }, scaler }), 'app')
  expect(scaled?.components).toMatchObject({ app: { replicas: 5 }, scaler: { least: 5, most: 10 } })
  expect(enlarge(designOf({ scaler }), 'scaler')).toBeUndefined()
})
