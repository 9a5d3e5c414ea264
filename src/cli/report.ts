import type { Case } from '../domain/case.ts'
import type { Interval, Objective, Outcome, Report } from '../domain/report.ts'
import { unitOfMetric } from '../design/metric.ts'
import { countText } from '../design/units.ts'
import { whyUnseen } from '../design/unseen.ts'
import type { Paint } from './paint.ts'

/** A report as `--json` prints it: without the runs, which are large; docs/command-line.md holds this shape stable. */
export function reportJson(aCase: Case, whole: Report) {
  const { runs: _, ...report } = whole
  return { ...report, followUps: report.followUps.map((at) => aCase.followUps[at]?.ask ?? '') }
}

/** A report for a person: objectives with intervals, cost, bottleneck, findings, what an interviewer would ask next. */
export function sayReport(aCase: Case, report: Report, paint: Paint): string {
  const { objectives, cost, bottleneck, findings, followUps, level, seed, engine, passed } = report
  const objectiveLines = objectives.flatMap((objective) => [
    `${sign(objective.outcome, paint)} ${paint.bold(objective.name)}  ${paint.dim(limitOf(objective))}`,
    ...objective.loads.map(
      ({ load, interval, outcome }) =>
        `    ${`× ${load}`.padEnd(7)}${sayInterval(objective.condition.metric, interval)}  ${said(outcome, paint)}`,
    ),
    ...[whyUnseen(objective) ?? []].flat().map((why) => paint.dim(`    ${why}`)),
  ])
  const shares = Object.entries(cost.byComponent)
    .filter(([, dollars]) => dollars > 0)
    .sort(([, x], [, y]) => y - x)
    .map(([name, dollars]) => `${name} ${money(dollars)}`)
  const costLines = [
    `${sign(cost.outcome, paint)} ${paint.bold('cost')}  ${money(cost.dollars)} an hour, ${(cost.dollars / cost.par).toFixed(2)} × par (${money(cost.par)}); at most ${money(cost.most)}`,
    ...(shares.length > 0 ? [paint.dim(`    ${shares.join(', ')}`)] : []),
  ]
  const held = bottleneck === undefined ? [] : ['', ...sayBottleneck(bottleneck, objectives, paint)]
  const found =
    findings.length === 0
      ? []
      : ['', paint.bold('Findings'), ...findings.map(({ name, evidence }) => `  ${paint.yellow(name)}: ${evidence}`)]
  const asks = followUps.flatMap((at) => aCase.followUps[at]?.ask ?? [])
  const next = asks.length === 0 ? [] : ['', paint.bold('An interviewer would ask'), ...asks.map((ask) => `  - ${ask}`)]
  const verdict = passed ? paint.green(paint.bold('passed')) : paint.red(paint.bold('failed'))
  const met = objectives.filter(({ outcome }) => outcome === 'met').length
  const last = `${verdict}  ${paint.dim(`${met} of ${objectives.length} objectives met, level ${level}, seed ${seed}, engine ${engine}`)}`
  return [...objectiveLines, ...costLines, ...held, ...found, ...next, '', last, ''].join('\n')
}

function sayBottleneck(
  { objective, component, gains, busiest }: NonNullable<Report['bottleneck']>,
  objectives: readonly Objective[],
  paint: Paint,
): readonly string[] {
  const metric = objectives.find(({ name }) => name === objective)?.condition.metric ?? ''
  const head = component === undefined ? 'nothing: a quarter more of no component helps beyond noise' : paint.yellow(component)
  const disagree = component !== undefined && busiest !== component ? ` ${paint.dim(`(the busiest is ${busiest})`)}` : ''
  const rows = Object.entries(gains)
    .sort(([, x], [, y]) => Math.abs(y.mean) - Math.abs(x.mean))
    .map(
      ([name, { mean, low, high }]) =>
        `    a quarter more ${name}: ${change(metric, mean)} (${change(metric, low)} to ${change(metric, high)})`,
    )
  return [`${paint.bold('Held back by')} ${head}${disagree}, ${paint.dim(`measured on “${objective}”`)}`, ...rows]
}

function sign(outcome: Outcome, paint: Paint): string {
  return outcome === 'met' ? paint.green('✓') : outcome === 'missed' ? paint.red('✗') : paint.yellow('~')
}

function said(outcome: Outcome, paint: Paint): string {
  return outcome === 'met' ? paint.dim('met') : outcome === 'missed' ? paint.red('missed') : paint.yellow('too near to tell')
}

function limitOf({ condition: { metric, least, most } }: Objective): string {
  return [
    least === undefined ? [] : [`${metric} ≥ ${value(metric, least)}`],
    most === undefined ? [] : [`${metric} ≤ ${value(metric, most)}`],
  ]
    .flat()
    .join(', ')
}

function sayInterval(metric: string, { mean, low, high, replicates }: Interval): string {
  return `${value(metric, mean)}  [${value(metric, low)} .. ${value(metric, high)}], ${replicates} runs`
}

function change(metric: string, amount: number): string {
  return `${amount > 0 ? '+' : ''}${value(metric, amount)}`
}

/** A number with the unit of its metric. */
export function value(metric: string, amount: number): string {
  if (Number.isNaN(amount)) return 'nothing seen'
  if (!Number.isFinite(amount)) return 'endless'
  const unit = unitOfMetric(metric)
  if (unit === '%') return percent(amount)
  if (unit === 's') return time(amount)
  if (unit === '$/h') return money(amount)
  return countText(Number(amount.toPrecision(4)))
}

/** Three digits with the unit in which they read best. */
function time(seconds: number): string {
  const size = Math.abs(seconds)
  const [unit, length]: readonly [string, number] =
    size === 0 || size >= 1 ? (size >= 7200 ? ['h', 3600] : ['s', 1]) : size >= 1e-3 ? ['ms', 1e-3] : ['us', 1e-6]
  return `${Number((seconds / length).toPrecision(3))} ${unit}`
}

/** As many digits as it takes to see how far from all or nothing it is. */
function percent(share: number): string {
  const rest = Math.min(Math.abs(share), Math.abs(1 - share))
  const digits = rest === 0 ? 0 : Math.max(1, Math.min(6, 1 - Math.floor(Math.log10(rest * 100))))
  return `${(share * 100).toFixed(digits)} %`
}

function money(dollars: number): string {
  return `$${dollars.toFixed(Math.abs(dollars) < 10 ? 2 : Math.abs(dollars) < 100 ? 1 : 0)}`
}
