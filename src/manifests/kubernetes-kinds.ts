import { z } from 'zod'

/**
 * The parts of Kubernetes objects that rules look at, with a name each. What comes here has passed the schema of its kind, so a part
 * that is `null` is one that is not there.
 */
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? undefined)
const list = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(schema)
    .nullish()
    .transform((value) => value ?? [])
const record = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .record(z.string(), schema)
    .nullish()
    .transform((value) => new Map(Object.entries(value ?? {})))

const number = maybe(z.number())
const text = maybe(z.string())
const flag = maybe(z.boolean())
const numberOrText = z.union([z.number(), z.string()])

const probe = z.object({
  httpGet: maybe(z.object({ path: text, port: numberOrText, scheme: text })),
  tcpSocket: maybe(z.object({ port: numberOrText })),
  exec: maybe(z.object({ command: list(z.string()) })),
  grpc: maybe(z.object({ port: z.number() })),
  initialDelaySeconds: number,
  periodSeconds: number,
  timeoutSeconds: number,
  successThreshold: number,
  failureThreshold: number,
})
export type Probe = z.infer<typeof probe>

const reference = maybe(z.object({ name: text, key: text, optional: flag }))

const container = z.object({
  name: z.string(),
  image: text,
  command: list(z.string()),
  args: list(z.string()),
  ports: list(z.object({ name: text, containerPort: z.number(), protocol: text })),
  env: list(
    z.object({
      name: z.string(),
      value: text,
      valueFrom: maybe(z.object({ secretKeyRef: reference, configMapKeyRef: reference })),
    }),
  ),
  envFrom: list(z.object({ secretRef: reference, configMapRef: reference })),
  resources: maybe(z.object({ limits: record(numberOrText), requests: record(numberOrText) })),
  startupProbe: maybe(probe),
  readinessProbe: maybe(probe),
  livenessProbe: maybe(probe),
  lifecycle: maybe(
    z.object({
      preStop: maybe(z.object({ exec: maybe(z.object({ command: list(z.string()) })), sleep: maybe(z.object({ seconds: z.number() })) })),
    }),
  ),
  securityContext: maybe(
    z.object({
      runAsNonRoot: flag,
      runAsUser: number,
      privileged: flag,
      allowPrivilegeEscalation: flag,
      readOnlyRootFilesystem: flag,
      capabilities: maybe(z.object({ add: list(z.string()), drop: list(z.string()) })),
      seccompProfile: maybe(z.object({ type: text })),
    }),
  ),
  volumeMounts: list(z.object({ name: z.string(), mountPath: z.string(), readOnly: flag })),
})
export type Container = z.infer<typeof container>

const expressions = list(z.object({ key: z.string(), operator: z.string(), values: list(z.string()) }))
const selector = z.object({ matchLabels: record(z.string()), matchExpressions: expressions })
export type Selector = z.infer<typeof selector>

const podTemplate = z.object({
  metadata: maybe(z.object({ labels: record(z.string()) })),
  spec: z.object({
    containers: list(container),
    initContainers: list(container),
    volumes: list(
      z.object({
        name: z.string(),
        emptyDir: maybe(z.object({})),
        hostPath: maybe(z.object({ path: text })),
        persistentVolumeClaim: maybe(z.object({ claimName: text, readOnly: flag })),
        secret: maybe(z.object({ secretName: text })),
        projected: maybe(z.object({ sources: list(z.object({ secret: reference })) })),
      }),
    ),
    securityContext: maybe(z.object({ runAsNonRoot: flag, runAsUser: number, seccompProfile: maybe(z.object({ type: text })) })),
    terminationGracePeriodSeconds: number,
    topologySpreadConstraints: list(
      z.object({
        maxSkew: z.number(),
        topologyKey: z.string(),
        whenUnsatisfiable: z.string(),
        labelSelector: maybe(selector),
      }),
    ),
    affinity: maybe(
      z.object({
        podAntiAffinity: maybe(
          z.object({
            requiredDuringSchedulingIgnoredDuringExecution: list(z.object({ topologyKey: z.string(), labelSelector: maybe(selector) })),
            preferredDuringSchedulingIgnoredDuringExecution: list(
              z.object({ podAffinityTerm: z.object({ topologyKey: z.string(), labelSelector: maybe(selector) }) }),
            ),
          }),
        ),
      }),
    ),
    automountServiceAccountToken: flag,
    hostNetwork: flag,
    hostPID: flag,
    hostIPC: flag,
    restartPolicy: text,
    activeDeadlineSeconds: number,
  }),
})
export type PodTemplate = z.infer<typeof podTemplate>

export const deploymentSpec = z.object({
  replicas: number,
  selector,
  minReadySeconds: number,
  progressDeadlineSeconds: number,
  paused: flag,
  strategy: maybe(
    z.object({ type: text, rollingUpdate: maybe(z.object({ maxSurge: maybe(numberOrText), maxUnavailable: maybe(numberOrText) })) }),
  ),
  template: podTemplate,
})
export type DeploymentSpec = z.infer<typeof deploymentSpec>

export const serviceSpec = z.object({
  type: text,
  selector: record(z.string()),
  ports: list(z.object({ name: text, port: z.number(), targetPort: maybe(numberOrText) })),
})

export const budgetSpec = z.object({
  selector: maybe(selector),
  minAvailable: maybe(numberOrText),
  maxUnavailable: maybe(numberOrText),
  unhealthyPodEvictionPolicy: text,
})

export const autoscalerSpec = z.object({
  scaleTargetRef: z.object({ apiVersion: text, kind: z.string(), name: z.string() }),
  minReplicas: number,
  maxReplicas: z.number(),
  metrics: list(
    z.object({
      type: z.string(),
      resource: maybe(
        z.object({
          name: z.string(),
          target: z.object({ type: z.string(), averageUtilization: number, averageValue: maybe(numberOrText) }),
        }),
      ),
      pods: maybe(
        z.object({ metric: z.object({ name: z.string() }), target: z.object({ type: z.string(), averageValue: maybe(numberOrText) }) }),
      ),
      external: maybe(z.object({ metric: z.object({ name: z.string() }) })),
      object: maybe(z.object({ metric: z.object({ name: z.string() }) })),
    }),
  ),
  behavior: maybe(z.object({ scaleDown: maybe(z.object({ stabilizationWindowSeconds: number })) })),
})

export const jobSpec = z.object({
  backoffLimit: number,
  activeDeadlineSeconds: number,
  ttlSecondsAfterFinished: number,
  completions: number,
  parallelism: number,
  template: podTemplate,
})

export const cronJobSpec = z.object({
  schedule: z.string(),
  timeZone: text,
  suspend: flag,
  concurrencyPolicy: text,
  startingDeadlineSeconds: number,
  successfulJobsHistoryLimit: number,
  failedJobsHistoryLimit: number,
  jobTemplate: z.object({ spec: jobSpec }),
})
export type CronJobSpec = z.infer<typeof cronJobSpec>

export const otherTemplate = z.object({ template: podTemplate })
export const bareSecret = z.object({ data: record(z.string()), stringData: record(z.string()) })

export const metadata = z.object({ name: text, namespace: text, labels: record(z.string()) })
