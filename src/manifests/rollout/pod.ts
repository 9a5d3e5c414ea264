import type { ProbeTimes, RolloutCase, Version } from './case.ts'

/** Seconds that a container which ended waits before it starts again: doubled each time. The documented back-off. */
const FIRST_BACK_OFF = 10
const LONGEST_BACK_OFF = 300

/** What a version does when something happens to it: seconds after the start, or after it is up. */
const CRASHES_AFTER = 5
const SICKENS_AFTER = 25

/** One pod in a rollout, moved on second by second. */
export interface Pod {
  readonly fresh: boolean
  readonly number: number
  readonly createdAt: number
  /** It found room on a node. */
  placed: boolean
  /** When its container started last; undefined while none runs. */
  startedAt: number | undefined
  /** When a container that ended starts again. */
  againAt: number
  restarts: number
  /** The startup probe passed, or there is none. */
  started: boolean
  ready: boolean
  readySince: number
  deletedAt: number | undefined
  /** When the process of a deleted pod ends. */
  endsAt: number
  startup: Counter
  readiness: Counter
  liveness: Counter
}

/** Consecutive outcomes of one probe, and the second of the container's age at which it asks next. */
interface Counter {
  next: number
  successes: number
  failures: number
}

export function createPod(number: number, fresh: boolean, at: number): Pod {
  const idle = (): Counter => ({ next: 0, successes: 0, failures: 0 })
  return {
    fresh,
    number,
    createdAt: at,
    placed: false,
    startedAt: undefined,
    againAt: at,
    restarts: 0,
    started: false,
    ready: false,
    readySince: Number.POSITIVE_INFINITY,
    deletedAt: undefined,
    endsAt: Number.POSITIVE_INFINITY,
    startup: idle(),
    readiness: idle(),
    liveness: idle(),
  }
}

/** A pod of the old version that has been serving for long. */
export function settledPod(number: number): Pod {
  const pod = createPod(number, false, 0)
  pod.placed = true
  pod.startedAt = Number.NEGATIVE_INFINITY
  pod.started = true
  pod.ready = true
  pod.readySince = Number.NEGATIVE_INFINITY
  return pod
}

/** What a pod's container went through in this second; undefined where nothing that is worth a line. */
export type Happening = 'crashed' | 'killed while starting' | 'killed by its liveness probe' | 'became ready' | 'is no longer ready'

/** Moves a pod to second `at`. Old pods keep serving as they did. */
export function advance(pod: Pod, at: number, given: RolloutCase): Happening | undefined {
  if (!pod.fresh || !pod.placed || pod.deletedAt !== undefined) return undefined
  if (pod.startedAt === undefined) {
    if (at < pod.againAt) return undefined
    begin(pod, at, given)
  }
  const age = at - (pod.startedAt ?? at)
  if (given.version === 'crashes' && age >= CRASHES_AFTER) return end(pod, at, 'crashed')
  if (!pod.started && given.startup !== undefined) {
    const outcome = ask(pod.startup, given.startup, age, says(given, given.startup, age))
    if (outcome === 'failed') return end(pod, at, 'killed while starting')
    if (outcome !== 'passed') return undefined
    startedAt(pod, age, given)
    // The kubelet asks about readiness at once when the startup probe has passed.
    pod.readiness.next = Math.max(age, given.readiness?.initialDelaySeconds ?? 0)
  }
  if (given.liveness !== undefined && ask(pod.liveness, given.liveness, age, says(given, given.liveness, age)) === 'failed')
    return end(pod, at, 'killed by its liveness probe')
  return askReadiness(pod, at, age, given)
}

/** Whether a process is there that answers requests. */
export function answers(pod: Pod, at: number, given: RolloutCase): boolean {
  if (pod.deletedAt !== undefined && at >= pod.deletedAt + Math.min(given.preStopSeconds, given.graceSeconds)) return false
  if (!pod.fresh) return true
  if (pod.startedAt === undefined) return false
  const age = at - pod.startedAt
  return isUp(given, age) && !isSick(given, age)
}

/** Starts the pod's container in second `at`. */
export function begin(pod: Pod, at: number, given: RolloutCase): void {
  pod.placed = true
  pod.startedAt = at
  pod.started = false
  const first = (probe: ProbeTimes | undefined) => (probe?.initialDelaySeconds ?? 0) + (probe?.periodSeconds ?? 0)
  pod.startup = { next: first(given.startup), successes: 0, failures: 0 }
  if (given.startup === undefined) startedAt(pod, 0, given)
}

function startedAt(pod: Pod, age: number, { readiness, liveness }: RolloutCase): void {
  pod.started = true
  const first = (probe: ProbeTimes | undefined) => Math.max(age, probe?.initialDelaySeconds ?? 0) + (probe?.periodSeconds ?? 0)
  pod.readiness = { next: first(readiness), successes: 0, failures: 0 }
  pod.liveness = { next: first(liveness), successes: 0, failures: 0 }
}

/** The container ended; the pod waits, longer each time, before it starts another. */
function end(pod: Pod, at: number, why: Happening): Happening {
  pod.againAt = at + Math.min(LONGEST_BACK_OFF, FIRST_BACK_OFF * 2 ** pod.restarts)
  pod.restarts += 1
  pod.startedAt = undefined
  pod.started = false
  pod.ready = false
  pod.readySince = Number.POSITIVE_INFINITY
  return why
}

function askReadiness(pod: Pod, at: number, age: number, given: RolloutCase): Happening | undefined {
  const { readiness } = given
  const outcome = readiness === undefined ? 'passed' : ask(pod.readiness, readiness, age, says(given, readiness, age))
  if (outcome === 'passed' && !pod.ready) {
    pod.ready = true
    pod.readySince = at
    return 'became ready'
  }
  if (outcome === 'failed' && pod.ready) {
    pod.ready = false
    pod.readySince = Number.POSITIVE_INFINITY
    return 'is no longer ready'
  }
  return undefined
}

/** Asks when it is time. `passed` and `failed` once the threshold of consecutive outcomes is reached. */
function ask(counter: Counter, probe: ProbeTimes, age: number, well: boolean): 'passed' | 'failed' | undefined {
  if (age < counter.next) return undefined
  counter.next = age + probe.periodSeconds
  counter.successes = well ? counter.successes + 1 : 0
  counter.failures = well ? 0 : counter.failures + 1
  if (counter.successes >= probe.successThreshold) return 'passed'
  return counter.failures >= probe.failureThreshold ? 'failed' : undefined
}

function isUp({ version, startSeconds }: RolloutCase, age: number): boolean {
  return age >= startSeconds * (version === 'slow' ? 2 : 1)
}

/** What a probe hears. */
function says(given: RolloutCase, { asks }: ProbeTimes, age: number): boolean {
  return isUp(given, age) && (asks === 'process' || saysReady(given, age))
}

function isSick({ version, startSeconds }: RolloutCase, age: number): boolean {
  return version === 'sickens' && age >= startSeconds + SICKENS_AFTER
}

function saysReady(given: RolloutCase, age: number): boolean {
  return given.version !== 'never-ready' && !isSick(given, age)
}

/** Of the requests that a version answers, the share that it answers wrongly. */
export function wrongShare(version: Version): number {
  return version === 'errors' ? 0.5 : 0
}
