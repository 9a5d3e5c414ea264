import { mean, median, pairedRatio, percentile } from './statistics.ts'
import type { Sample, Series } from './rounds.ts'
import { aligned } from './table.ts'
import type { Transfer } from './transfer.ts'

/** Ways to do the same work; all are held against the first. */
export interface Comparison {
  readonly title: string
  readonly series: readonly Series[]
  /** How many times faster the first should be than the baselines; undefined where nothing is promised. */
  readonly aim: number | undefined
}

/** What was sent for a page. */
export interface PageSize {
  readonly name: string
  readonly budget: number
  readonly transfer: Transfer
}

/** What a run says of itself, and each part of it. */
export interface Results {
  readonly date: string
  readonly machine: string
  /** Load of the last minute, before and after. */
  readonly load: readonly [number, number]
  readonly rounds: number
  readonly sections: readonly { readonly name: string; readonly lines: readonly string[]; readonly data: unknown }[]
}

const HEAD = ['runs', 'p50 ms', 'p95 ms', 'CPU ms', 'ratio', 'CPU ratio', 'aim']

/** What a person reads. */
export function textOf({ date, machine, load, rounds, sections }: Results): string {
  const [before, after] = load.map((value) => value.toFixed(1))
  return [
    `Onsite, measured ${date}`,
    `${machine}; load ${before} before, ${after} after; ${rounds} rounds, the ways in turn`,
    'Ratio: the time of a way over that of the way on top, within a round; the median of the rounds. CPU: of all processes, mean.',
    ...sections.flatMap(({ lines }) => ['', ...lines]),
    '',
  ].join('\n')
}

/** Ways to judge, held against the first; the aim against the baselines. */
export function verdictTable(title: string, comparisons: readonly Comparison[]): readonly string[] {
  return aligned([[title, ...HEAD], ...comparisons.flatMap(comparisonRows)])
}

export function startTable(server: Comparison): readonly string[] {
  return aligned([['Start of the server', ...HEAD.slice(0, -1), ''], ...comparisonRows(server)])
}

export function pageTables(paints: Comparison, pages: readonly PageSize[]): readonly string[] {
  return [
    ...aligned([['First paint (largest contentful), empty browser', ...HEAD.slice(0, 3), '', 'ratio', '', ''], ...comparisonRows(paints)]),
    '',
    ...aligned([['Sent for a page, KB (1000 bytes, gzip)', 'JavaScript', 'CSS', 'fonts', 'page', 'rest', 'budget'], ...pages.map(pageRow)]),
  ]
}

function comparisonRows({ title, series, aim }: Comparison): string[][] {
  const [own] = series
  if (own === undefined) return []
  const rows = series.map((other, place) => {
    const samples = other.rounds.flat()
    if (samples.length === 0) return [`  ${other.name}`, '0', '', '', '', '', '', '']
    const ms = samples.map((sample) => sample.ms)
    const ratio = place === 0 ? undefined : pairedRatio(times(own), times(other))
    return [
      `  ${other.name}`,
      `${ms.length}`,
      figure(median(ms)),
      figure(percentile(ms, 0.95)),
      figure(cpuOf(samples)),
      ratio === undefined ? '' : `${figure(ratio)}×`,
      place === 0 ? '' : timesFigure(cpuRatio(own, other)),
      other.isBaseline && ratio !== undefined && aim !== undefined ? `${aim}× ${ratio >= aim ? 'met' : 'not met'}` : '',
    ]
  })
  return title === '' ? rows : [[''], [title], ...rows]
}

function times({ rounds }: Series): readonly (readonly number[])[] {
  return rounds.map((samples) => samples.map(({ ms }) => ms))
}

/** Mean CPU time; undefined where the system does not tell. */
function cpuOf(samples: readonly Sample[]): number | undefined {
  const known = samples.flatMap(({ cpuMs }) => (cpuMs === undefined ? [] : [cpuMs]))
  return known.length === 0 ? undefined : mean(known)
}

function cpuRatio(own: Series, other: Series): number | undefined {
  const [mine, theirs] = [own, other].map(({ rounds }) => cpuOf(rounds.flat()))
  return mine === undefined || theirs === undefined || mine <= 0 ? undefined : theirs / mine
}

function pageRow({ name, budget, transfer }: PageSize): string[] {
  const { script, style, font, document, rest } = transfer
  const sizes = [script, style, font, document, rest].map((bytes) => (bytes / 1000).toFixed(1))
  return [`  ${name}`, ...sizes, `${budget / 1000} ${script <= budget ? 'met' : 'not met'}`]
}

function timesFigure(value: number | undefined): string {
  return value === undefined ? '' : `${figure(value)}×`
}

/** Three figures are more than the machine's noise leaves of any. */
export function figure(value: number | undefined): string {
  if (value === undefined) return ''
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
