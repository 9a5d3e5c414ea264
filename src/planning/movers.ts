import type { Plan } from '../domain/plan.ts'
import type { Readiness } from '../domain/readiness.ts'
import { openCalendar } from './calendar.ts'
import type { Candidates } from './candidates.ts'
import { openPool, type PlanRequest } from './pool.ts'
import { COARSE } from './schedule.ts'

export type Mover = Readiness['movers'][number]

/** What would move readiness at the date most: for each pattern its best bargain, the largest gain a minute first. Says nothing of what fits together. */
export function moversOf(request: PlanRequest, most = 10): readonly Mover[] {
  const calendar = openCalendar(request.target, request.today)
  return openPool(request, calendar, COARSE)
    .all.flatMap(bargain)
    .sort((a, b) => b.gain / b.minutes - a.gain / a.minutes)
    .slice(0, most)
}

/** Of what is planned, by pattern: what gains least a minute first, so what to drop when time gets short. */
export function dropFirst(plan: Plan, most = 5): readonly Mover[] {
  const sums = new Map<string, { gain: number; minutes: number }>()
  for (const { pattern, gain, minutes } of plan.days.flatMap(({ entries }) => entries)) {
    const sum = sums.get(pattern) ?? { gain: 0, minutes: 0 }
    sums.set(pattern, { gain: sum.gain + gain, minutes: sum.minutes + minutes })
  }
  return [...sums]
    .map(([pattern, { gain, minutes }]) => ({ pattern, gain, minutes }))
    .sort((a, b) => a.gain / a.minutes - b.gain / b.minutes)
    .slice(0, most)
}

function bargain({ columns: { gains }, minutes, prospect }: Candidates): readonly Mover[] {
  let best = 0
  for (let column = 1; column < gains.length; column++) {
    if (densityOf(gains, minutes, column) > densityOf(gains, minutes, best)) best = column
  }
  const gain = gains[best] ?? 0
  return best === 0 ? [] : [{ pattern: prospect.pattern, gain, minutes: minutes[best] ?? 0 }]
}

function densityOf(gains: Float64Array, minutes: Float64Array, column: number): number {
  return column === 0 ? 0 : (gains[column] ?? 0) / (minutes[column] ?? 1)
}
