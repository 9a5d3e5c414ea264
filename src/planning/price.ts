import type { Plan, Price } from '../domain/plan.ts'
import { type Calendar, HORIZON_DAYS, openCalendar, weekday } from './calendar.ts'
import { planDays } from './plan.ts'
import type { PlanRequest } from './pool.ts'
import { COARSE } from './schedule.ts'

/** What is asked of a plan: days later or earlier, minutes more or less on each day of practice. */
export const CHANGES: readonly Price['change'][] = [
  { days: 7, minutesADay: 0 },
  { days: -7, minutesADay: 0 },
  { days: 0, minutesADay: 15 },
  { days: 0, minutesADay: -15 },
  { days: 0, minutesADay: 30 },
  { days: 0, minutesADay: -30 },
]

/**
 * What another date or other hours would bring. Worked out coarsely, as the difference between two coarse plans, and set against
 * the plan there is. A change that leaves no day, or that lies beyond the horizon of plans, has no price.
 */
export function pricesOf(request: PlanRequest, plan: Plan, changes: readonly Price['change'][] = CHANGES): readonly Price[] {
  const calendar = openCalendar(request.target, request.today)
  if (calendar.minutes.length === 0) return []
  const before = planDays(request, calendar, COARSE).reached
  return changes.flatMap((change): Price[] => {
    const changed = changeCalendar(calendar, request, change)
    if (!changed) return []
    const reached = Math.min(1, Math.max(0, plan.reached + planDays(request, changed, COARSE).reached - before))
    return [{ change, reached, difference: reached - plan.reached }]
  })
}

function changeCalendar(calendar: Calendar, { target }: PlanRequest, { days, minutesADay }: Price['change']): Calendar | undefined {
  const targetDay = calendar.targetDay + days
  if (targetDay <= calendar.today) return undefined
  if (days !== 0 && Math.max(targetDay, calendar.targetDay) - calendar.today > HORIZON_DAYS) return undefined
  const horizonDay = Math.min(targetDay, calendar.today + HORIZON_DAYS)
  const minutes = Array.from({ length: horizonDay - calendar.today }, (_, index) => {
    const before = calendar.minutes[index] ?? target.minutes[weekday(calendar.today + index)] ?? 0
    return before > 0 ? Math.max(0, before + minutesADay) : 0
  })
  return { today: calendar.today, targetDay, horizonDay, minutes }
}
