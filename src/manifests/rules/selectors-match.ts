import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import { isEmpty, selects } from '../selector.ts'
import type { KubernetesSubject } from './subject.ts'

/** Whoever selects pods or names an object finds one: Deployments their own template, Services, budgets and autoscalers what they serve. */
export const selectorsMatch = ruleOf('selectors-match', {}, ({ cluster }: KubernetesSubject) => {
  const near = (namespace: string) => cluster.pods.filter((pods) => pods.namespace === namespace)
  const found: Finding[] = []
  for (const { name, spec, lineOf } of cluster.deployments) {
    const labels = spec.template.metadata?.labels ?? new Map<string, string>()
    if (isEmpty(spec.selector))
      found.push(
        finding(
          lineOf('selector'),
          `The Deployment "${name}" selects by nothing.`,
          'Write `matchLabels` with a label of the pod template.',
        ),
      )
    else if (!selects(spec.selector, labels))
      found.push(
        finding(
          lineOf('selector'),
          `The Deployment "${name}" does not select the pods of its own template: the API server refuses it.`,
          'Repeat its `matchLabels` in `template.metadata.labels`.',
        ),
      )
  }
  for (const { name, namespace, spec, lineOf } of cluster.services) {
    const labels = { matchLabels: spec.selector, matchExpressions: [] }
    if (spec.selector.size === 0)
      found.push(finding(lineOf(), `The Service "${name}" selects no pods.`, 'Give it a `selector` with labels of the pods.'))
    else if (!near(namespace).some((pods) => selects(labels, pods.labels)))
      found.push(
        finding(
          lineOf('selector'),
          `No pod of this file has the labels that the Service "${name}" selects by.`,
          'Copy them from the pod template, and mind the namespace.',
        ),
      )
  }
  for (const { name, namespace, spec, lineOf } of cluster.budgets) {
    if (
      spec.selector === undefined ||
      !near(namespace).some((pods) => selects(spec.selector ?? { matchLabels: new Map(), matchExpressions: [] }, pods.labels))
    )
      found.push(
        finding(
          lineOf('selector'),
          `The PodDisruptionBudget "${name}" protects no pod of this file.`,
          'Copy the labels from the pod template.',
        ),
      )
  }
  for (const { name, namespace, spec, lineOf } of cluster.autoscalers) {
    const target = spec.scaleTargetRef
    if (!cluster.all.some((one) => one.kind === target.kind && one.name === target.name && one.namespace === namespace))
      found.push(
        finding(
          lineOf('scaleTargetRef'),
          `The HorizontalPodAutoscaler "${name}" scales a ${target.kind} that is not in this file.`,
          'Name the Deployment as it is called.',
        ),
      )
  }
  return found
})
