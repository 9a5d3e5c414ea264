import { containersOf } from '../cluster.ts'
import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import { isSecretName } from '../secret-name.ts'
import type { KubernetesSubject } from './subject.ts'

/** Secrets come from Secret objects that somebody else made: no value stands in the file, and each one that is needed is there. */
export const secretsReferenced = ruleOf('secrets-referenced', {}, ({ cluster, setting }: KubernetesSubject) => {
  const found: Finding[] = []
  const known = setting.secrets
  for (const pods of cluster.pods) {
    const containers = containersOf(pods)
    for (const { container, lineOf } of containers) {
      container.env.forEach(({ name, value, valueFrom }, index) => {
        const line = lineOf('env', index)
        if (!known.some(({ variable }) => variable === name) && !isSecretName(name)) return
        if (value !== undefined && value !== '' && !/^\$\([A-Z_][A-Z0-9_]*\)$/.test(value))
          found.push(
            finding(
              line,
              `The value of ${name} stands in the manifest, for everybody who reads the repository.`,
              'Take it from a Secret: `valueFrom.secretKeyRef`.',
            ),
          )
        if (valueFrom?.configMapKeyRef !== undefined)
          found.push(
            finding(
              line,
              `${name} comes from a ConfigMap, which is no place for a secret.`,
              'Keep it in a Secret: `valueFrom.secretKeyRef`.',
            ),
          )
      })
      const inline = [...container.command, ...container.args].some(
        (word) => /(password|token|secret|api[-_]?key)=\S/i.test(word) && !/=\$\(?\{?[A-Z_]/.test(word),
      )
      if (inline) found.push(finding(lineOf('args'), 'A secret stands in the command line.', 'Take it from the environment: `$(NAME)`.'))
    }
    for (const { variable, secret, key } of known) {
      const given = containers.some(({ container: { env, envFrom } }) => {
        const reference = env.find(({ name }) => name === variable)?.valueFrom?.secretKeyRef
        if (reference !== undefined) return reference.name === secret && reference.key === key
        // Keys that come whole keep their names.
        return key === variable && envFrom.some(({ secretRef }) => secretRef?.name === secret)
      })
      if (given || found.some(({ what }) => what.includes(variable))) continue
      const fix = `Take it from the key "${key}" of the Secret "${secret}": \`valueFrom.secretKeyRef\`.`
      found.push(finding(pods.lineOf('containers'), `Nothing gives ${variable} to the pods of "${pods.name}".`, fix))
    }
  }
  for (const { name, spec, lineOf } of cluster.secrets) {
    if (spec.data.size + spec.stringData.size > 0)
      found.push(
        finding(
          lineOf(),
          `The Secret "${name}" stands here with its values; base64 hides nothing.`,
          'Refer to a Secret that is made elsewhere.',
        ),
      )
  }
  return found
})
