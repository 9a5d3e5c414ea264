import type { Calibrated, Forecasted } from '../domain/readiness.ts'

const BINS = 10
/** Mean assumed before the first outcome, as if seen so many times. */
const START = { mean: 0.5, outcomes: 2 } as const

/** How far what was said before agrees with what was seen after. `sessions` says of each finished session whether it fell into its band. */
export function calibrationOf(forecasts: readonly Forecasted[], sessions: readonly boolean[]): Calibrated {
  const bins = Array.from({ length: BINS }, (_, bin) => {
    const inside = forecasts.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin)
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      said: mean(inside.map(({ probability }) => probability)),
      did: mean(inside.map(({ passed }) => (passed ? 1 : 0))),
      count: inside.length,
    }
  }).filter(({ count }) => count > 0)
  return {
    outcomes: forecasts.length,
    bins,
    brier: mean(forecasts.map(({ probability, passed }) => squared(probability, passed))),
    baseRateBrier: baseRateBrier(forecasts),
    calibrationError: bins.reduce((sum, { said, did, count }) => sum + Math.abs(said - did) * count, 0) / Math.max(1, forecasts.length),
    coverage: sessions.length === 0 ? undefined : mean(sessions.map((inside) => (inside ? 1 : 0))),
  }
}

/** Mean of −ln of the chance that was given to what happened; no chance counts as less than one in a thousand. */
export function logLoss(forecasts: readonly Forecasted[]): number {
  return mean(forecasts.map(({ probability, passed }) => -Math.log(Math.max(1e-3, passed ? probability : 1 - probability))))
}

/** Of saying, each time, the mean of the outcomes before. */
function baseRateBrier(forecasts: readonly Forecasted[]): number {
  let [passes, outcomes, sum] = [START.mean * START.outcomes, START.outcomes as number, 0]
  for (const { passed } of forecasts) {
    sum += squared(passes / outcomes, passed)
    passes += passed ? 1 : 0
    outcomes++
  }
  return sum / Math.max(1, forecasts.length)
}

function squared(probability: number, passed: boolean): number {
  return (probability - (passed ? 1 : 0)) ** 2
}

/** 0 of nothing. */
function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
