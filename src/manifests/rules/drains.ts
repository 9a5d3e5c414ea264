import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import { findServer, isFinding } from '../server.ts'
import { preStopSecondsOf } from '../rollout/of-manifest.ts'
import type { KubernetesSubject } from './subject.ts'

/** A pod that is told to end stays until nobody sends it requests, then finishes those that it has, and only then is killed. */
export const drains = ruleOf('drains', {}, ({ cluster, setting }: KubernetesSubject) => {
  const server = findServer(cluster, setting)
  if (isFinding(server)) return [server]
  const preStop = preStopSecondsOf(server.container)
  const grace = server.pods.spec.terminationGracePeriodSeconds ?? 30
  const endpoint = setting.cluster?.endpointSeconds ?? 0
  const longest = setting.server?.requestSeconds ?? 0
  const found: Finding[] = []
  if (preStop < endpoint)
    found.push(
      finding(
        server.lineOf('lifecycle'),
        `The server is told to stop after ${preStop} s, and still gets requests for ${endpoint} s.`,
        `Let a preStop hook sleep ${endpoint} s or more.`,
      ),
    )
  if (grace < preStop + longest)
    found.push(
      finding(
        server.pods.lineOf('terminationGracePeriodSeconds'),
        `It is killed after ${grace} s; ${preStop} s of preStop and the longest request of ${longest} s take ${preStop + longest} s.`,
        'Raise terminationGracePeriodSeconds.',
      ),
    )
  return found
})
