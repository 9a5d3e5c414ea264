import { z } from 'zod'
import { containersOf, type PodMaker } from '../cluster.ts'
import { finding, type Finding } from '../finding.ts'
import type { Container } from '../kubernetes-kinds.ts'
import { ruleOf } from '../rule.ts'
import type { Path } from '../yaml-objects.ts'
import type { KubernetesSubject } from './subject.ts'

const shape = {
  readOnlyRoot: z.boolean().default(true),
  seccomp: z.boolean().default(true),
  token: z.boolean().default(false),
}

/**
 * The restricted Pod Security Standard (https://kubernetes.io/docs/concepts/security/pod-security-standards/): not root, no privilege
 * escalation, no capabilities, the runtime's seccomp profile; and a root file system that nobody writes to, with volumes for what
 * the server does write.
 */
export const lockedDown = ruleOf('locked-down', shape, ({ cluster, setting }: KubernetesSubject, { readOnlyRoot, seccomp, token }) =>
  cluster.pods.flatMap((pods) => [
    ...wholePod(pods, token),
    ...containersOf(pods).flatMap(({ container, lineOf }) =>
      ofContainer(container, pods, lineOf, { readOnlyRoot, seccomp, writes: setting.server?.writes ?? [] }),
    ),
  ]),
)

function wholePod({ name, spec, lineOf }: PodMaker, token: boolean): readonly Finding[] {
  const found: Finding[] = []
  for (const key of ['hostNetwork', 'hostPID', 'hostIPC'] as const) {
    if (spec[key] === true)
      found.push(finding(lineOf(key), `The pods of "${name}" share the node's own namespace (\`${key}\`).`, 'Leave it out.'))
  }
  const mounted = spec.volumes.findIndex(({ hostPath }) => hostPath !== undefined)
  if (mounted >= 0) found.push(finding(lineOf('volumes', mounted), 'A volume is a folder of the node.', 'Take an emptyDir or a claim.'))
  if (token && spec.automountServiceAccountToken !== false)
    found.push(
      finding(
        lineOf(),
        `The pods of "${name}" carry a token for the API server that they do not use.`,
        'Write `automountServiceAccountToken: false`.',
      ),
    )
  return found
}

function ofContainer(
  { name, securityContext: own, volumeMounts }: Container,
  { spec }: PodMaker,
  lineOf: (...path: Path) => number,
  { readOnlyRoot, seccomp, writes }: { readonly readOnlyRoot: boolean; readonly seccomp: boolean; readonly writes: readonly string[] },
): readonly Finding[] {
  const found: Finding[] = []
  const line = lineOf('securityContext')
  const tell = (what: string, fix: string) => found.push(finding(line, what, fix))
  const user = own?.runAsUser ?? spec.securityContext?.runAsUser
  if ((own?.runAsNonRoot ?? spec.securityContext?.runAsNonRoot) !== true)
    tell(`Nothing keeps "${name}" from running as root.`, 'Write `runAsNonRoot: true`.')
  if (user === 0) tell(`"${name}" runs as user 0, which is root.`, 'Write another number at `runAsUser`.')
  if (own?.privileged === true) tell(`"${name}" is privileged: it is root on the node.`, 'Leave `privileged` out.')
  if (own?.allowPrivilegeEscalation !== false)
    tell(`"${name}" may gain privileges, by a setuid program.`, 'Write `allowPrivilegeEscalation: false`.')
  if (!(own?.capabilities?.drop ?? []).includes('ALL'))
    tell(`"${name}" keeps capabilities of root.`, 'Write `capabilities: { drop: [ALL] }`.')
  const added = (own?.capabilities?.add ?? []).filter((one) => one !== 'NET_BIND_SERVICE')
  if (added.length > 0) tell(`"${name}" adds the capability ${added[0]}.`, 'Leave `add` out.')
  const profile = own?.seccompProfile?.type ?? spec.securityContext?.seccompProfile?.type
  if (seccomp && profile !== 'RuntimeDefault' && profile !== 'Localhost')
    tell(`"${name}" may make any system call.`, 'Write `seccompProfile: { type: RuntimeDefault }`.')
  if (!readOnlyRoot) return found
  if (own?.readOnlyRootFilesystem !== true) {
    tell(`"${name}" can change its own programs.`, 'Write `readOnlyRootFilesystem: true`, and mount a volume where it writes.')
    return found
  }
  for (const folder of writes) {
    const mount = volumeMounts.find(({ mountPath }) => folder === mountPath || folder.startsWith(`${mountPath.replace(/\/$/, '')}/`))
    const volume = spec.volumes.find((one) => one.name === mount?.name)
    if (mount === undefined || mount.readOnly === true || volume === undefined)
      found.push(
        finding(
          lineOf('volumeMounts'),
          `The server writes to ${folder}, where "${name}" has no volume that can be written.`,
          `Mount an emptyDir at ${folder}.`,
        ),
      )
  }
  return found
}
