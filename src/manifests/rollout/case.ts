/** What the new version does. */
export const VERSIONS = ['good', 'slow', 'crashes', 'never-ready', 'sickens', 'errors'] as const
/**
 * `slow` takes twice as long to start; `crashes` ends 5 s after its start; `never-ready` runs, and its readiness end point says no for
 * ever; `sickens` is ready for 25 s and never again; `errors` says that it is ready and fails one request in two.
 */
export type Version = (typeof VERSIONS)[number]

/** Numbers of a probe as the manifest has them, defaults filled in. Seconds. */
export interface ProbeTimes {
  readonly initialDelaySeconds: number
  readonly periodSeconds: number
  readonly successThreshold: number
  readonly failureThreshold: number
  /** Whether the process works, or whether it can take requests. */
  readonly asks: 'process' | 'ready'
}

/** A rolling update of one Deployment under load: what the manifest says and what the exercise says of the world. */
export interface RolloutCase {
  readonly strategy: 'RollingUpdate' | 'Recreate'
  readonly replicas: number
  /** Pods above `replicas` that may exist, and below it that may be unavailable: percentages resolved. */
  readonly maxSurge: number
  readonly maxUnavailable: number
  readonly minReadySeconds: number
  readonly progressDeadlineSeconds: number
  readonly startup: ProbeTimes | undefined
  readonly readiness: ProbeTimes | undefined
  readonly liveness: ProbeTimes | undefined
  readonly preStopSeconds: number
  readonly graceSeconds: number
  readonly version: Version
  /** From the start of a container to its first answer. */
  readonly startSeconds: number
  /** The longest request. */
  readonly requestSeconds: number
  /** Whether the server finishes what it has begun after SIGTERM; otherwise it ends at once. */
  readonly drains: boolean
  /** Pods that the nodes have room for, terminating ones included. */
  readonly room: number
  /** From the deletion of a pod until nobody sends it requests any more. */
  readonly endpointSeconds: number
  /** Requests a second that arrive, and that one pod can serve. */
  readonly load: number
  readonly podCapacity: number
  /** How long the rollout is watched. */
  readonly seconds: number
}
