import type { z } from 'zod'
import type {
  autoscalerSpec,
  bareSecret,
  budgetSpec,
  Container,
  CronJobSpec,
  DeploymentSpec,
  jobSpec,
  PodTemplate,
  serviceSpec,
} from './kubernetes-kinds.ts'
import type { Path } from './yaml-objects.ts'

/** An object of one kind: its spec, and where its parts stand. */
export interface Placed<Spec> {
  readonly kind: string
  readonly name: string
  readonly namespace: string
  readonly spec: Spec
  /** The line of a part of the spec. */
  lineOf(...path: Path): number
}

/** The pods that an object makes. */
export interface PodMaker extends Placed<PodTemplate['spec']> {
  readonly labels: ReadonlyMap<string, string>
}

/** What a file of manifests describes. */
export interface Cluster {
  readonly deployments: readonly Placed<DeploymentSpec>[]
  readonly services: readonly Placed<z.infer<typeof serviceSpec>>[]
  readonly budgets: readonly Placed<z.infer<typeof budgetSpec>>[]
  readonly autoscalers: readonly Placed<z.infer<typeof autoscalerSpec>>[]
  readonly jobs: readonly Placed<z.infer<typeof jobSpec>>[]
  readonly cronJobs: readonly Placed<CronJobSpec>[]
  readonly secrets: readonly Placed<z.infer<typeof bareSecret>>[]
  /** Of every object that makes pods, whatever its kind. */
  readonly pods: readonly PodMaker[]
  /** Every object. */
  readonly all: readonly Placed<unknown>[]
}

/** Every container of some pods, those that run first included, with the line of its parts. */
export function containersOf(pods: PodMaker): readonly { readonly container: Container; readonly lineOf: (...path: Path) => number }[] {
  return (['initContainers', 'containers'] as const).flatMap((kind) =>
    pods.spec[kind].map((container, index) => ({ container, lineOf: (...path: Path) => pods.lineOf(kind, index, ...path) })),
  )
}
