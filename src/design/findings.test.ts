import { expect, test } from 'vitest'
import type { Case } from '../domain/case.ts'
import type { Component } from '../domain/component.ts'
import type { Policy } from '../domain/policy.ts'
import { amplification } from './detector/callers.ts'
import { stampede } from './detector/caches.ts'
import { idleMoney } from './detector/money.ts'
import { endlessQueue, exhaustedPool, waitingForABatch } from './detector/queues.ts'
import { neverRecovers } from './detector/recovery.ts'
import { hotShard } from './detector/shards.ts'
import { duplicates, staleReads } from './detector/truth.ts'
import { sceneOf } from './fixtures/scene.ts'
import { SHORTENER } from './fixtures/shortener.ts'
import { gradeDesign } from './grade.ts'

const service = (mean: number, more: Partial<Component> = {}) =>
  ({ kind: 'service', time: { kind: 'exponential', mean }, ...more }) as Component

/** Ten machines of four cores at three quarters; for eight seconds what they do takes three times as long. */
const storm = (policy: Policy, more: Partial<Component> = {}) =>
  sceneOf({
    components: { app: service(0.03, { replicas: 10, servers: 4, ...more }) },
    steps: [{ call: ['app'], policy: 'app' }],
    policies: { app: policy },
    rate: 1000,
    faults: [{ kind: 'slow', component: 'app', factor: 3, at: 12, until: 20 }],
    seconds: 50,
  })

test('a storm of retries that outlives its cause never recovers and amplifies; with a budget for retries neither', () => {
  const wild = storm({ timeout: 0.3, retries: 3 })
  expect(neverRecovers(wild)).toMatchObject([
    { name: 'never-recovers', evidence: expect.stringMatching(/100 % of ask had no good answer; before it, 0 %/) },
  ])
  expect(amplification(wild)).toMatchObject([{ evidence: expect.stringMatching(/app made 3\.\d+ attempts for each call/) }])
  const tame = storm({ timeout: 0.3, retries: 3, budget: { ratio: 0.1, burst: 10 } }, { queue: 24 })
  expect([...neverRecovers(tame), ...amplification(tame)]).toEqual([])
})

test('a design that only limps while the trouble lasts recovers, and one whose trouble never ends is not asked to', () => {
  const limp = sceneOf({
    components: { app: service(0.01, { servers: 4 }) },
    steps: ['app'],
    rate: 200,
    faults: [{ kind: 'slow', component: 'app', factor: 3, at: 12, until: 14 }],
  })
  expect(neverRecovers(limp)).toEqual([])
  const lasting = sceneOf({
    components: { app: service(0.01, { servers: 4 }) },
    steps: ['app'],
    rate: 200,
    faults: [{ kind: 'slow', component: 'app', factor: 3, at: 12 }],
  })
  expect(neverRecovers(lasting)).toEqual([])
})

test('one key with much of the traffic makes a hot shard; keys spread evenly make none', () => {
  const sharded = { store: service(0.001, { replicas: 16, balance: 'key' }) }
  const hot = sceneOf({
    components: sharded,
    steps: ['store'],
    rate: 5000,
    keys: { count: 10_000, skew: 0 },
    faults: [{ kind: 'hot-key', class: 'ask', key: 3, share: 0.15, at: 0 }],
  })
  expect(hotShard(hot)).toMatchObject([{ component: 'store', evidence: expect.stringMatching(/busiest shard of store is \d\d/) }])
  // All are busy here, and none is hot.
  expect(hotShard(sceneOf({ components: sharded, steps: ['store'], rate: 13_000, keys: { count: 10_000, skew: 0 }, seconds: 15 }))).toEqual(
    [],
  )
})

test('a flush is a stampede where the store is sized for misses of every day, and none where it is not', () => {
  const flushed = (replicas: number) =>
    sceneOf({
      components: { cache: { kind: 'cache', capacity: 12_000 }, store: service(0.001, { replicas, balance: 'key' }) },
      steps: [{ at: 'cache', miss: ['store'] }],
      rate: 4000,
      keys: { count: 20_000, skew: 0.9 },
      faults: [{ kind: 'flush', component: 'cache', at: 20 }],
      seconds: 40,
      warmUp: 15,
    })
  expect(stampede(flushed(2))).toMatchObject([
    { component: 'cache', evidence: expect.stringMatching(/misses a second of cache at second 2\d?/) },
  ])
  expect(stampede(flushed(16))).toEqual([])
})

test('a line without a bound before too few servers is endless; with a bound, or enough servers, not', () => {
  const queue = (more: Partial<Component>) =>
    endlessQueue(sceneOf({ components: { app: service(0.01, { servers: 4, ...more }) }, steps: ['app'], rate: 440 }))
  expect(queue({})).toMatchObject([
    { component: 'app', evidence: expect.stringMatching(/requests waited at app in “peak”, which turns nobody away/) },
  ])
  expect([...queue({ queue: 150 }), ...queue({ servers: 6 })]).toEqual([])
})

test('batches that are waited for while machines idle are told; full ones, and those that are not waited for, not', () => {
  const batched = (rate: number, wait: number) =>
    waitingForABatch(
      sceneOf({ components: { model: { kind: 'batcher', batch: 32, wait, base: 0.006, item: 0.0004 } }, steps: ['model'], rate }),
    )
  expect(batched(50, 0.05)).toMatchObject([
    { component: 'model', evidence: expect.stringMatching(/batches of up to 32 are waited for and hold 3\.\d/) },
  ])
  expect([...batched(50, 0), ...batched(1200, 0.05)]).toEqual([])
})

