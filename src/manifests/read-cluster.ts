import type { z } from 'zod'
import type { Cluster, Placed, PodMaker } from './cluster.ts'
import { type Finding, finding } from './finding.ts'
import {
  autoscalerSpec,
  bareSecret,
  budgetSpec,
  cronJobSpec,
  deploymentSpec,
  jobSpec,
  metadata,
  otherTemplate,
  type PodTemplate,
  serviceSpec,
} from './kubernetes-kinds.ts'
import { violations } from './schema/violations.ts'
import { type Path, readObjects, type YamlObject } from './yaml-objects.ts'

/** Reads manifests; what the API server would refuse is found, and then there is no cluster to judge. */
export function readCluster(source: string): { readonly cluster: Cluster | undefined; readonly findings: readonly Finding[] } {
  const { objects, findings: broken } = readObjects(source)
  if (broken.length > 0) return { cluster: undefined, findings: broken }
  if (objects.length === 0)
    return {
      cluster: undefined,
      findings: [finding(undefined, 'There is no object in the file.', 'Write one, and part several by a line `---`.')],
    }
  const strange = objects.flatMap(numbersBeyondJson)
  if (strange.length > 0) return { cluster: undefined, findings: strange }
  const refused = objects.flatMap(violations)
  if (refused.length > 0) return { cluster: undefined, findings: refused }
  const all = objects.map(placed)
  const unnamed = [...all.flatMap(namesOf), ...twins(all)]
  return unnamed.length > 0 ? { cluster: undefined, findings: unnamed } : { cluster: clusterOf(all), findings: [] }
}

/** YAML knows infinities; the API takes JSON, which does not. */
function numbersBeyondJson({ value, lineOf }: YamlObject): readonly Finding[] {
  const visit = (part: unknown, path: Path): Path | undefined => {
    if (typeof part === 'number' && !Number.isFinite(part)) return path
    if (typeof part !== 'object' || part === null) return undefined
    for (const [key, inside] of Object.entries(part)) {
      const found = visit(inside, [...path, key])
      if (found !== undefined) return found
    }
    return undefined
  }
  const path = visit(value, [])
  return path === undefined ? [] : [finding(lineOf(path), 'This is no finite number.', 'Write one that fits.')]
}

interface Raw extends Placed<unknown> {
  /** The object from its root. */
  readonly object: YamlObject
}

function placed(object: YamlObject): Raw {
  const value = object.value as Readonly<Record<string, unknown>>
  const { name, namespace } = metadata.parse(value['metadata'] ?? {})
  const root = value['kind'] === 'Secret' ? [] : ['spec']
  return {
    kind: String(value['kind']),
    name: name ?? '',
    namespace: namespace ?? 'default',
    spec: root.length === 0 ? value : value['spec'],
    lineOf: (...path) => object.lineOf([...root, ...path]),
    object,
  }
}

/** A name as a DNS label or subdomain: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/

function namesOf({ kind, name, object }: Raw): readonly Finding[] {
  if (name === '') return [finding(object.lineOf(['metadata']), `This ${kind} has no \`metadata.name\`.`, 'Name it.')]
  if (NAME.test(name)) return []
  const fix = 'Use lower-case letters, digits, `-` and `.`, a letter or digit at both ends.'
  return [finding(object.lineOf(['metadata', 'name']), `The API server refuses the name of this ${kind}.`, fix)]
}

function twins(all: readonly Raw[]): readonly Finding[] {
  return all.flatMap(({ kind, name, namespace, object }, index) => {
    const twin = all.slice(0, index).some((other) => other.kind === kind && other.name === name && other.namespace === namespace)
    const fix = 'The second replaces the first when both are applied: give each a name of its own.'
    return twin ? [finding(object.lineOf(['metadata', 'name']), `There are two objects ${kind} "${name}".`, fix)] : []
  })
}

function clusterOf(all: readonly Raw[]): Cluster {
  const of = <Schema extends z.ZodType>(kind: string, schema: Schema): readonly Placed<z.infer<Schema>>[] =>
    all.filter((one) => one.kind === kind).map((one) => ({ ...one, spec: schema.parse(one.spec) }))
  const deployments = of('Deployment', deploymentSpec)
  const jobs = of('Job', jobSpec)
  const cronJobs = of('CronJob', cronJobSpec)
  const others = [...of('StatefulSet', otherTemplate), ...of('DaemonSet', otherTemplate)]
  return {
    deployments,
    jobs,
    cronJobs,
    services: of('Service', serviceSpec),
    budgets: of('PodDisruptionBudget', budgetSpec),
    autoscalers: of('HorizontalPodAutoscaler', autoscalerSpec),
    secrets: of('Secret', bareSecret),
    pods: [
      ...[...deployments, ...jobs, ...others].map((one) => podsOf(one, one.spec.template, ['template'])),
      ...cronJobs.map((one) => podsOf(one, one.spec.jobTemplate.spec.template, ['jobTemplate', 'spec', 'template'])),
      ...of('Pod', otherTemplate.shape.template.shape.spec).map((one) => ({ ...one, labels: new Map<string, string>() })),
    ],
    all,
  }
}

function podsOf({ kind, name, namespace, lineOf }: Placed<unknown>, template: PodTemplate, below: Path): PodMaker {
  return {
    kind,
    name,
    namespace,
    labels: template.metadata?.labels ?? new Map(),
    spec: template.spec,
    lineOf: (...path) => lineOf(...below, 'spec', ...path),
  }
}
