import type { RolloutCase } from './case.ts'
import { advance, answers, begin, createPod, type Happening, type Pod, settledPod, wrongShare } from './pod.ts'

/** The state of a rollout at a second. */
export interface Moment {
  /** Seconds since the new version was applied. */
  readonly at: number
  readonly oldReady: number
  readonly newReady: number
  /** New pods that exist and are not ready. */
  readonly starting: number
  readonly ending: number
  /** Requests a second that the pods which get requests can answer. */
  readonly capacity: number
  /** Requests a second that fail. */
  readonly failing: number
  /** What happened in this second, one phrase each. */
  readonly notes: readonly string[]
}

/** What came of a rollout. */
export interface Rollout {
  /** One for each second. */
  readonly moments: readonly Moment[]
  /** All replicas are of the new version and available; undefined when that did not happen while it was watched. */
  readonly finishedAt: number | undefined
  /** The progress deadline passed; undefined when it did not. The controller reports this and goes on trying. */
  readonly stalledAt: number | undefined
  readonly requests: number
  readonly failed: number
  /** Requests that were sent to a pod of the new version. */
  readonly toNew: number
  /** Pods of the old version that serve at the end. */
  readonly oldLeft: number
  readonly lowestCapacity: number
}

/** After the last old pod was let go: long enough to see it end. */
const AFTERGLOW = 60

/**
 * Replaces every pod of a Deployment, second by second, as the Deployment controller documents it: new pods up to replicas plus surge,
 * old ones down as far as enough pods are available, a pod that ends does not count any more but still takes up room.
 * https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
 */
export function simulateRollout(given: RolloutCase): Rollout {
  const pods: Pod[] = Array.from({ length: given.replicas }, (_, number) => settledPod(number))
  const moments: Moment[] = []
  let finishedAt: number | undefined
  let stalledAt: number | undefined
  let lastProgress = 0
  let before = { fresh: 0, ready: 0, old: given.replicas }
  let [requests, failed, toNew] = [0, 0, 0]

  for (let at = 0; at <= given.seconds; at++) {
    const notes: string[] = []
    remove(pods, at, given)
    place(pods, at, given)
    notes.push(...told(pods.map((pod) => advance(pod, at, given))))
    notes.push(...reconcile(pods, at, given))
    place(pods, at, given)

    const traffic = serve(pods, at, given)
    requests += given.load
    failed += traffic.failing
    toNew += traffic.toNew
    moments.push({ at, ...countsOf(pods, at), capacity: traffic.capacity, failing: traffic.failing, notes })

    const now = progressOf(pods, at)
    if (now.fresh > before.fresh || now.ready > before.ready || now.old < before.old) lastProgress = at
    before = now
    if (finishedAt === undefined && isComplete(pods, at, given)) {
      finishedAt = at
      moments.push(withNote(moments.pop(), 'the rollout is complete'))
    }
    if (finishedAt === undefined && stalledAt === undefined && at - lastProgress >= given.progressDeadlineSeconds) {
      stalledAt = at
      moments.push(withNote(moments.pop(), 'the progress deadline is exceeded'))
    }
    if (
      finishedAt !== undefined &&
      at >= finishedAt + AFTERGLOW &&
      pods.every(({ deletedAt }) => deletedAt === undefined) &&
      isHarmless(given)
    )
      break
  }
  return {
    moments,
    finishedAt,
    stalledAt,
    requests,
    failed,
    toNew,
    oldLeft: pods.filter((pod) => !pod.fresh && pod.deletedAt === undefined).length,
    lowestCapacity: Math.min(...moments.map(({ capacity }) => capacity)),
  }
}

/** A bad version that took over goes on failing: it is watched to the end. */
function isHarmless({ version }: RolloutCase): boolean {
  return version === 'good' || version === 'slow'
}

