/** On which scale replicates of a metric are compared, and how far they lie apart where nothing else is known. */
export interface Scale {
  /** *ratio*: logarithms; *share*: so many of so many; *count*: events of a run; *plain*: as it is. */
  readonly kind: 'ratio' | 'share' | 'count' | 'plain'
  /** Standard deviation between replicates that a case of the size the format asks for usually has, relative to the value; 0 for what is counted. */
  readonly usual: number
}

/** Of latencies, ages, times for tokens and waits, by the quantile that is read: p99 as measured over 40 seeds at 30,000 requests, the others as they are to it. */
const SPREADS: Readonly<Record<string, number>> = { mean: 0.02, p50: 0.02, p90: 0.03, p95: 0.03, p99: 0.04, p999: 0.08, largest: 0.15 }
const OTHERS: Readonly<Record<string, Scale>> = {
  ok: { kind: 'share', usual: 0 },
  failed: { kind: 'share', usual: 0 },
  'hit-rate': { kind: 'share', usual: 0 },
  'bad-seconds': { kind: 'count', usual: 0 },
  quality: { kind: 'plain', usual: 0.002 },
  utilisation: { kind: 'plain', usual: 0.01 },
  hottest: { kind: 'plain', usual: 0.01 },
  queue: { kind: 'plain', usual: 0.1 },
  longest: { kind: 'plain', usual: 0.15 },
  rate: { kind: 'ratio', usual: 0.01 },
  price: { kind: 'ratio', usual: 0.005 },
  cost: { kind: 'ratio', usual: 0.005 },
  amplification: { kind: 'ratio', usual: 0.01 },
}
const BY_PREFIX: Readonly<Record<string, Scale>> = {
  mark: { kind: 'share', usual: 0 },
  failure: { kind: 'share', usual: 0 },
  share: { kind: 'share', usual: 0 },
  effect: { kind: 'share', usual: 0 },
  duplicates: { kind: 'share', usual: 0 },
  lost: { kind: 'share', usual: 0 },
  unasked: { kind: 'share', usual: 0 },
  count: { kind: 'count', usual: 0 },
}

/** The scale of a metric by its name in docs/content-designs.md. */
export function scaleOf(metric: string): Scale {
  const known = OTHERS[metric] ?? BY_PREFIX[/^([a-z]+):/.exec(metric)?.[1] ?? '']
  return known ?? { kind: 'ratio', usual: SPREADS[quantileIn(metric)] ?? 0.05 }
}

/** Whether nothing but an answer makes it: then a run without answers, or one that had to be stopped, does not meet its limit. */
export function isOfAnswers(metric: string): boolean {
  return quantileIn(metric) in SPREADS || ['ok', 'failed', 'bad-seconds', 'queue', 'longest'].includes(metric)
}

function quantileIn(metric: string): string {
  return metric.slice(metric.lastIndexOf('-') + 1)
}
