// `node scripts/kubernetes-schema.mjs <folder>`: writes src/manifests/schema/kubernetes.json, the strict schemas of the kinds that
// exercises use. The folder is `v<version>-local-strict` of the Python package kubernetes-validate (Apache-2.0), which is made of the
// OpenAPI description of Kubernetes (Apache-2.0); docs/manifests.md says how to get it.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { main, SetupError } from './progress.mjs'
import { PROJECT } from './project.mjs'

const KINDS = {
  'apps/v1 Deployment': 'io.k8s.api.apps.v1.Deployment',
  'apps/v1 StatefulSet': 'io.k8s.api.apps.v1.StatefulSet',
  'apps/v1 DaemonSet': 'io.k8s.api.apps.v1.DaemonSet',
  'autoscaling/v2 HorizontalPodAutoscaler': 'io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler',
  'batch/v1 CronJob': 'io.k8s.api.batch.v1.CronJob',
  'batch/v1 Job': 'io.k8s.api.batch.v1.Job',
  'networking.k8s.io/v1 Ingress': 'io.k8s.api.networking.v1.Ingress',
  'networking.k8s.io/v1 NetworkPolicy': 'io.k8s.api.networking.v1.NetworkPolicy',
  'policy/v1 PodDisruptionBudget': 'io.k8s.api.policy.v1.PodDisruptionBudget',
  'scheduling.k8s.io/v1 PriorityClass': 'io.k8s.api.scheduling.v1.PriorityClass',
  'v1 ConfigMap': 'io.k8s.api.core.v1.ConfigMap',
  'v1 Namespace': 'io.k8s.api.core.v1.Namespace',
  'v1 PersistentVolumeClaim': 'io.k8s.api.core.v1.PersistentVolumeClaim',
  'v1 Pod': 'io.k8s.api.core.v1.Pod',
  'v1 Secret': 'io.k8s.api.core.v1.Secret',
  'v1 Service': 'io.k8s.api.core.v1.Service',
  'v1 ServiceAccount': 'io.k8s.api.core.v1.ServiceAccount',
}

await main(() => {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new SetupError('No folder of schemas is named.', 'node scripts/kubernetes-schema.mjs <folder>')
  const { $defs: all } = JSON.parse(readFileSync(join(folder, '_definitions.json'), 'utf8'))
  const definitions = {}
  const take = (name) => {
    if (name in definitions) return
    definitions[name] = undefined
    definitions[name] = trimmed(all[name], take)
  }
  for (const name of Object.values(KINDS)) take(name)
  const sorted = Object.fromEntries(Object.entries(definitions).sort(([one], [other]) => (one < other ? -1 : 1)))
  const version = /v\d+\.\d+\.\d+/.exec(basename(folder))?.[0] ?? 'unknown'
  const from = `Made of the OpenAPI description of Kubernetes ${version} (Copyright The Kubernetes Authors, Apache-2.0) by scripts/kubernetes-schema.mjs.`
  const text = JSON.stringify({ $comment: from, version, kinds: KINDS, $defs: sorted })
  writeFileSync(join(PROJECT, 'src/manifests/schema/kubernetes.json'), `${text}\n`)
})

/** A definition without its words, and with the names of others as they stand in our file. `status` is written by the cluster only. */
function trimmed(definition, take) {
  if (Array.isArray(definition)) return definition.map((one) => trimmed(one, take))
  if (definition === null || typeof definition !== 'object') return definition
  const kept = Object.entries(definition).filter(
    ([key, value]) => !key.startsWith('x-kubernetes-') && !((key === 'description' || key === '$schema') && typeof value === 'string'),
  )
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (key !== '$ref') return [key, trimmed(value, take)]
      const name = value.split('/').at(-1)
      take(name)
      return [key, `#/$defs/${name}`]
    }),
  )
}
