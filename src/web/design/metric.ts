import type { Condition, Reading } from '../../domain/case.ts'
import { unitOfMetric } from '../../design/metric.ts'
import { writeQuantity } from './quantity.ts'

/** What is read, in words: `p99 of read`, `hottest of store`. */
export function metricWords({ metric, class: kind, part, bad, from, until }: Reading): string {
  const what = WORDS[metric] ?? metric.replace(/^(mark|failure|count|share|effect|duplicates|lost|unasked):/, '$1 of ').replaceAll('-', ' ')
  const whose = kind ?? part
  const when = from === undefined && until === undefined ? '' : `, ${from ?? 0}–${until ?? 'end'} s`
  const broken =
    bad === undefined ? '' : ` with ${metricWords({ scenario: '', metric: bad.metric })} ${limitWords({ ...bad, scenario: '' })}`
  return `${what}${broken}${whose === undefined ? '' : ` of ${whose}`}${when}`
}

const WORDS: Readonly<Record<string, string>> = {
  ok: 'answered well',
  failed: 'failed',
  'bad-seconds': 'seconds',
  hottest: 'busiest replica',
  'hit-rate': 'hits',
  longest: 'longest queue',
  'wait-mean': 'mean of waiting',
  'wait-p99': 'p99 of waiting',
  amplification: 'attempts for each call',
}

/** The limit of a condition: `at most 30 ms`. */
export function limitWords({ metric, least, most }: Condition): string {
  // A number stays with its unit at the end of a line.
  const write = (value: number) => writeQuantity(value, unitOfMetric(metric)).replaceAll(' ', '\u00a0')
  if (least !== undefined && most !== undefined) return `between ${write(least)} and ${write(most)}`
  return most !== undefined ? `at most ${write(most)}` : least !== undefined ? `at least ${write(least)}` : ''
}

/** How a reading of one run stands to its limit. A number that is none (nothing was seen) does not meet it. */
export function holds({ least, most }: Condition, value: number): boolean {
  return !Number.isNaN(value) && (least === undefined || value >= least) && (most === undefined || value <= most)
}
