import type { Condition } from '../../domain/case.ts'
import type { CheckResult } from '../../domain/job.ts'
import type { CostReport, Interval, Objective, Report } from '../../domain/report.ts'

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
  const limit = [most === undefined ? [] : [`at most ${number(most)}`], least === undefined ? [] : [`at least ${number(least)}`]]
    .flat()
    .join(' and ')
  const seen = Number.isNaN(mean) ? 'nothing was seen' : `it is ${number(mean)} (${number(low)} to ${number(high)})`
  const close = missed ? '' : `: too near to tell after ${replicates} runs`
  return `At ${load} times the load, ${metric} must be ${limit}, and ${seen}${close}.`
}

function costCheck({ dollars, most, par, outcome }: CostReport): CheckResult {
  const passed = outcome === 'met'
  const message = passed
    ? ''
    : `It costs $${number(dollars)} an hour; at most $${number(most)} is allowed here, and $${number(par)} is known to be enough.`
  return { name: 'cost', visible: true, category: 'behaviour', passed, message, difference: undefined }
}

/** Three digits say enough. */
function number(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(value > 0.99 && value < 1 ? 6 : 3))) : 'endless'
}