test('a pool that a slow partner empties is exhausted; a large one is not', () => {
  const pooled = (tokens: number) =>
    exhaustedPool(
      sceneOf({
        components: { threads: { kind: 'pool', tokens }, partner: { kind: 'delay', time: { kind: 'exponential', mean: 0.1 } } },
        steps: [{ at: 'threads', hold: ['partner'] }],
        rate: 200,
        faults: [{ kind: 'slow', component: 'partner', factor: 5, at: 10, until: 20 }],
      }),
    )
  expect(pooled(40)).toMatchObject([{ component: 'threads', evidence: expect.stringMatching(/All 40 of threads were held for \d/) }])
  expect(pooled(400)).toEqual([])
})

test('followers that lag are stale; a primary that is read is not', () => {
  const replicated = (reads: 'primary' | 'followers') =>
    staleReads(
      sceneOf({
        components: {
          store: {
            kind: 'replicated',
            time: { kind: 'exponential', mean: 0.001 },
            followers: 2,
            lag: { kind: 'constant', mean: 0.2 },
            keys: 200,
            reads,
          },
        },
        steps: [{ at: 'store', write: true }, 'store'],
        rate: 200,
      }),
    )
  expect(replicated('followers')).toMatchObject([
    { component: 'store', evidence: expect.stringMatching(/% of reads at store saw an older value/) },
  ])
  expect(replicated('primary')).toEqual([])
})

test('an effect without a key under retries happens twice; with one it does not', () => {
  const charged = (once: boolean) =>
    duplicates(
      sceneOf({
        components: { partner: service(0.05, { servers: 20 }) },
        steps: [{ call: ['partner', { effect: 'charge', once }], policy: 'partner' }],
        policies: { partner: { timeout: 0.1, retries: 2 } },
        rate: 100,
      }),
    )
  expect(charged(false)).toMatchObject([{ evidence: expect.stringMatching(/“charge” happened more than once for [\d,]+ of [\d,]+ ask/) }])
  expect(charged(true)).toEqual([])
})

test('the dearest tier that idles through every scenario is idle money; one that a spike needs is not', () => {
  const tier = { app: service(0.01, { replicas: 20, price: 1, balance: 'two-choices' }) }
  const calm = sceneOf({ components: tier, steps: ['app'], rate: 200 })
  expect(idleMoney([calm])).toMatchObject([{ component: 'app', evidence: expect.stringMatching(/app costs \$20 of \$20 an hour/) }])
  const spiked = sceneOf({ components: tier, steps: ['app'], rate: 200, faults: [{ kind: 'spike', factor: 8, at: 15, until: 20 }] })
  expect(idleMoney([calm, spiked])).toEqual([])
})

/** What a whole grading finds of a case with one tier of single servers whose work varies much. */
function foundIn(rate: number, text: string, level: 'intro' | 'senior' = 'intro', standby = false) {
  const { service: part } = SHORTENER.parts
  if (part === undefined) throw new Error('there is one')
  const tier = {
    ...part,
    component: { kind: 'service', time: { kind: 'lognormal', mean: 0.01, cv2: 4 }, balance: 'random', price: 1 },
    standby,
  } as const
  const one: Case = {
    ...SHORTENER,
    parts: { tier },
    duties: [],
    workload: { classes: { read: { arrivals: { kind: 'poisson', rate } } }, seconds: 15, warmUp: 3, window: 0.5 },
    slos: [{ name: 'quick', scenario: 'peak', class: 'read', metric: 'p99', most: 1 }],
    levels: { ...SHORTENER.levels, senior: SHORTENER.levels.intro },
    estimates: [],
    reference: text,
  }
  return gradeDesign({ case: one, text, level, seed: 3, predictions: [], firstToBreak: null }).findings
}

test('a second attempt that doubles the load of a busy tier is harmful; on an idle one it helps', () => {
  const hedged =
    'components: { app: { part: tier, replicas: 20 } }\npolicies: { twice: { hedge: 30ms } }\nroutes: { read: [{ call: [app], policy: twice }] }\n'
  expect(foundIn(1000, hedged)).toMatchObject([
    {
      name: 'harmful-hedge',
      evidence: expect.stringMatching(/^Without the second attempts of the policy twice, “quick” would read \d+ ms in place of/),
    },
  ])
  expect(foundIn(600, hedged)).toEqual([])
})

test('one machine is a single point of failure, and told from senior on; two that know of each other are none, nor is one with a standby', () => {
  const machines = (replicas: number) =>
    `components: { app: { part: tier, replicas: ${replicas}, balance: two-choices } }\nroutes: { read: [app] }\n`
  expect(foundIn(20, machines(1), 'senior')).toMatchObject([
    { name: 'single-point-of-failure', component: 'app', evidence: 'While the first replica of app is away, 100 % of read fail.' },
  ])
  expect(foundIn(20, machines(1))).toEqual([])
  expect(foundIn(20, machines(1), 'senior', true)).toEqual([])
  expect(foundIn(20, machines(2), 'senior').map(({ name }) => name)).not.toContain('single-point-of-failure')
})
