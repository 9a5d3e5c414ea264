/** A chance said before, and what came. */
export interface Said {
  readonly said: number
  readonly passed: boolean
}

const BINS = 10

/** Mean of −ln of the chance given to what happened. */
export function logLossOf(log: readonly Said[]): number {
  return average(log.map(({ said, passed }) => -Math.log(Math.min(Math.max(passed ? said : 1 - said, 1e-4), 1))))
}

/** Expected calibration error over ten bins of equal width. */
export function calibrationError(log: readonly Said[]): number {
  let error = 0
  for (let bin = 0; bin < BINS; bin++) {
    const inside = log.filter(({ said }) => Math.min(Math.floor(said * BINS), BINS - 1) === bin)
    if (inside.length === 0) continue
    const gap = average(inside.map(({ said }) => said)) - average(inside.map(({ passed }) => Number(passed)))
    error += (inside.length / log.length) * Math.abs(gap)
  }
  return error
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
