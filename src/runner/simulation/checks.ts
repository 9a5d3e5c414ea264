import type { Condition } from '../../domain/case.ts'
import type { CheckResult } from '../../domain/job.ts'
import { unitOfMetric } from '../../design/metric.ts'
import type { CostReport, Interval, Objective, Report } from '../../domain/report.ts'
import { sayQuantity } from '../../grading/say-quantity.ts'

/** One check for each objective, and one for the cost, all of them open. */
export function checksOf({ objectives, cost }: Report): readonly CheckResult[] {
  return [...objectives.map(objectiveCheck), costCheck(cost)]
}

function objectiveCheck({ name, condition, outcome, loads }: Objective): CheckResult {
  const worst = loads.find((each) => each.outcome === outcome && outcome !== 'met')
  const message = worst === undefined ? '' : sayOutcome(condition, worst.load, worst.interval, outcome === 'missed')
  return { name, visible: true, category: 'behaviour', passed: outcome === 'met', message, difference: undefined }
}

function sayOutcome({ metric, least, most }: Condition, load: number, { mean, low, high, replicates }: Interval, missed: boolean): string {
  const say = (value: number) => saidIn(unitOfMetric(metric), value)
  const limit = [most === undefined ? [] : [`at most ${say(most)}`], least === undefined ? [] : [`at least ${say(least)}`]]
    .flat()
    .join(' and ')
  const seen = Number.isNaN(mean) ? 'nothing was seen' : `it is ${say(mean)} (${say(low)} to ${say(high)})`
  const close = missed ? '' : `: too near to tell after ${replicates} runs`
  const where = load === 1 ? 'At the load that was told' : `At ${load} times the load`
  return `${where}, ${metric} must be ${limit}, and ${seen}${close}.`
}

function costCheck({ dollars, most, par, outcome }: CostReport): CheckResult {
  const passed = outcome === 'met'
  const message = passed
    ? ''
    : `It costs $${number(dollars)} an hour; at most $${number(most)} is allowed here, and $${number(par)} is known to be enough.`
  return { name: 'cost', visible: true, category: 'behaviour', passed, message, difference: undefined }
}

function saidIn(unit: string, value: number): string {
  if (unit === '%') return `${number(100 * value)} %`
  return unit === 's' && Number.isFinite(value) ? sayQuantity(value, 's') : number(value)
}

/** Three digits say enough, but for shares near all. */
function number(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(value > 99 && value < 100 ? 6 : 3))) : 'endless'
}