function withNote(moment: Moment | undefined, note: string): Moment {
  if (moment === undefined) throw new Error('there is no moment yet')
  return { ...moment, notes: [...moment.notes, note] }
}

/** A pod is forgotten when its process has ended and nobody sends it requests any more. */
function remove(pods: Pod[], at: number, { endpointSeconds }: RolloutCase): void {
  for (let index = pods.length - 1; index >= 0; index--) {
    const { endsAt = at, deletedAt } = pods[index] ?? {}
    if (deletedAt !== undefined && at >= endsAt && at >= deletedAt + endpointSeconds) pods.splice(index, 1)
  }
}

/** Pods find room in the order in which they were created, and start their container at once. */
function place(pods: readonly Pod[], at: number, given: RolloutCase): void {
  let free = given.room - pods.filter(({ placed, endsAt }) => placed && at < endsAt).length
  for (const pod of pods) {
    if (pod.placed || pod.deletedAt !== undefined || free <= 0) continue
    begin(pod, at, given)
    free -= 1
  }
}

const alive = ({ deletedAt }: Pod) => deletedAt === undefined

function isAvailable(pod: Pod, at: number, { minReadySeconds }: RolloutCase): boolean {
  return alive(pod) && pod.ready && at - pod.readySince >= minReadySeconds
}

/** What the controller does in this second, to the point where it waits for a pod. */
function reconcile(pods: Pod[], at: number, given: RolloutCase): readonly string[] {
  let created = 0
  let deleted = 0
  for (;;) {
    const old = pods.filter((pod) => alive(pod) && !pod.fresh)
    const fresh = pods.filter((pod) => alive(pod) && pod.fresh)
    const grow = given.strategy === 'Recreate' ? growAfterAll(pods, fresh, at, given) : growBeside(old, fresh, given)
    for (let index = 0; index < grow; index++) pods.push(createPod(given.replicas + fresh.length + index, true, at))
    created += grow
    if (grow > 0) continue
    const leaving = given.strategy === 'Recreate' ? old : leavingOf(old, fresh, at, given)
    for (const pod of leaving) retire(pod, at, given)
    deleted += leaving.length
    if (leaving.length === 0) break
  }
  const count = (number: number, what: string) => `${number} ${what} pod${number === 1 ? '' : 's'}`
  return [...(created > 0 ? [`${count(created, 'new')} created`] : []), ...(deleted > 0 ? [`${count(deleted, 'old')} told to end`] : [])]
}

function growBeside(old: readonly Pod[], fresh: readonly Pod[], { replicas, maxSurge }: RolloutCase): number {
  return Math.max(0, Math.min(replicas + maxSurge - old.length - fresh.length, replicas - fresh.length))
}

/** Recreate waits until no old pod is left, not even one that is still ending. */
function growAfterAll(pods: readonly Pod[], fresh: readonly Pod[], at: number, { replicas }: RolloutCase): number {
  return pods.some((pod) => !pod.fresh && at < pod.endsAt) ? 0 : replicas - fresh.length
}

/** Which old pods may go: as many as keep `replicas - maxUnavailable` available; those that are not available go first. */
function leavingOf(old: readonly Pod[], fresh: readonly Pod[], at: number, given: RolloutCase): readonly Pod[] {
  const least = given.replicas - given.maxUnavailable
  const available = (pods: readonly Pod[]) => pods.filter((pod) => isAvailable(pod, at, given))
  const unavailableNew = fresh.length - available(fresh).length
  const most = old.length + fresh.length - least - unavailableNew
  if (most <= 0) return []
  const unhealthy = old.filter((pod) => !isAvailable(pod, at, given)).slice(0, most)
  if (unhealthy.length > 0) return unhealthy
  const spare = available(old).length + available(fresh).length - least
  return old.slice(0, Math.max(0, Math.min(spare, most)))
}

