import type { Case, Slo } from '../domain/case.ts'
import type { Design } from '../domain/design.ts'
import type { Measurement } from '../domain/measurement.ts'
import type { BottleneckReport, Interval } from '../domain/report.ts'
import { exp } from '../simulation/exponential.ts'
import { log } from '../simulation/logarithm.ts'
import { studentQuantile } from '../simulation/interval.ts'
import { enlarge } from './enlarge.ts'
import { isOfAnswers, scaleOf } from './scale.ts'
import { seedFor } from './seed.ts'
import { ask, type Ledger, type Stages } from './stages.ts'
import type { Sample, Trial } from './trial.ts'
import { judge, marginOf, type Sight } from './verdict.ts'
import { type Cell, sightsOf } from './verdicts.ts'

/** Runs of each component, each under the random numbers of a run without the quarter more. */
const PAIRS = 4
/** Events that the search may take; components that are busy come first. */
const BUDGET = 20_000_000

/** Components whose time at work says something: a cache is full, not busy. */
const IDLE_KINDS = ['cache', 'delay', 'limiter', 'autoscaler']

export interface Suspects {
  readonly case: Case
  readonly text: string
  readonly design: Design
  readonly seed: number
  readonly cells: readonly Cell[]
}

/**
 * Proves which component holds the tightest objective back: a quarter more of each in turn, under the same random numbers as before,
 * so that what differs is the component's doing. Utilisation would often name somebody else.
 */
export function* bottleneck({ case: aCase, text, design, seed, cells }: Suspects, ledger: Ledger): Stages<BottleneckReport | undefined> {
  const tight = tightest(cells)
  const busy = cells.flatMap(({ samples, scenario }) => (scenario === tight?.cell.scenario ? (samples[0]?.measurement ?? []) : []))[0]
  if (tight === undefined || busy === undefined) return undefined
  const { slo, cell } = tight
  const order = byUtilisation(design, busy)
  const able = [...order, ...Object.keys(design.components).filter((name) => !order.includes(name))].filter(
    (name) => enlarge(design, name) !== undefined,
  )
  const each = cell.samples.reduce((sum, { events }) => sum + events, 0) / Math.max(1, cell.samples.length)
  const tried = able.slice(0, Math.max(1, Math.floor(BUDGET / (each * PAIRS))))

  const trial = (at: number, component?: string): Trial => ({
    text,
    scenario: cell.scenario,
    load: cell.load,
    seed: seedFor(seed, 'run', at),
    ...(component !== undefined && { change: { kind: 'enlarge', component } }),
    readings: [slo],
    whole: false,
  })
  const runs = Array.from({ length: PAIRS }, (_, at) => at)
  const known = sightsOf(slo, cell).slice(0, PAIRS)
  const missing = runs.slice(known.length)
  const samples = yield* ask(ledger, [...missing.map((at) => trial(at)), ...tried.flatMap((name) => runs.map((at) => trial(at, name)))])
  const seconds = aCase.scenarios[cell.scenario]?.workload.seconds ?? aCase.workload.seconds
  const told = (sample: Sample): number => worth(slo, sample.sights[0], seconds)
  const before = [...known.map((sight) => worth(slo, sight, seconds)), ...samples.slice(0, missing.length).map(told)]
  const gains = tried.map((name, place) => {
    const from = missing.length + place * PAIRS
    return [name, differences(slo, before, samples.slice(from, from + PAIRS).map(told))] as const
  })
  const helpful = (gain: Interval) => (slo.most !== undefined ? -gain.high : gain.low)
  const [best] = gains.filter(([, gain]) => helpful(gain) > 0).sort(([, x], [, y]) => helpfulMean(slo, y) - helpfulMean(slo, x))
  return { objective: slo.name, component: best?.[0], gains: Object.fromEntries(gains), busiest: order[0] ?? '' }
}

function helpfulMean(slo: Slo, { mean }: Interval): number {
  return slo.most !== undefined ? -mean : mean
}

/** The objective that is missed most, at the least load where it is missed; else the one with the smallest margin. What capacity cannot move comes last. */
function tightest(cells: readonly Cell[]): { readonly slo: Slo; readonly cell: Cell } | undefined {
  const held = cells.flatMap((cell) =>
    cell.slos.map((slo) => {
      const sights = sightsOf(slo, cell)
      const { interval, outcome } = judge(slo, sights)
      const margin = sights.some(({ stopped }) => stopped) ? Number.NEGATIVE_INFINITY : marginOf(slo, interval.mean)
      return { slo, cell, margin, missed: outcome === 'missed', moved: isOfAnswers(slo.metric) }
    }),
  )
  const missed = held.filter((one) => one.missed)
  if (missed.length === 0) {
    return held.sort((x, y) => Number(y.moved) - Number(x.moved) || compare(x.margin, y.margin))[0]
  }
  const worst = [...missed].sort((x, y) => Number(y.moved) - Number(x.moved) || compare(x.margin, y.margin))[0]
  return missed.filter(({ slo }) => slo === worst?.slo).sort((x, y) => x.cell.load - y.cell.load)[0]
}

/** Infinities are equal to themselves. */
function compare(x: number, y: number): number {
  return x === y ? 0 : x - y
}

/** What is compared: of a run that was stopped, or in which it was not seen or never came, the worst that it can be. */
function worth({ metric }: Slo, sight: Sight | undefined, seconds: number): number {
  if (sight === undefined) return Number.NaN
  if (Number.isFinite(sight.value) && !(sight.stopped && isOfAnswers(metric))) return sight.value
  if (metric === 'ok') return 0
  return scaleOf(metric).kind === 'share' ? 1 : seconds
}

/** Change of paired readings, with its 99 % interval: of latencies by their quotient, which says more where they differ tenfold. */
function differences({ metric }: Slo, before: readonly number[], after: readonly number[]): Interval {
  const pairs = after.map((value, at) => [before[at] ?? Number.NaN, value] as const)
  const isRatio = scaleOf(metric).kind === 'ratio' && pairs.every(([x, y]) => x > 0 && y > 0)
  const values = pairs.map(([x, y]) => (isRatio ? log(y) - log(x) : y - x))
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (n - 1))
  const half = (studentQuantile(0.995, n - 1) * spread) / Math.sqrt(n)
  const from = exp(pairs.reduce((sum, [x]) => sum + (isRatio ? log(x) : 0), 0) / n)
  const told = (change: number) => (isRatio ? from * (exp(Math.min(change, 50)) - 1) : change)
  return { mean: told(mean), low: told(mean - half), high: told(mean + half), replicates: n }
}

/** Components that are at work or not, the busiest first. */
export function byUtilisation(design: Design, { components }: Measurement): readonly string[] {
  return Object.entries(components)
    .filter(([name, { utilisation }]) => Number.isFinite(utilisation) && !IDLE_KINDS.includes(design.components[name]?.kind ?? ''))
    .sort(([, x], [, y]) => y.utilisation - x.utilisation)
    .map(([name]) => name)
}
