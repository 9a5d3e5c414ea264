import type { ComponentMeasurement } from '../domain/measurement.ts'
import type { Histogram } from './histogram.ts'
import { spreadOf } from './recorder.ts'
import type { Replicas } from './replicas.ts'
import type { World } from './world.ts'

/** What a tier of accelerators counted, each working on one batch at a time. Times in seconds. */
export interface Accelerators {
  readonly entered: number
  /** Time at work by replica. */
  readonly worked: Float64Array
  /** Sum of all waiting. */
  readonly waited: number
  readonly longest: number
  readonly wait: Histogram
  readonly counts: ComponentMeasurement['counts']
}

export function measureAccelerators(
  { end, warmUp }: World,
  replicas: Replicas,
  { entered, worked, waited, longest, wait, counts }: Accelerators,
): ComponentMeasurement {
  const counted = end - warmUp
  return {
    entered,
    utilisation: workOf(worked) / (replicas.size * counted),
    hottest: worked.reduce((most, one) => Math.max(most, one), 0) / counted,
    queue: waited / counted,
    longest,
    wait: spreadOf(wait),
    counts,
    price: replicas.cost(),
  }
}

/** Time at work of all replicas. */
export function workOf(worked: Float64Array): number {
  return worked.reduce((sum, one) => sum + one, 0)
}