/** Deleting a pod starts its preStop hook; its process ends when it is drained, or when the grace period is over. */
function retire(pod: Pod, at: number, given: RolloutCase): void {
  pod.deletedAt = at
  const { graceSeconds, preStopSeconds, endpointSeconds, requestSeconds, drains } = given
  const lastRequest = Math.min(endpointSeconds, preStopSeconds)
  pod.endsAt = pod.placed ? at + Math.min(graceSeconds, Math.max(preStopSeconds, drains ? lastRequest + requestSeconds : 0)) : at
}

/** Seconds' worth of a pod's requests that its end cuts off: those which began too late to be answered before the process is killed. */
export function cutSeconds({ graceSeconds, preStopSeconds, endpointSeconds, requestSeconds, drains }: RolloutCase): number {
  const stops = Math.min(preStopSeconds, graceSeconds)
  const killed = drains ? graceSeconds : stops
  const lastRequest = Math.min(endpointSeconds, stops)
  return Math.max(0, Math.min(requestSeconds, lastRequest + requestSeconds - killed))
}

/** Spreads a second's requests evenly over the pods that the Service sends them to. */
function serve(
  pods: readonly Pod[],
  at: number,
  given: RolloutCase,
): { readonly capacity: number; readonly failing: number; readonly toNew: number } {
  const { load, podCapacity, endpointSeconds } = given
  const endpoints = pods.filter((pod) => pod.ready && (pod.deletedAt === undefined || at < pod.deletedAt + endpointSeconds))
  if (endpoints.length === 0) return { capacity: 0, failing: load, toNew: 0 }
  const share = load / endpoints.length
  let [capacity, failing, toNew] = [0, 0, 0]
  for (const pod of endpoints) {
    if (pod.fresh) toNew += share
    if (!answers(pod, at, given)) {
      failing += share
      continue
    }
    const wrong = pod.fresh ? wrongShare(given.version) : 0
    capacity += podCapacity * (1 - wrong)
    failing += Math.max(0, share - podCapacity) + Math.min(share, podCapacity) * wrong
  }
  // What a pod was still answering when it was told to end, and cannot finish.
  const leaving = pods.filter((pod) => pod.deletedAt === at && pod.ready).length
  failing += leaving * share * cutSeconds(given)
  return { capacity, failing, toNew }
}

function countsOf(pods: readonly Pod[], at: number): Pick<Moment, 'oldReady' | 'newReady' | 'starting' | 'ending'> {
  const living = pods.filter(alive)
  return {
    oldReady: living.filter((pod) => !pod.fresh && pod.ready).length,
    newReady: living.filter((pod) => pod.fresh && pod.ready).length,
    starting: living.filter((pod) => pod.fresh && !pod.ready).length,
    ending: pods.filter((pod) => !alive(pod) && at < pod.endsAt).length,
  }
}

/** What counts as progress: more new pods, more that are ready, fewer old ones. */
function progressOf(pods: readonly Pod[], at: number): { readonly fresh: number; readonly ready: number; readonly old: number } {
  const living = pods.filter(alive)
  return {
    fresh: living.filter(({ fresh }) => fresh).length,
    ready: living.filter((pod) => pod.ready && at >= pod.readySince).length,
    old: living.filter(({ fresh }) => !fresh).length,
  }
}

function isComplete(pods: readonly Pod[], at: number, given: RolloutCase): boolean {
  const living = pods.filter(alive)
  return living.every(({ fresh }) => fresh) && living.length === given.replicas && living.every((pod) => isAvailable(pod, at, given))
}

/** Happenings counted: `2 pods became ready`. */
function told(happenings: readonly (Happening | undefined)[]): readonly string[] {
  const kinds = [...new Set(happenings.filter((one) => one !== undefined))]
  return kinds.map((kind) => {
    const count = happenings.filter((one) => one === kind).length
    return `${count} new pod${count === 1 ? '' : 's'} ${count > 1 ? kind.replace(/^is /, 'are ') : kind}`
  })
}
