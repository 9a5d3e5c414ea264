import type { Component } from '../domain/component.ts'
import type { Design, Step } from '../domain/design.ts'
import type { Distribution } from '../domain/distribution.ts'
import type { Measurement } from '../domain/measurement.ts'
import type { Policy } from '../domain/policy.ts'
import type { Arrivals, RequestClass } from '../domain/workload.ts'
import type { Run } from '../simulation/simulate.ts'

/** One model whose truth is known, and what is compared with it. */
export interface ClosedForm {
  readonly model: string
  /** Where the formula stands. */
  readonly source: string
  /** Of a formula that is itself near and not exact: how far off it may be, as a share. */
  readonly within?: number
  readonly run: Omit<Run, 'seed'>
  readonly checks: readonly { readonly what: string; readonly exact: number; readonly of: (measured: Measurement) => number }[]
}

export const exponential: Distribution = { kind: 'exponential', mean: 1 }

/** So many servers that nobody waits. */
export const crowded = { kind: 'service', time: exponential, servers: 1000 } as const

export function run(
  arrivals: number | Arrivals,
  requests: number,
  components: Readonly<Record<string, Component>>,
  steps: readonly Step[],
  more: {
    readonly policies?: Readonly<Record<string, Policy>>
    readonly keys?: RequestClass['keys']
    readonly routes?: Design['routes']
    readonly classes?: Readonly<Record<string, RequestClass>>
  } = {},
): Omit<Run, 'seed'> {
  const rate = typeof arrivals === 'number' ? arrivals : 1
  const seconds = requests / rate
  return {
    design: { components, routes: { ask: steps, ...more.routes }, policies: more.policies ?? {} },
    workload: {
      classes: {
        ask: { arrivals: typeof arrivals === 'number' ? { kind: 'poisson', rate } : arrivals, ...(more.keys && { keys: more.keys }) },
        ...more.classes,
      },
      seconds,
      warmUp: seconds / 10,
    },
  }
}

export function desk(
  time: Distribution,
  rest: Partial<Extract<Component, { readonly kind: 'service' }>> = {},
): Readonly<Record<string, Component>> {
  return { desk: { kind: 'service', time, ...rest } }
}

/** Mean response of a class, seconds. */
export function response(name: string): (measured: Measurement) => number {
  return ({ classes }) => classes[name]?.latency.mean ?? Number.NaN
}

/** Share of requests that failed. */
export function failed({ classes: { ask } }: Measurement): number {
  return (ask?.failed ?? 0) / ((ask?.failed ?? 0) + (ask?.ok ?? 0))
}

export function utilisation({ components: { desk } }: Measurement): number {
  return desk?.utilisation ?? Number.NaN
}

/** Share of reads that the cache answers. */
export function hits({ components: { cache } }: Measurement): number {
  const { hits: found = 0, misses = 0 } = cache?.counts ?? {}
  return found / (found + misses)
}
