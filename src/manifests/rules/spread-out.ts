import { z } from 'zod'
import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import { isEmpty, selects } from '../selector.ts'
import { findServer, isFinding } from '../server.ts'
import type { KubernetesSubject } from './subject.ts'

const KEYS = { zone: 'topology.kubernetes.io/zone', node: 'kubernetes.io/hostname' } as const

/** The server's pods are spread over zones or nodes, so that losing one does not lose them all; `strict` asks that the scheduler waits rather than crowds. */
export const spreadOut = ruleOf(
  'spread-out',
  { across: z.enum(['zone', 'node']), strict: z.boolean().default(false) },
  ({ cluster, setting }: KubernetesSubject, { across, strict }) => {
    const server = findServer(cluster, setting)
    if (isFinding(server)) return [server]
    const key = KEYS[across]
    const { labels, lineOf } = server.pods
    const { topologySpreadConstraints, affinity } = server.pods.spec
    const index = topologySpreadConstraints.findIndex(({ topologyKey }) => topologyKey === key)
    const constraint = topologySpreadConstraints[index]
    if (constraint === undefined) {
      const apart = affinity?.podAntiAffinity
      const required = apart?.requiredDuringSchedulingIgnoredDuringExecution ?? []
      const preferred = (apart?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ podAffinityTerm }) => podAffinityTerm)
      const terms = [...required, ...(strict ? [] : preferred)].filter(
        (term) => term.topologyKey === key && term.labelSelector !== undefined && selects(term.labelSelector, labels),
      )
      if (terms.length === 0)
        return [
          finding(
            lineOf(),
            `Nothing spreads the pods over ${across}s: all of them may land in one.`,
            `Write a topologySpreadConstraint with \`topologyKey: ${key}\`.`,
          ),
        ]
      const replicas = server.deployment.spec.replicas ?? 1
      const places = (across === 'zone' ? setting.cluster?.zones : setting.cluster?.nodes) ?? Number.POSITIVE_INFINITY
      const crowded = required.some((term) => terms.includes(term)) && replicas > places
      return crowded
        ? [
            finding(
              lineOf('affinity'),
              `There are ${places} ${across}s and ${replicas} pods that refuse to share one.`,
              'Spread them by topologySpreadConstraints.',
            ),
          ]
        : []
    }
    const found: Finding[] = []
    const line = lineOf('topologySpreadConstraints', index)
    if (constraint.labelSelector === undefined || isEmpty(constraint.labelSelector) || !selects(constraint.labelSelector, labels))
      found.push(
        finding(line, "The constraint does not count the server's own pods.", 'Give it a labelSelector with labels of the pod template.'),
      )
    if (constraint.maxSkew > 2)
      found.push(finding(line, `A skew of ${constraint.maxSkew} allows nearly all pods in one ${across}.`, 'Write `maxSkew: 1`.'))
    if (strict && constraint.whenUnsatisfiable !== 'DoNotSchedule')
      found.push(finding(line, 'The scheduler may ignore the constraint.', 'Write `whenUnsatisfiable: DoNotSchedule`.'))
    return found
  },
)
