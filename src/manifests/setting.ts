import { z } from 'zod'
import { quantityOf } from './quantity.ts'

const seconds = z.number().min(0).max(86_400)
const quantity = z
  .union([z.string(), z.number()])
  .refine((value) => quantityOf(value) !== undefined, 'must be a quantity such as 500m or 6Gi')

/** What is true of the world in which manifests are judged: the server, the cluster, the load. */
export const kubernetesSetting = z.strictObject({
  server: z
    .strictObject({
      port: z.int().min(1).max(65_535),
      /** Says that the process works, and looks at nothing else. */
      live: z.string(),
      /** Says that requests can be taken. */
      ready: z.string(),
      /** From the start of a container to its first answer. */
      startSeconds: seconds,
      /** The most that it takes. */
      memory: quantity,
      cpu: quantity.optional(),
      /** The longest request. */
      requestSeconds: seconds.default(1),
      /** How long a busy server that is well may take to answer a probe. */
      stallSeconds: seconds.default(0),
      /** Finishes what it has begun after SIGTERM. */
      drains: z.boolean().default(true),
      /** Folders that it writes to. */
      writes: z.array(z.string()).default([]),
      gpus: z.int().min(0).default(0),
    })
    .optional(),
  /** A run of a batch job. */
  job: z.strictObject({ minutes: z.int().min(1).max(1440), memory: quantity, cpu: quantity.optional() }).optional(),
  cluster: z
    .strictObject({
      nodes: z.int().min(1).max(100),
      podsPerNode: z.int().min(1).max(100),
      zones: z.int().min(1).default(1),
      /** From the deletion of a pod until nobody sends it requests any more. */
      endpointSeconds: seconds.default(3),
    })
    .optional(),
  load: z
    .strictObject({
      requestsPerSecond: z.number().min(0),
      /** Requests a second that one pod can serve. */
      podCapacity: z.number().min(0.001),
      /** The highest load of the day. */
      peak: z.number().min(0).optional(),
    })
    .optional(),
  /** Environment variables that carry secrets, and where each is kept. */
  secrets: z.array(z.strictObject({ variable: z.string(), secret: z.string(), key: z.string() })).default([]),
})
export type KubernetesSetting = z.infer<typeof kubernetesSetting>

/** What is true of the world in which a Dockerfile is judged: the build context. */
export const dockerfileSetting = z.strictObject({
  /** Files that `docker build` gets to see, by path. */
  context: z.record(z.string(), z.strictObject({ secret: z.boolean().default(false) })),
  /** The `.dockerignore` beside the Dockerfile. */
  dockerignore: z.string().default(''),
  port: z.int().min(1).max(65_535).optional(),
  /** Users that a base image brings along, besides root. */
  users: z.array(z.string()).default([]),
})
export type DockerfileSetting = z.infer<typeof dockerfileSetting>
