import { z } from 'zod'
import { containersOf } from '../cluster.ts'
import { finding, type Finding } from '../finding.ts'
import type { Container } from '../kubernetes-kinds.ts'
import { quantityOf, sayBytes } from '../quantity.ts'
import { ruleOf } from '../rule.ts'
import { findServer, isFinding } from '../server.ts'
import type { Path } from '../yaml-objects.ts'
import type { KubernetesSubject } from './subject.ts'

const shape = {
  /** `Guaranteed` asks for requests equal to limits, of CPU as well. */
  qos: z.enum(['Guaranteed', 'Burstable']).default('Burstable'),
  /** At most so many times the memory that the server takes may be reserved. */
  memoryAtMost: z.number().min(1).default(4),
}

/**
 * Every container asks for CPU and memory and has a memory limit; that of the server holds the most that it takes, and what it asks
 * for is enough to be scheduled where it fits.
 */
export const resourcesFit = ruleOf('resources-fit', shape, ({ cluster, setting }: KubernetesSubject, { qos, memoryAtMost }) => {
  const found = cluster.pods.flatMap(containersOf).flatMap(({ container, lineOf }) => declared(container, lineOf, qos))
  if ((setting.server === undefined && setting.job === undefined) || found.length > 0) return found
  const server = findServer(cluster, setting)
  const pods = isFinding(server) ? cluster.pods[0] : undefined
  const [container, lineOf] = isFinding(server)
    ? [pods?.spec.containers[0], (...path: Path) => pods?.lineOf('containers', 0, ...path) ?? 1]
    : [server.container, server.lineOf]
  return container === undefined ? found : enough(container, lineOf, { setting, memoryAtMost })
})

type LineOf = (...path: Path) => number

function amount(container: Container, kind: 'limits' | 'requests', resource: string): number | undefined {
  const written = container.resources?.[kind].get(resource)
  return written === undefined ? undefined : quantityOf(written)
}

function declared(container: Container, lineOf: LineOf, qos: 'Guaranteed' | 'Burstable'): readonly Finding[] {
  const { name, resources } = container
  const malformed = (['limits', 'requests'] as const).flatMap((kind) =>
    [...(resources?.[kind] ?? [])]
      .filter(([, written]) => quantityOf(written) === undefined)
      .map(([resource]) =>
        finding(
          lineOf('resources', kind, resource),
          `This is no quantity of ${resource}.`,
          'Write e.g. `500m` for half a core, `6Gi` for bytes.',
        ),
      ),
  )
  if (malformed.length > 0) return malformed
  const found: Finding[] = []
  const line = lineOf('resources')
  for (const resource of ['cpu', 'memory']) {
    const [request, limit] = [amount(container, 'requests', resource), amount(container, 'limits', resource)]
    // The API server takes a limit for the request where none is written.
    if (request === undefined && limit === undefined)
      found.push(
        finding(
          line,
          `"${name}" asks for no ${resource}: the scheduler counts it as nothing.`,
          `Write \`resources.requests.${resource}\`.`,
        ),
      )
    if (request !== undefined && limit !== undefined && request > limit)
      found.push(
        finding(
          lineOf('resources', 'requests', resource),
          `"${name}" asks for more ${resource} than its limit allows: the API server refuses it.`,
          'Raise the limit or lower the request.',
        ),
      )
    if (qos === 'Guaranteed' && (limit === undefined || (request !== undefined && request !== limit)))
      found.push(
        finding(
          line,
          `Its pod is not of the class Guaranteed: the ${resource} that "${name}" asks for is not its limit.`,
          `Set request and limit of ${resource} to the same.`,
        ),
      )
  }
  if (amount(container, 'limits', 'memory') === undefined)
    found.push(finding(line, `"${name}" has no memory limit: a leak takes the node with it.`, 'Write `resources.limits.memory`.'))
  return found
}

function enough(
  container: Container,
  lineOf: LineOf,
  { setting, memoryAtMost }: { readonly setting: KubernetesSubject['setting']; readonly memoryAtMost: number },
): readonly Finding[] {
  const found: Finding[] = []
  const needs = quantityOf((setting.server ?? setting.job)?.memory ?? 0) ?? 0
  const limit = amount(container, 'limits', 'memory') ?? 0
  const request = amount(container, 'requests', 'memory') ?? limit
  const cpuNeeds = quantityOf((setting.server ?? setting.job)?.cpu ?? 0) ?? 0
  const cpuLimit = amount(container, 'limits', 'cpu')
  const cpu = amount(container, 'requests', 'cpu') ?? cpuLimit ?? 0
  if (limit < needs)
    found.push(
      finding(
        lineOf('resources', 'limits', 'memory'),
        `The memory limit is ${sayBytes(limit)}; it takes up to ${sayBytes(needs)} and would be killed.`,
        'Raise it, with some room above.',
      ),
    )
  if (limit > needs * memoryAtMost)
    found.push(
      finding(
        lineOf('resources', 'limits', 'memory'),
        `The memory limit of ${sayBytes(limit)} is more than ${memoryAtMost} times what it takes.`,
        'A limit that is never reached protects nobody: lower it.',
      ),
    )
  if (request < needs * 0.75)
    found.push(
      finding(
        lineOf('resources', 'requests', 'memory'),
        `It asks for ${sayBytes(request)} and takes up to ${sayBytes(needs)}: a full node would evict it.`,
        'Ask for what it takes.',
      ),
    )
  if (cpu < cpuNeeds)
    found.push(
      finding(
        lineOf('resources', 'requests', 'cpu'),
        `It asks for ${cpu} cores and needs ${cpuNeeds}.`,
        'Ask for what it needs under load.',
      ),
    )
  if (cpuLimit !== undefined && cpuLimit < cpuNeeds)
    found.push(
      finding(
        lineOf('resources', 'limits', 'cpu'),
        `Its limit of ${cpuLimit} cores throttles a program that needs ${cpuNeeds}.`,
        'Raise the limit, or leave it out.',
      ),
    )
  return found
}
