import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RolloutCase } from './case.ts'
import { cutSeconds, simulateRollout, type Rollout } from './simulate.ts'

/** Four pods, one more and none less, ten seconds to start, asked every five. */
function rolloutOf(changed: Partial<RolloutCase> = {}): Rollout {
  return simulateRollout({ ...CASE, ...changed })
}

const CASE: RolloutCase = {
  strategy: 'RollingUpdate',
  replicas: 4,
  maxSurge: 1,
  maxUnavailable: 0,
  minReadySeconds: 0,
  progressDeadlineSeconds: 600,
  startup: undefined,
  readiness: { initialDelaySeconds: 0, periodSeconds: 5, successThreshold: 1, failureThreshold: 3, asks: 'ready' },
  liveness: undefined,
  preStopSeconds: 5,
  graceSeconds: 30,
  version: 'good',
  startSeconds: 10,
  requestSeconds: 2,
  drains: true,
  room: 100,
  endpointSeconds: 5,
  load: 40,
  podCapacity: 10,
  seconds: 1200,
}

/** The seconds at which something happened, with what is ready then: `[second, old, new]`. */
function steps({ moments }: Rollout): readonly (readonly [number, number, number])[] {
  return moments.filter(({ notes }) => notes.length > 0).map(({ at, oldReady, newReady }) => [at, oldReady, newReady])
}

test('one after the other: each new pod is ready after ten seconds, then an old one goes and the next is made at once', () => {
  // By hand: made at 0, 10, 20, 30; up ten seconds later, when the probe asks for the second time (5, 10).
  const result = rolloutOf()
  expect(steps(result)).toEqual([
    [0, 4, 0],
    [10, 3, 1],
    [20, 2, 2],
    [30, 1, 3],
    [40, 0, 4],
  ])
  expect(result).toMatchObject({ finishedAt: 40, stalledAt: undefined, failed: 0, lowestCapacity: 40, oldLeft: 0 })
})

test('a pod is available when it was ready for minReadySeconds, not before', () => {
  // By hand: 10 to be ready and 20 to stay so, four times.
  const result = rolloutOf({ minReadySeconds: 20 })
  expect(steps(result).map(([at]) => at)).toEqual([0, 10, 30, 40, 60, 70, 90, 100, 120])
  expect(result.finishedAt).toBe(120)
})

test('without surge an old pod goes first, and the capacity falls by it', () => {
  const result = rolloutOf({ maxSurge: 0, maxUnavailable: 1 })
  expect(result.moments[0]).toMatchObject({ oldReady: 3, starting: 1, ending: 1 })
  // The pod that goes still gets requests for five seconds, and answers them in its preStop hook.
  expect(result.moments.findIndex(({ capacity }) => capacity === 30)).toBe(5)
  expect(result).toMatchObject({ finishedAt: 40, lowestCapacity: 30 })
  // 30 of 40 requests a second are served from second 5 to 10, 15 to 20, 25 to 30 and 35 to 40.
  expect(result.failed).toBeCloseTo(4 * 5 * 10, 6)
})

test('Recreate waits until the last old pod has ended before it makes a new one', () => {
  // By hand: the hook takes 5 s, the last request 2 s more; then 10 s to start.
  const result = rolloutOf({ strategy: 'Recreate' })
  expect(steps(result).map(([at]) => at)).toEqual([0, 7, 17])
  expect(result).toMatchObject({ finishedAt: 17, lowestCapacity: 0 })
  expect(result.failed).toBe(40 * (17 - 5))
})

test('without a readiness probe a container that runs counts, and requests go where nobody answers', () => {
  const result = rolloutOf({ readiness: undefined })
  expect(result.finishedAt).toBe(4)
  expect(result.failed).toBeGreaterThan(40 * 5)
})

test('a version that is never ready takes nothing away when nothing may be missing, and the deadline says so', () => {
  const result = rolloutOf({ version: 'never-ready', progressDeadlineSeconds: 90 })
  expect(result).toMatchObject({ finishedAt: undefined, stalledAt: 90, oldLeft: 4, failed: 0, toNew: 0 })
})

test('where one may be missing, a version that is never ready takes that one', () => {
  expect(rolloutOf({ version: 'never-ready', maxUnavailable: 1 })).toMatchObject({ oldLeft: 3, lowestCapacity: 30 })
})

