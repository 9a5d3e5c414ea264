import { finding, type Finding } from '../finding.ts'
import type { Container, Probe } from '../kubernetes-kinds.ts'
import type { Server } from '../server.ts'
import type { KubernetesSetting } from '../setting.ts'
import type { ProbeTimes, RolloutCase, Version } from './case.ts'
import { fencepostsOf } from './fenceposts.ts'

/** More would be a cluster that nobody draws a time line of. */
const MOST_REPLICAS = 200

/** The rollout of a server's Deployment in the exercise's world; a finding where the manifest says nothing that can be rolled out. */
export function rolloutCaseOf(
  { deployment, pods, container }: Server,
  setting: KubernetesSetting,
  {
    version,
    seconds,
    replicas: running,
    load,
  }: { readonly version: Version; readonly seconds: number; readonly replicas: number | undefined; readonly load: number | undefined },
): RolloutCase | Finding {
  const { spec, lineOf } = deployment
  const replicas = spec.replicas ?? running ?? 1
  if (spec.paused === true) return finding(lineOf('paused'), 'The Deployment is paused: nothing is rolled out.', 'Leave `paused` out.')
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > MOST_REPLICAS)
    return finding(lineOf('replicas'), `${replicas} replicas cannot be rolled out here.`, `Write a number from 1 to ${MOST_REPLICAS}.`)
  const type = spec.strategy?.type ?? 'RollingUpdate'
  if (type !== 'RollingUpdate' && type !== 'Recreate')
    return finding(lineOf('strategy', 'type'), 'There is no such strategy.', 'Write `RollingUpdate` or `Recreate`.')
  if (type === 'Recreate' && spec.strategy?.rollingUpdate !== undefined)
    return finding(
      lineOf('strategy'),
      '`rollingUpdate` may not be said of the strategy Recreate: the API server refuses it.',
      'Leave one of them out.',
    )
  const rolling = { maxSurge: spec.strategy?.rollingUpdate?.maxSurge, maxUnavailable: spec.strategy?.rollingUpdate?.maxUnavailable }
  const posts = fencepostsOf(replicas, rolling)
  if (posts === undefined)
    return finding(
      lineOf('strategy', 'rollingUpdate'),
      'maxSurge and maxUnavailable are whole numbers or percentages.',
      'Write e.g. `2` or `25%`.',
    )
  if (isZero(rolling.maxSurge) && isZero(rolling.maxUnavailable))
    return finding(
      lineOf('strategy', 'rollingUpdate'),
      'maxSurge and maxUnavailable may not both be 0: the API server refuses it.',
      'Allow one pod more, or one less.',
    )
  const minReadySeconds = spec.minReadySeconds ?? 0
  const progressDeadlineSeconds = spec.progressDeadlineSeconds ?? 600
  if (progressDeadlineSeconds <= minReadySeconds)
    return finding(
      lineOf('progressDeadlineSeconds'),
      'progressDeadlineSeconds must be more than minReadySeconds: the API server refuses it.',
      'Raise it.',
    )
  const { server, cluster, load: traffic } = setting
  return {
    strategy: type,
    replicas,
    ...posts,
    minReadySeconds,
    progressDeadlineSeconds,
    startup: timesOf(container.startupProbe, server?.ready),
    readiness: timesOf(container.readinessProbe, server?.ready),
    liveness: timesOf(container.livenessProbe, server?.ready),
    preStopSeconds: preStopSecondsOf(container),
    graceSeconds: pods.spec.terminationGracePeriodSeconds ?? 30,
    version,
    startSeconds: server?.startSeconds ?? 0,
    requestSeconds: server?.requestSeconds ?? 0,
    drains: server?.drains ?? true,
    room: cluster === undefined ? Number.POSITIVE_INFINITY : cluster.nodes * cluster.podsPerNode,
    endpointSeconds: cluster?.endpointSeconds ?? 0,
    load: load ?? traffic?.requestsPerSecond ?? 0,
    podCapacity: traffic?.podCapacity ?? 1,
    seconds,
  }
}

function isZero(value: number | string | undefined): boolean {
  return value === 0 || value === '0%'
}

/** Defaults as documented: https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/ */
function timesOf(probe: Probe | undefined, ready: string | undefined): ProbeTimes | undefined {
  if (probe === undefined) return undefined
  return {
    initialDelaySeconds: Math.max(0, probe.initialDelaySeconds ?? 0),
    periodSeconds: Math.max(1, probe.periodSeconds ?? 10),
    successThreshold: Math.max(1, probe.successThreshold ?? 1),
    failureThreshold: Math.max(1, probe.failureThreshold ?? 3),
    // What a command asks is not known: it is taken to ask what it should.
    asks: probe.exec !== undefined || (probe.httpGet !== undefined && probe.httpGet.path === ready) ? 'ready' : 'process',
  }
}

/** How long a preStop hook keeps a server from being told to end: a `sleep` action, or a command that sleeps. */
export function preStopSecondsOf({ lifecycle }: Container): number {
  const hook = lifecycle?.preStop
  if (hook?.sleep !== undefined) return Math.max(0, hook.sleep.seconds)
  const command = hook?.exec?.command.join(' ') ?? ''
  return Number(/\bsleep\s+(\d{1,5})\b/.exec(command)?.[1] ?? 0)
}
