import { intervalOf } from '../simulation/interval.ts'
import { simulate } from '../simulation/simulate.ts'
import type { Registered } from './forms.ts'

/** One check of a form: the formula's value beside what was simulated. */
export interface Comparison {
  readonly family: string
  readonly model: string
  readonly source: string
  readonly what: string
  readonly exact: number
  /** Mean over the replications. */
  readonly mean: number
  /** Of the interval around the mean. */
  readonly halfWidth: number
  /** An approximation's bound, as a share; undefined of an exact formula. */
  readonly within: number | undefined
  /** The interval holds the exact value; of an approximation: the mean is near it. */
  readonly holds: boolean
}

/** Replications of each form, in CI and in a browser. */
export const REPLICATIONS = 8

/** Runs a form under the seeds from its own on and holds each of its checks against its formula.
 * @param confidence of each interval, e.g. 0.99. */
export function compare({ family, form, seed }: Registered, confidence: number, replications = REPLICATIONS): readonly Comparison[] {
  const runs = Array.from({ length: replications }, (_, each) => simulate({ ...form.run, seed: seed + each }))
  return form.checks.map(({ what, exact, of }) => {
    const { mean, halfWidth } = intervalOf(runs.map(of), confidence)
    const { model, source, within } = form
    const holds = Math.abs(mean - exact) <= (within === undefined ? halfWidth : within * exact)
    return { family, model, source, what, exact, mean, halfWidth, within, holds }
  })
}
