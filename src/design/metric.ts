import type { Reading } from '../domain/case.ts'
import { suggest } from './nearest.ts'
import { scaleOf } from './scale.ts'

const QUANTILES = ['mean', 'p50', 'p90', 'p95', 'p99', 'p999', 'largest']
/** What a window of a class's time series knows. */
const WINDOWED = ['p50', 'p95', 'p99', 'ok', 'failed', 'quality', 'rate', 'age-mean', 'age-p95', 'first-token-p99', 'per-token-p99']

const LATENCIES = /^(?:first-token-|per-token-|age-)?(?:mean|p50|p90|p95|p99|p999|largest)$/

/** Metrics of a class, of the components made of a part, and of the whole; a name stands where `<...>` is. */
export const METRICS = {
  class: [
    ...QUANTILES,
    ...['first-token', 'per-token', 'age'].flatMap((prefix) => QUANTILES.map((quantile) => `${prefix}-${quantile}`)),
    'ok',
    'failed',
    'quality',
    'rate',
    'bad-seconds',
    'mark:<name>',
    'failure:<cause>',
    'effect:<name>',
    'duplicates:<name>',
    'lost:<name>',
    'unasked:<name>',
  ],
  part: [
    'utilisation',
    'hottest',
    'queue',
    'longest',
    'wait-mean',
    'wait-p99',
    'rate',
    'price',
    'hit-rate',
    'count:<name>',
    'share:<name>',
  ],
  whole: ['cost', 'amplification'],
} as const

/** Why something cannot be read, or undefined. */
export function metricFlaw(reading: Reading): { readonly cause: string; readonly remedy: string } | undefined {
  const { metric, part, bad } = reading
  if (reading.class !== undefined && part !== undefined) return { cause: 'both a class and a part', remedy: 'Name one of them.' }
  const of = reading.class !== undefined ? 'class' : part !== undefined ? 'part' : 'whole'
  const known: readonly string[] = METRICS[of]
  if (!known.some((name) => fits(metric, name))) {
    const other = (['class', 'part', 'whole'] as const).find((each) => METRICS[each].some((name) => fits(metric, name)))
    if (other !== undefined) {
      const needs = other === 'whole' ? 'neither a class nor a part' : `a ${other}`
      return { cause: `"${metric}" is read of ${needs}`, remedy: other === 'whole' ? 'Leave class and part out.' : `Add ${other}: ...` }
    }
    return { cause: `there is no metric "${metric}"`, remedy: suggest(metric, known) }
  }
  if ((metric === 'bad-seconds') !== (bad !== undefined)) {
    return bad === undefined
      ? { cause: 'it is not said what a bad second is', remedy: 'Add bad: { metric: p99, most: 50ms }.' }
      : { cause: '"bad" belongs to bad-seconds', remedy: 'Leave it out.' }
  }
  if (bad !== undefined) {
    if (!WINDOWED.includes(bad.metric)) return { cause: `seconds have no "${bad.metric}"`, remedy: `Take one of ${WINDOWED.join(', ')}.` }
    if (bad.least === undefined && bad.most === undefined) return { cause: 'a bad second has no limit', remedy: 'Add least or most.' }
  }
  const isRestricted = reading.from !== undefined || reading.until !== undefined
  if (isRestricted && of === 'class' && metric !== 'bad-seconds' && !WINDOWED.includes(metric)) {
    return { cause: `"${metric}" is not known by windows`, remedy: `Leave from and until out, or take one of ${WINDOWED.join(', ')}.` }
  }
  if (isRestricted && of === 'whole') return { cause: `"${metric}" is not known by windows`, remedy: 'Leave from and until out.' }
  if (isRestricted && of === 'part' && /^(wait-|longest|price)/.test(metric)) {
    return { cause: `"${metric}" is not known by windows`, remedy: 'Leave from and until out.' }
  }
  return undefined
}

function fits(metric: string, name: string): boolean {
  const open = name.indexOf('<')
  return open < 0 ? metric === name : metric.startsWith(name.slice(0, open)) && metric.length > open
}

/** The unit that a metric is said in; of %, the reading is the share. */
export function unitOfMetric(metric: string): '' | '%' | 's' | '/s' | '$/h' {
  if (scaleOf(metric).kind === 'share' || metric === 'utilisation' || metric === 'hottest') return '%'
  if (LATENCIES.test(metric) || metric.startsWith('wait-') || metric === 'bad-seconds') return 's'
  if (metric === 'rate') return '/s'
  return metric === 'cost' || metric === 'price' ? '$/h' : ''
}
