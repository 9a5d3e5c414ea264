/** How a measured number stands to its limits: its interval lies within, beyond, or across one of them. */
export const MEASURED_VERDICTS = ['met', 'missed', 'marginal'] as const
export type MeasuredVerdict = (typeof MEASURED_VERDICTS)[number]

/** A number of a check, measured in several worlds whose truth is known. */
export interface Measured {
  readonly name: string
  /** Empty for a pure number. */
  readonly unit: string
  readonly worlds: number
  readonly mean: number
  /** The 99 % interval of the mean. */
  readonly low: number
  readonly high: number
  readonly least?: number
  readonly most?: number
  readonly verdict: MeasuredVerdict
  /** Met, or marginal with a mean within the limits. */
  readonly passed: boolean
}
