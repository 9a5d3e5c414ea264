import type { Interval, Outcome } from '../domain/report.ts'
import { exp } from '../simulation/exponential.ts'
import { studentQuantile } from '../simulation/interval.ts'
import { log } from '../simulation/logarithm.ts'
import { isOfAnswers, type Scale, scaleOf } from './scale.ts'

/** What one replicate saw of a metric. */
export interface Sight {
  /** NaN where nothing was seen; infinite where it never came. */
  readonly value: number
  /** How many a share is a share of. */
  readonly of: number
  /** The run was stopped: the system diverges. */
  readonly stopped: boolean
}

export interface Limit {
  readonly metric: string
  readonly least?: number
  readonly most?: number
}

export interface Judgement {
  readonly interval: Interval
  readonly outcome: Outcome
}

/** Confidence of the interval that is shown. */
const SHOWN = 0.99
/**
 * What is decided by: how likely a design that stands exactly at its limit may be told on one look that it meets it (or that it misses it), by what was measured
 * alone, and with the usual spread beside it. docs/designs.md says why.
 */
const RISK = { alone: 1e-3, guarded: 2e-4 }
/** How many replicates the usual spread of a metric weighs as much as. */
const PRIOR = 4
/** Events in all replicates together of which exact bounds are shown. */
const FEW = 10

/**
 * What replicates say of a limit. Met or missed where not only the 99 % interval clears it but also one of 99.8 %, and one that knows how far
 * replicates of such a metric usually lie apart and is wrong once in 5,000 looks; marginal otherwise.
 */
export function judge(limit: Limit, sights: readonly Sight[]): Judgement {
  const scale = scaleOf(limit.metric)
  const seen = sights.filter(({ value }) => !Number.isNaN(value))
  const endless = seen.filter(({ value }) => !Number.isFinite(value)).length
  if (endless > 0) {
    const finite = seen.filter(({ value }) => Number.isFinite(value)).map(({ value }) => value)
    const low = finite.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...finite)
    const interval = { mean: Number.POSITIVE_INFINITY, low, high: Number.POSITIVE_INFINITY, replicates: seen.length }
    return { interval, outcome: limit.most === undefined ? 'marginal' : 'missed' }
  }
  const interval = intervalOf(scale, limit, seen, 1 - (1 - SHOWN) / 2, false)
  if (sights.length === 0) return { interval, outcome: 'marginal' }
  if (isOfAnswers(limit.metric) && sights.some(({ stopped }) => stopped)) return { interval, outcome: 'missed' }
  if (seen.length < sights.length) return { interval, outcome: 'missed' }
  const alone = intervalOf(scale, limit, seen, 1 - RISK.alone, false)
  const wide = intervalOf(scale, limit, seen, 1 - RISK.guarded, true)
  const low = Math.min(interval.low, alone.low, wide.low)
  const high = Math.max(interval.high, alone.high, wide.high)
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = limit
  // Whole events: "at most 2" is kept by whoever stays below 3.
  const room = scale.kind === 'count' ? 1 : 0
  const { mean } = interval
  if (low > most || high < least) return { interval, outcome: 'missed' }
  const clears =
    (high <= most || (room > 0 && high < most + room && mean <= most)) &&
    (low >= least || (room > 0 && low > least - room && mean >= least))
  return { interval, outcome: clears ? 'met' : 'marginal' }
}

/** How far within its limit (above 0) or beyond (below) a metric lies: in logarithms, so that margins of different objectives can be compared. */
export function marginOf({ metric, least, most }: Limit, value: number): number {
  if (Number.isNaN(value)) return Number.NEGATIVE_INFINITY
  const toward = (limit: number, sign: number) => {
    const share = scaleOf(metric).kind === 'share'
    // A share above one half is one of the others: 0.9999 is nearer to 0.999 than it looks. One above 1 counts how often.
    const [x, y, way] = share && limit > 0.5 && limit <= 1 ? [1 - value, 1 - limit, -sign] : [value, limit, sign]
    const tiny = Math.max(Math.abs(y), 1e-9) * 1e-3
    return way * (log(Math.max(y, tiny)) - log(Math.max(x, tiny)))
  }
  return Math.min(
    most === undefined ? Number.POSITIVE_INFINITY : toward(most, 1),
    least === undefined ? Number.POSITIVE_INFINITY : toward(least, -1),
  )
}

