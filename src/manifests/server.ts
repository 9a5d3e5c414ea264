import type { Cluster, Placed, PodMaker } from './cluster.ts'
import { type Finding, finding } from './finding.ts'
import type { Container, DeploymentSpec } from './kubernetes-kinds.ts'
import type { KubernetesSetting } from './setting.ts'
import type { Path } from './yaml-objects.ts'

/** The Deployment that serves, with the container that answers. */
export interface Server {
  readonly deployment: Placed<DeploymentSpec>
  readonly pods: PodMaker
  readonly container: Container
  /** The line of a part of the container. */
  readonly lineOf: (...path: Path) => number
}

/** The Deployment whose container has the server's port; where none says so, the first. */
export function findServer(cluster: Cluster, { server }: KubernetesSetting): Server | Finding {
  const candidates = cluster.deployments.flatMap((deployment) => {
    const pods = cluster.pods.find(
      ({ kind, name, namespace }) => kind === 'Deployment' && name === deployment.name && namespace === deployment.namespace,
    )
    return pods === undefined
      ? []
      : pods.spec.containers.map((container, index) => ({
          deployment,
          pods,
          container,
          lineOf: (...path: Path) => pods.lineOf('containers', index, ...path),
        }))
  })
  const named = candidates.find(({ container }) => container.ports.some(({ containerPort }) => containerPort === server?.port))
  return (
    named ?? candidates[0] ?? finding(undefined, 'There is no Deployment that runs the server.', 'Write an object of `kind: Deployment`.')
  )
}

export function isFinding(value: Server | Finding): value is Finding {
  return 'what' in value
}
