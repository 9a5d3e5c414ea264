import { z } from 'zod'
import { finding } from '../finding.ts'
import type { Probe } from '../kubernetes-kinds.ts'
import { ruleOf } from '../rule.ts'
import { findServer, isFinding } from '../server.ts'
import type { KubernetesSubject } from './subject.ts'

/** Seconds that a probe lets pass before it gives up: `initialDelaySeconds` + `failureThreshold` × `periodSeconds`. */
export function patienceOf({ initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 }: Probe): number {
  return initialDelaySeconds + failureThreshold * periodSeconds
}

/** No probe kills a container that is still loading, `margin` times as long as it usually takes; and one that hangs is given up at last. */
export const survivesLoading = ruleOf(
  'survives-loading',
  { margin: z.number().min(1).default(1), atMostSeconds: z.number().default(3600) },
  ({ cluster, setting }: KubernetesSubject, { margin, atMostSeconds }) => {
    const server = findServer(cluster, setting)
    if (isFinding(server)) return [server]
    const { startupProbe, livenessProbe } = server.container
    const needs = Math.ceil((setting.server?.startSeconds ?? 0) * margin)
    const [kind, probe] =
      startupProbe === undefined ? (['livenessProbe', livenessProbe] as const) : (['startupProbe', startupProbe] as const)
    if (probe === undefined) return []
    const patience = patienceOf(probe)
    const line = server.lineOf(kind)
    if (patience < needs) {
      const fix =
        startupProbe === undefined
          ? 'Let a startup probe wait for the model: until it passes, the liveness probe does not ask.'
          : `Raise its failureThreshold to ${Math.ceil((needs - (probe.initialDelaySeconds ?? 0)) / (probe.periodSeconds ?? 10))} or more.`
      return [
        finding(
          line,
          `The ${words(kind)} gives up after ${patience} s (failureThreshold × periodSeconds); loading takes up to ${needs} s, so the container is killed for ever.`,
          fix,
        ),
      ]
    }
    if (patience > atMostSeconds)
      return [
        finding(
          line,
          `The ${words(kind)} waits ${patience} s before a server that hangs is started again.`,
          `Keep it below ${atMostSeconds} s.`,
        ),
      ]
    return []
  },
)

function words(kind: 'startupProbe' | 'livenessProbe'): string {
  return kind === 'startupProbe' ? 'startup probe' : 'liveness probe'
}
