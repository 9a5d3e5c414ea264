import { z } from 'zod'
import { finding, type Finding } from '../finding.ts'
import { quantityOf } from '../quantity.ts'
import { ruleOf } from '../rule.ts'
import { findServer, isFinding } from '../server.ts'
import type { KubernetesSubject } from './subject.ts'

const shape = {
  /** Names of metrics that follow the load of this server; any when empty. */
  metrics: z.array(z.string()).default([]),
  /** Of the capacity of a pod, the share at which another must start, at most. */
  targetAtMost: z.number().min(0.1).max(1).default(0.85),
  /** Pods that must be there although idle. */
  least: z.int().min(1).default(2),
  stabilizationAtLeast: z.number().default(0),
}

/** An autoscaler that can follow the load: enough pods for the peak, no more than there is room for, by a metric that moves with it. */
export const autoscalerBounds = ruleOf(
  'autoscaler-bounds',
  shape,
  ({ cluster, setting }: KubernetesSubject, { metrics, targetAtMost, least, stabilizationAtLeast }) => {
    const server = findServer(cluster, setting)
    if (isFinding(server)) return [server]
    const { deployment } = server
    const scalers = cluster.autoscalers.filter(
      ({ spec, namespace }) =>
        namespace === deployment.namespace && spec.scaleTargetRef.kind === 'Deployment' && spec.scaleTargetRef.name === deployment.name,
    )
    const [scaler, second] = scalers
    if (scaler === undefined)
      return [finding(undefined, 'No HorizontalPodAutoscaler scales the server.', 'Write one whose scaleTargetRef names the Deployment.')]
    if (second !== undefined)
      return [finding(second.lineOf(), 'Two autoscalers pull at one Deployment.', 'Keep one; it may have several metrics.')]
    const { spec, lineOf } = scaler
    const found: Finding[] = []
    const minimum = spec.minReplicas ?? 1
    const { podCapacity = 1, requestsPerSecond = 0, peak = requestsPerSecond } = setting.load ?? {}
    const needed = Math.ceil(peak / (podCapacity * targetAtMost))
    const room = (setting.cluster?.nodes ?? 100) * (setting.cluster?.podsPerNode ?? 100)
    if (minimum < least)
      found.push(
        finding(
          lineOf('minReplicas'),
          `At night ${minimum} pod${minimum === 1 ? ' is' : 's are'} left; ${least} must be.`,
          `Write \`minReplicas: ${least}\` or more.`,
        ),
      )
    if (minimum > spec.maxReplicas)
      found.push(finding(lineOf('minReplicas'), 'minReplicas is more than maxReplicas: the API server refuses it.', 'Mend one of them.'))
    if (spec.maxReplicas < needed)
      found.push(
        finding(
          lineOf('maxReplicas'),
          `At the peak ${peak} requests a second arrive, which takes ${needed} pods; ${spec.maxReplicas} is the most it may start.`,
          'Raise maxReplicas.',
        ),
      )
    if (spec.maxReplicas > room)
      found.push(
        finding(
          lineOf('maxReplicas'),
          `The nodes have room for ${room} pods; the rest would wait for ever.`,
          'Lower maxReplicas to what there is room for.',
        ),
      )
    if (deployment.spec.replicas !== undefined)
      found.push(
        finding(
          deployment.lineOf('replicas'),
          'The Deployment says `replicas` as well: every time it is applied, it throws away what the autoscaler found.',
          'Leave `replicas` out.',
        ),
      )
    found.push(...metricFindings())
    const window = spec.behavior?.scaleDown?.stabilizationWindowSeconds ?? 300
    if (window < stabilizationAtLeast)
      found.push(
        finding(
          lineOf('behavior'),
          `Pods are taken away after ${window} s of quiet, and take ${setting.server?.startSeconds ?? 0} s to come back.`,
          `Write \`stabilizationWindowSeconds: ${stabilizationAtLeast}\` or more.`,
        ),
      )
    return found

    function metricFindings(): readonly Finding[] {
      if (spec.metrics.length === 0)
        return [
          finding(lineOf(), 'It says no metric: then it follows 80 % of the CPU requests.', 'Name the metric that moves with the load.'),
        ]
      return spec.metrics.flatMap((metric, index) => {
        const name = metric.resource?.name ?? metric.pods?.metric.name ?? metric.external?.metric.name ?? metric.object?.metric.name ?? ''
        const line = lineOf('metrics', index)
        if (metrics.length > 0 && !metrics.includes(name))
          return [
            finding(
              line,
              `The metric "${name}" does not move with the load of this server.`,
              `Take ${metrics.map((one) => `\`${one}\``).join(' or ')}.`,
            ),
          ]
        const utilization = metric.resource?.target.averageUtilization
        if (utilization !== undefined && utilization > targetAtMost * 100)
          return [
            finding(
              line,
              `At ${utilization} % there is no room left for the time that a new pod takes to start.`,
              `Aim at ${targetAtMost * 100} % or less.`,
            ),
          ]
        const value = metric.pods?.target.averageValue
        const perPod = value === undefined ? undefined : quantityOf(value)
        if (perPod !== undefined && perPod > podCapacity * targetAtMost)
          return [
            finding(
              line,
              `A pod can serve ${podCapacity} and is to have ${perPod} before another starts.`,
              `Aim at ${Math.floor(podCapacity * targetAtMost)} or less.`,
            ),
          ]
        return []
      })
    }
  },
)
