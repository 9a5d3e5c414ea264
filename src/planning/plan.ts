import type { Plan } from '../domain/plan.ts'
import { type Calendar, openCalendar } from './calendar.ts'
import { capacityOf } from './candidates.ts'
import { droppedOf } from './dropped.ts'
import { layEntries } from './entries.ts'
import { fillDrills, fillQuestion, fillWork, type Planned } from './fill.ts'
import { fit } from './fit.ts'
import { startInOrder } from './learning-order.ts'
import { openPool, type PlanRequest } from './pool.ts'
import { chanceAfter } from './prospect.ts'
import { FINE, type Grain } from './schedule.ts'

/**
 * What to do on each day until the interview, so that the expected readiness at its date is large. Deterministic.
 * Throws UserError for a date that is over or none, minutes that are none, rounds that ask for nothing.
 */
export function makePlan(request: PlanRequest, grain: Grain = FINE): Plan {
  const calendar = openCalendar(request.target, request.today)
  return planDays(request, calendar, grain)
}

/** A plan for a calendar of one's own. */
export function planDays(request: PlanRequest, calendar: Calendar, grain: Grain): Plan {
  const { season, days, reserved, all, kept, idle } = openPool(request, calendar, grain)
  const { chosen, left } = fit(
    all.map(({ columns }) => columns),
    capacityOf(season),
  )
  const planned = all.map((candidates, index): Planned => {
    const schedule = candidates.schedules[chosen[index] ?? 0] ?? []
    return { candidates, schedule, chance: chanceAfter(candidates.prospect, schedule) }
  })
  startInOrder(
    planned,
    request.curriculum.map(({ topic }) => topic),
  )
  days.forEach((capacity, index) => {
    const over = reserved[index] ? fillQuestion(planned, index, reserved[index]) : 0
    const rest = fillWork(planned, index, (left[index] ?? 0) + over)
    fillDrills(planned, index, rest, capacity)
  })
  const patterns = request.curriculum.map(({ id }) => id)
  const entries = layEntries(planned, patterns, calendar.minutes.length)
  entries[0]?.unshift(...kept)
  const reached = planned.reduce((sum, { candidates, chance }) => sum + candidates.weight * chance, 0)
  return {
    day: calendar.today,
    targetDay: calendar.targetDay,
    horizonDay: calendar.horizonDay,
    days: entries.map((each, index) => ({ day: calendar.today + index, capacity: calendar.minutes[index] ?? 0, entries: each })),
    dropped: droppedOf(planned, patterns, Math.max(0, ...season.days)),
    idle,
    reached,
  }
}
