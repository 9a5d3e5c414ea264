import type { Cluster } from '../cluster.ts'
import type { Dockerfile } from '../dockerfile/dockerfile.ts'
import type { DockerfileSetting, KubernetesSetting } from '../setting.ts'

/** Manifests, and the world that they are applied to. */
export interface KubernetesSubject {
  readonly cluster: Cluster
  readonly setting: KubernetesSetting
}

/** A Dockerfile, and what it is built from. */
export interface DockerfileSubject {
  readonly file: Dockerfile
  readonly setting: DockerfileSetting
}