test('a pod that is ill after 25 seconds passes when nothing waits for it, and stops everything when minReadySeconds does', () => {
  // Ready at 10, ill at 35; the third question that fails is at 45. Ten seconds of a fifth of the requests.
  const waited = rolloutOf({ version: 'sickens', minReadySeconds: 60 })
  expect(waited).toMatchObject({ finishedAt: undefined, oldLeft: 4 })
  expect(waited.failed).toBe((40 / 5) * 10)
  expect(rolloutOf({ version: 'sickens' }).oldLeft).toBe(0)
})

test('a container that crashes waits 10, 20, 40 seconds and so on up to five minutes', () => {
  const crashed = rolloutOf({ version: 'crashes' }).moments.flatMap(({ at, notes }) => (notes.includes('1 new pod crashed') ? [at] : []))
  // It runs for five seconds each time.
  expect(crashed).toEqual([5, 20, 45, 90, 175, 340, 645, 950])
})

test('a startup probe that is shorter than the start kills for ever, one that is longer keeps the liveness probe quiet', () => {
  const startup = { initialDelaySeconds: 0, periodSeconds: 2, successThreshold: 1, failureThreshold: 3, asks: 'process' } as const
  expect(rolloutOf({ startup })).toMatchObject({ finishedAt: undefined, oldLeft: 4 })
  const liveness = { ...startup, failureThreshold: 1 }
  expect(rolloutOf({ startup: { ...startup, failureThreshold: 5 }, liveness })).toMatchObject({ finishedAt: 40 })
  expect(rolloutOf({ liveness })).toMatchObject({ finishedAt: undefined })
})

test('a new pod for which there is no room waits for one that has ended', () => {
  // Four places, four pods: with none missing nothing can ever move.
  expect(rolloutOf({ room: 4 })).toMatchObject({ finishedAt: undefined, oldLeft: 4 })
  // With one missing: it ends after 7 s, its place is taken, and the new pod is ready 10 s later.
  const moved = rolloutOf({ room: 4, maxSurge: 0, maxUnavailable: 1 })
  expect(steps(moved).map(([at]) => at)).toEqual([0, 17, 34, 51, 68])
})

test('requests that come after SIGTERM fail, and those that outlive the grace period are cut', () => {
  // No hook: for five seconds a share of the requests goes to a server that takes none.
  const refused = rolloutOf({ preStopSeconds: 0 })
  expect(refused.failed).toBeCloseTo(4 * 5 * (40 / 5), 6)
  expect(cutSeconds({ ...CASE, preStopSeconds: 5, requestSeconds: 20, graceSeconds: 15 })).toBe(10)
  expect(cutSeconds({ ...CASE, preStopSeconds: 5, requestSeconds: 20, graceSeconds: 25 })).toBe(0)
  // A grace period of 0 kills at once: everything that is under way, and whatever still comes.
  expect(cutSeconds({ ...CASE, graceSeconds: 0, requestSeconds: 2 })).toBe(2)
  // A server that does not drain loses at SIGTERM what it had begun.
  expect(cutSeconds({ ...CASE, drains: false, requestSeconds: 2 })).toBe(2)
  expect(cutSeconds({ ...CASE, drains: false, preStopSeconds: 9, requestSeconds: 2 })).toBe(0)
})

test('there are never more pods than replicas and surge, nor fewer available than the update allows, whatever the settings', () => {
  const cases = fc.record({
    replicas: fc.integer({ min: 1, max: 12 }),
    maxSurge: fc.integer({ min: 0, max: 6 }),
    maxUnavailable: fc.integer({ min: 0, max: 6 }),
    minReadySeconds: fc.integer({ min: 0, max: 40 }),
    startSeconds: fc.integer({ min: 0, max: 60 }),
    version: fc.constantFrom('good' as const, 'slow' as const, 'never-ready' as const),
  })
  fc.assert(
    fc.property(cases, (changed) => {
      fc.pre(changed.maxSurge + changed.maxUnavailable > 0)
      const { replicas, maxSurge, maxUnavailable } = changed
      const { moments, finishedAt } = rolloutOf({ ...changed, seconds: 3000 })
      for (const { oldReady, newReady, starting } of moments) {
        expect(oldReady + newReady + starting).toBeLessThanOrEqual(replicas + maxSurge)
        expect(oldReady + newReady).toBeGreaterThanOrEqual(replicas - maxUnavailable)
      }
      expect(finishedAt === undefined).toBe(changed.version === 'never-ready')
    }),
    { numRuns: 25, seed: 7 },
  )
})
