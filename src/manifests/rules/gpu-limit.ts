import { z } from 'zod'
import { finding } from '../finding.ts'
import { quantityOf } from '../quantity.ts'
import { ruleOf } from '../rule.ts'
import type { KubernetesSubject } from './subject.ts'

const RESOURCE = 'nvidia.com/gpu'

/** Each pod has so many GPUs: an extended resource is given by its limit, in whole pieces, and a request must be equal to it. */
export const gpuLimit = ruleOf('gpu-limit', { count: z.int().min(1) }, ({ cluster }: KubernetesSubject, { count }) =>
  cluster.pods.flatMap(({ spec, name, lineOf }) => {
    const limits = spec.containers.map(({ resources }) => quantityOf(resources?.limits.get(RESOURCE) ?? 0) ?? 0)
    const total = limits.reduce((sum, one) => sum + one, 0)
    const unequal = spec.containers.findIndex(({ resources }, index) => {
      const request = resources?.requests.get(RESOURCE)
      return request !== undefined && quantityOf(request) !== limits[index]
    })
    if (unequal >= 0)
      return [
        finding(
          lineOf('containers', unequal, 'resources'),
          `The GPUs that "${name}" asks for are not its limit: the API server refuses it.`,
          `Write \`${RESOURCE}\` under \`limits\` only.`,
        ),
      ]
    if (total === count) return []
    const fix = `Write \`${RESOURCE}: ${count}\` under \`resources.limits\` of one container.`
    return [finding(lineOf('containers'), `The pods of "${name}" get ${total} GPUs; ${count} ${count === 1 ? 'is' : 'are'} needed.`, fix)]
  }),
)
