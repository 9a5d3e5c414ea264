import { z } from 'zod'
import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import { absoluteOf } from '../rollout/fenceposts.ts'
import { selects } from '../selector.ts'
import { findServer, isFinding } from '../server.ts'
import type { KubernetesSubject } from './subject.ts'

/**
 * A drain of nodes leaves at least `keeps` pods of the server, at its least number of replicas, and can still go on: a budget that
 * allows no eviction at all stops every upgrade of a node.
 */
export const disruptionBudget = ruleOf(
  'disruption-budget',
  { keeps: z.int().min(1) },
  ({ cluster, setting }: KubernetesSubject, { keeps }) => {
    const server = findServer(cluster, setting)
    if (isFinding(server)) return [server]
    const own = cluster.budgets.filter(
      ({ spec, namespace }) =>
        namespace === server.pods.namespace && spec.selector !== undefined && selects(spec.selector, server.pods.labels),
    )
    const [budget, second] = own
    if (budget === undefined)
      return [
        finding(
          undefined,
          'No PodDisruptionBudget protects the server: a drain may evict every pod at once.',
          'Write one whose selector has its labels.',
        ),
      ]
    if (second !== undefined)
      return [finding(second.lineOf(), 'Two budgets protect the same pods: then none of them can be evicted.', 'Keep one.')]
    const { spec, lineOf } = budget
    if ((spec.minAvailable === undefined) === (spec.maxUnavailable === undefined))
      return [finding(lineOf(), 'A budget says either minAvailable or maxUnavailable.', 'Write exactly one.')]
    const scaler = cluster.autoscalers.find((one) => one.spec.scaleTargetRef.name === server.deployment.name)
    const replicas = scaler === undefined ? (server.deployment.spec.replicas ?? 1) : (scaler.spec.minReplicas ?? 1)
    // Both are rounded up: https://kubernetes.io/docs/tasks/run-application/configure-pdb/#rounding-logic-when-specifying-percentages
    const least = spec.minAvailable === undefined ? undefined : absoluteOf(spec.minAvailable, replicas, 'up')
    const most = spec.maxUnavailable === undefined ? undefined : absoluteOf(spec.maxUnavailable, replicas, 'up')
    if (least === undefined && most === undefined)
      return [
        finding(
          lineOf(),
          'The budget is neither a whole number nor a percentage.',
          'Write e.g. `minAvailable: 3` or `maxUnavailable: 25%`.',
        ),
      ]
    const allowed = Math.max(0, Math.min(replicas, most ?? replicas - (least ?? 0)))
    const found: Finding[] = []
    if (allowed === 0)
      found.push(finding(lineOf(), `Of ${replicas} pods none may ever be evicted: no node can be drained.`, 'Allow one, or run one more.'))
    if (replicas - allowed < keeps)
      found.push(
        finding(
          lineOf(),
          `Of ${replicas} pods ${allowed} may be evicted at once; ${keeps} must go on serving.`,
          'Allow fewer evictions, or run more pods.',
        ),
      )
    return found
  },
)
