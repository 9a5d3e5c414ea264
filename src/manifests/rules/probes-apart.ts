import { z } from 'zod'
import { finding, type Finding } from '../finding.ts'
import type { Container, Probe } from '../kubernetes-kinds.ts'
import { ruleOf } from '../rule.ts'
import { findServer, isFinding, type Server } from '../server.ts'
import { patienceOf } from './survives-loading.ts'
import type { KubernetesSubject } from './subject.ts'

const shape = {
  /** A pod that cannot serve gets no requests any more within so many seconds. */
  unreadyWithin: z.number().default(60),
  /** A server that hangs is started again within so many seconds. */
  restartWithin: z.number().default(600),
  liveness: z.boolean().default(true),
}

/**
 * Readiness asks the end point that says whether requests can be taken; liveness only whether the process works, and patiently: a busy
 * server that answers late, or one whose neighbours are down, is not helped by being killed.
 */
export const probesApart = ruleOf(
  'probes-apart',
  shape,
  ({ cluster, setting }: KubernetesSubject, { unreadyWithin, restartWithin, liveness }) => {
    const server = findServer(cluster, setting)
    if (isFinding(server)) return [server]
    const { port, ready, live, stallSeconds } = setting.server ?? { port: 0, ready: '', live: '', stallSeconds: 0 }
    const { readinessProbe, livenessProbe, startupProbe } = server.container
    const found: Finding[] = []
    if (readinessProbe === undefined)
      found.push(
        finding(
          server.lineOf(),
          'There is no readiness probe: a pod gets requests as soon as its container runs.',
          `Ask \`${ready}\` before it gets any.`,
        ),
      )
    else {
      found.push(...asks(server, 'readinessProbe', readinessProbe, port))
      if (readinessProbe.httpGet !== undefined && readinessProbe.httpGet.path !== ready)
        found.push(
          finding(
            server.lineOf('readinessProbe', 'httpGet', 'path'),
            'The readiness probe does not ask whether requests can be taken.',
            `Ask \`${ready}\`.`,
          ),
        )
      const slow = (readinessProbe.failureThreshold ?? 3) * (readinessProbe.periodSeconds ?? 10)
      if (slow > unreadyWithin)
        found.push(
          finding(
            server.lineOf('readinessProbe'),
            `A pod that cannot serve still gets requests for ${slow} s.`,
            `Ask more often: ${unreadyWithin} s at most.`,
          ),
        )
    }
    if (startupProbe !== undefined) found.push(...asks(server, 'startupProbe', startupProbe, port))
    if (livenessProbe === undefined) {
      if (liveness)
        found.push(
          finding(server.lineOf(), 'There is no liveness probe: a server that hangs stays as it is.', `Ask \`${live}\`, patiently.`),
        )
      return found
    }
    found.push(...asks(server, 'livenessProbe', livenessProbe, port))
    if (livenessProbe.httpGet !== undefined && livenessProbe.httpGet.path !== live)
      found.push(
        finding(
          server.lineOf('livenessProbe', 'httpGet', 'path'),
          'The liveness probe asks more than whether the process works: what makes a pod unready would kill it too.',
          `Ask \`${live}\`.`,
        ),
      )
    const tolerates = (livenessProbe.failureThreshold ?? 3) * Math.max(livenessProbe.periodSeconds ?? 10, livenessProbe.timeoutSeconds ?? 1)
    const patient = tolerates > stallSeconds || (livenessProbe.timeoutSeconds ?? 1) > stallSeconds
    if (!patient)
      found.push(
        finding(
          server.lineOf('livenessProbe'),
          `A busy server may answer after ${stallSeconds} s; the liveness probe kills it after ${tolerates} s.`,
          'Raise failureThreshold, periodSeconds or timeoutSeconds.',
        ),
      )
    if (patienceOf({ ...livenessProbe, initialDelaySeconds: 0 }) > restartWithin)
      found.push(
        finding(
          server.lineOf('livenessProbe'),
          `A server that hangs is started again after ${patienceOf({ ...livenessProbe, initialDelaySeconds: 0 })} s only.`,
          `Keep it below ${restartWithin} s.`,
        ),
      )
    return found
  },
)

/** A probe asks something, at a port that the server listens on. */
function asks(
  { container, lineOf }: Server,
  kind: 'readinessProbe' | 'livenessProbe' | 'startupProbe',
  probe: Probe,
  port: number,
): readonly Finding[] {
  const line = lineOf(kind)
  const handlers = [probe.httpGet, probe.tcpSocket, probe.exec, probe.grpc].filter((one) => one !== undefined)
  if (handlers.length !== 1)
    return [
      finding(
        line,
        `The ${kind} asks ${handlers.length === 0 ? 'nothing' : 'in several ways'}: the API server refuses it.`,
        'Write exactly one of httpGet, tcpSocket, exec and grpc.',
      ),
    ]
  if (probe.exec !== undefined) return []
  const asked = probe.httpGet?.port ?? probe.tcpSocket?.port ?? probe.grpc?.port ?? 0
  const number = portOf(container, asked)
  if (number === undefined)
    return [
      finding(
        line,
        `The ${kind} asks a port called "${asked}"; the container names none so.`,
        'Give the name to a port in `ports`, or write the number.',
      ),
    ]
  if (number !== port) return [finding(line, `The ${kind} asks port ${number}; the server listens on ${port}.`, 'Mend the port.')]
  if (kind !== 'readinessProbe' && (probe.successThreshold ?? 1) !== 1)
    return [finding(line, `\`successThreshold\` of a ${kind} must be 1: the API server refuses it.`, 'Leave it out.')]
  return []
}

function portOf({ ports }: Container, port: number | string): number | undefined {
  if (typeof port === 'number') return port
  if (/^\d+$/.test(port)) return Number(port)
  return ports.find(({ name }) => name === port)?.containerPort
}
