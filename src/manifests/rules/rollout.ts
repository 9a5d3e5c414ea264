import { z } from 'zod'
import { finding, type Finding } from '../finding.ts'
import { VERSIONS, type RolloutCase } from '../rollout/case.ts'
import { rolloutCaseOf } from '../rollout/of-manifest.ts'
import { sayTimeline, showRollout } from '../rollout/show.ts'
import { simulateRollout, type Rollout } from '../rollout/simulate.ts'
import { ruleOf } from '../rule.ts'
import { findServer, isFinding, type Server } from '../server.ts'
import type { KubernetesSubject } from './subject.ts'

const shape = {
  version: z.enum(VERSIONS).default('good'),
  /** How long somebody watches. */
  seconds: z.int().min(60).max(3600).default(1800),
  /** Pods that run when an autoscaler decides. */
  replicas: z.int().min(1).optional(),
  /** Requests a second, in the place of those of the setting. */
  load: z.number().optional(),
  /** The new version is everywhere within so many seconds. */
  finishesWithin: z.number().optional(),
  /** At every second at least so many requests could be served; by default those that arrive. */
  capacity: z.number().optional(),
  /** Requests that may fail altogether. */
  failsAtMost: z.number().optional(),
  /** Of all requests, the share that may reach the new version. */
  newAtMost: z.number().min(0).max(1).optional(),
  /** At the end at least so many old pods serve: the bad version did not take over. */
  oldLeft: z.int().optional(),
  /** The Deployment says within so many seconds that it does not get on. */
  stallsWithin: z.number().optional(),
}

/** Rolls a version out under load, and holds the time line against what may happen. */
export const rollout = ruleOf('rollout', shape, ({ cluster, setting }: KubernetesSubject, given) => {
  const server = findServer(cluster, setting)
  if (isFinding(server)) return [server]
  const { version, seconds, replicas, load } = given
  const made = rolloutCaseOf(server, setting, { version, seconds, replicas, load })
  if ('what' in made) return [made]
  const result = simulateRollout(made)
  return { findings: found(server, made, result, given), difference: showRollout(result, made), told: sayTimeline(result) }
})

/** The first demand that is not met: those that follow from it would only repeat it. */
function found(server: Server, made: RolloutCase, result: Rollout, given: z.infer<z.ZodObject<typeof shape>>): readonly Finding[] {
  const line = server.deployment.lineOf('strategy')
  const { finishedAt, stalledAt, lowestCapacity, failed, requests, toNew, oldLeft } = result
  if (given.oldLeft !== undefined && oldLeft < given.oldLeft)
    return [
      finding(
        line,
        `A version that ${BAD[made.version]} replaced the old one: ${oldLeft} of ${made.replicas} old pods are left, ${given.oldLeft} must be.`,
        'Nothing may count as available before it has shown that it serves.',
      ),
    ]
  const needed = given.capacity ?? (given.version === 'good' || given.version === 'slow' ? made.load : undefined)
  const lowest = result.moments.find(({ capacity }) => capacity === lowestCapacity)
  if (needed !== undefined && lowestCapacity < needed)
    return [
      finding(
        line,
        `At second ${lowest?.at ?? 0} the pods can serve ${say(lowestCapacity)} requests a second; ${say(needed)} are needed.`,
        'Let fewer pods be unavailable, and count none as ready before it serves.',
      ),
    ]
  if (given.newAtMost !== undefined && toNew > given.newAtMost * requests)
    return [
      finding(
        line,
        `The version that ${BAD[made.version]} got ${percent(toNew / requests)} of the requests; at most ${percent(given.newAtMost)} may reach it.`,
        'Let fewer new pods run at a time, and longer before the next.',
      ),
    ]
  if (given.failsAtMost !== undefined && failed > given.failsAtMost)
    return [
      finding(
        line,
        `${say(failed)} of ${say(requests)} requests fail; at most ${say(given.failsAtMost)} may.`,
        'Find in the time line when they fail: before a pod serves, when pods are too few, or when one ends.',
      ),
    ]
  if (given.finishesWithin !== undefined && (finishedAt === undefined || finishedAt > given.finishesWithin)) {
    const how = finishedAt === undefined ? 'does not come to an end' : `takes ${finishedAt} s`
    return [
      finding(
        line,
        `The rollout ${how}; it has ${given.finishesWithin} s.`,
        finishedAt === undefined
          ? 'Find in the time line what it waits for: room on the nodes, a probe, a pod that must go first.'
          : 'Let more pods be replaced at a time.',
      ),
    ]
  }
  if (given.stallsWithin !== undefined && (stalledAt === undefined || stalledAt > given.stallsWithin))
    return [
      finding(
        server.deployment.lineOf('progressDeadlineSeconds'),
        `Nobody hears within ${given.stallsWithin} s that the rollout does not get on${stalledAt === undefined ? '' : `: it is said after ${stalledAt} s`}.`,
        'Set progressDeadlineSeconds to more than a good rollout needs for a pod, and less than this.',
      ),
    ]
  return []
}

const BAD: Readonly<Record<RolloutCase['version'], string>> = {
  good: 'is good',
  slow: 'starts slowly',
  crashes: 'crashes',
  'never-ready': 'never becomes ready',
  sickens: 'stops serving after 25 s',
  errors: 'fails every second request',
}

function say(value: number): string {
  return Math.round(value).toLocaleString('en')
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