/** The mean with bounds that it crosses on each side with probability `1 - probability`; `guarded` by the usual spread. */
function intervalOf(scale: Scale, limit: Limit, seen: readonly Sight[], probability: number, guarded: boolean): Interval {
  const replicates = seen.length
  if (replicates === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN, replicates }
  if (scale.kind === 'share') return sharesInterval(seen, limit, probability, guarded)
  if (scale.kind === 'count') return countsInterval(seen, probability, guarded)
  const values = seen.map(({ value }) => value)
  // Zero has no logarithm, and far below a limit nobody asks how many times.
  const line = Math.max(Math.abs(limit.least ?? 0), Math.abs(limit.most ?? 0))
  if (scale.kind === 'plain' || values.some((value) => value <= 1e-3 * line)) {
    return { ...meanInterval(values, guarded ? scale.usual * line : 0, probability), replicates }
  }
  const { mean, low, high } = meanInterval(values.map(log), guarded ? scale.usual : 0, probability)
  // The very value, where there is nothing to average.
  const [first = Number.NaN] = values
  if (low === high && values.every((value) => value === first)) return { mean: first, low: first, high: first, replicates }
  return { mean: exp(mean), low: exp(low), high: exp(high), replicates }
}

interface Bounds {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/**
 * Student's t. With a usual spread, that stands beside what was measured as if PRIOR replicates had shown it (a moderated t): of three replicates
 * one in fifty happens to have a tenth of its true variance. What is the same in every replicate does not hang on the draw and is exact.
 */
function meanInterval(values: readonly number[], usual: number, probability: number): Bounds {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  const isConstant = n > 1 && values.every((value) => Math.abs(value - mean) <= 1e-9 * Math.max(1e-3, Math.abs(mean)))
  if (isConstant) return { mean, low: mean, high: mean }
  const degrees = n - 1 + (usual > 0 ? PRIOR : 0)
  if (degrees === 0) return { mean, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
  const spread = Math.sqrt((squares + (usual > 0 ? PRIOR * usual * usual : 0)) / degrees)
  const half = (quantileOf(probability, degrees) * spread) / Math.sqrt(n)
  return { mean, low: mean - half, high: mean + half }
}

/**
 * Of all together, by exact bounds of the rarer side's count and by Student's t over replicates, whichever is wider: failures come in clusters.
 * What may happen more than once to each (duplicates, tokens) can be above 1; it has one side only, and no bound.
 */
function sharesInterval(seen: readonly Sight[], limit: Limit, probability: number, guarded: boolean): Interval {
  const of = seen.reduce((sum, one) => sum + one.of, 0)
  const pooled = of > 0 ? seen.reduce((sum, one) => sum + one.value * one.of, 0) / of : Number.NaN
  const line = limit.most ?? limit.least ?? 0
  const values = seen.map(({ value }) => value)
  const most = line > 1 || values.some((value) => value > 1) ? Number.POSITIVE_INFINITY : 1
  const rare = Math.min(pooled, most - pooled)
  const count = poissonBounds(Math.round(rare * of), probability)
  const [few, many] = [count.low / of, count.high / of]
  const exact = rare === pooled ? { low: few, high: many } : { low: 1 - many, high: 1 - few }
  const each = of / seen.length
  const variance = (share: number) => share * (1 - share / most)
  const usual = guarded ? Math.sqrt(Math.max(variance(line), variance(rare), 1e-12) / each) : 0
  const { low, high } = seen.length > 1 ? meanInterval(values, usual, probability) : exact
  const clip = (value: number) => Math.min(most, Math.max(0, value))
  return { mean: pooled, low: clip(Math.min(low, exact.low)), high: clip(Math.max(high, exact.high)), replicates: seen.length }
}

/** Events of a run: Student's t over replicates; and exact bounds of their number where they are few, or where much hangs on it. */
function countsInterval(seen: readonly Sight[], probability: number, guarded: boolean): Interval {
  const n = seen.length
  const values = seen.map(({ value }) => value)
  const total = values.reduce((sum, value) => sum + value, 0)
  const exact = poissonBounds(Math.round(total), probability)
  const usual = guarded ? Math.sqrt(Math.max(1, total / n)) : 0
  const own = meanInterval(values, usual, probability)
  if (n > 1 && total >= FEW && !guarded) return { ...own, low: Math.max(0, own.low), replicates: n }
  const { mean, low, high } = n > 1 ? own : { mean: total, low: exact.low, high: exact.high }
  return { mean, low: Math.max(0, Math.min(low, exact.low / n)), high: Math.max(high, exact.high / n), replicates: n }
}

/** Bounds of the expected number of events of which `count` were seen: exact for none, else by Wilson and Hilferty's cube root (within 1 %). */
export function poissonBounds(count: number, probability: number): { readonly low: number; readonly high: number } {
  const z = quantileOf(probability, 1e6)
  const cube = (k: number, way: number) => {
    const root = 1 - 1 / (9 * k) + (way * z) / (3 * Math.sqrt(k))
    return root <= 0 ? 0 : k * root * root * root
  }
  return { low: count === 0 ? 0 : cube(count, -1), high: count === 0 ? -log(1 - probability) : cube(count + 1, 1) }
}

const quantiles = new Map<string, number>()

function quantileOf(probability: number, degrees: number): number {
  const key = `${probability} ${degrees}`
  const known = quantiles.get(key) ?? studentQuantile(probability, degrees)
  quantiles.set(key, known)
  return known
}
