import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import { selects } from '../selector.ts'
import { findServer, isFinding } from '../server.ts'
import { z } from 'zod'
import type { KubernetesSubject } from './subject.ts'

/** A Service leads to the port that the server listens on, by number or by the name that the container gives it. */
export const serviceReaches = ruleOf(
  'service-reaches',
  { port: z.int().optional() },
  ({ cluster, setting }: KubernetesSubject, { port }) => {
    const server = findServer(cluster, setting)
    if (isFinding(server)) return [server]
    const listens = setting.server?.port
    const services = cluster.services.filter(({ spec, namespace }) => {
      return (
        namespace === server.pods.namespace &&
        spec.selector.size > 0 &&
        selects({ matchLabels: spec.selector, matchExpressions: [] }, server.pods.labels)
      )
    })
    if (services.length === 0)
      return [
        finding(
          undefined,
          'No Service leads to the pods of the server.',
          'Write a Service whose `selector` has labels of the pod template.',
        ),
      ]
    const found: Finding[] = []
    for (const { name, spec, lineOf } of services) {
      const reached = spec.ports.map((one, index) => {
        const target = one.targetPort ?? one.port
        const named = server.container.ports.find((own) => own.name === target)
        if (typeof target === 'string' && named === undefined && !/^\d+$/.test(target)) {
          found.push(
            finding(
              lineOf('ports', index, 'targetPort'),
              `The Service "${name}" leads to a port called "${target}"; the container names none so.`,
              'Give the name to a port in `ports` of the container, or write the number.',
            ),
          )
        }
        return named?.containerPort ?? Number(target)
      })
      if (found.length === 0 && listens !== undefined && !reached.includes(listens))
        found.push(
          finding(
            lineOf('ports'),
            `The Service "${name}" leads to port ${reached.join(', ')}; the server listens on ${listens}.`,
            'Mend `targetPort`.',
          ),
        )
      if (port !== undefined && !spec.ports.some((one) => one.port === port))
        found.push(finding(lineOf('ports'), `The Service "${name}" does not offer port ${port}.`, `Write \`port: ${port}\`.`))
    }
    return found
  },
)
