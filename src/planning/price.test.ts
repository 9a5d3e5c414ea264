import { expect, test } from 'vitest'
import { startMemory } from '../memory/remember.ts'
import { formatDay, parseDay } from './calendar.ts'
import { makeCurriculum, makeTarget, MONDAY } from './fixtures/curriculum.ts'
import { dropFirst, moversOf } from './movers.ts'
import { makePlan } from './plan.ts'
import { pricesOf } from './price.ts'
import { WEIGHED_TOPICS } from './topic-mix.ts'

const request = {
  target: makeTarget({ date: '2026-11-23', minutes: [40, 40, 40, 0, 40, 40, 0] }),
  today: MONDAY,
  curriculum: makeCurriculum(33),
  memory: startMemory(WEIGHED_TOPICS),
}
const plan = makePlan(request)

test('a price is within two and a half points of the plan that would really be made', () => {
  const prices = pricesOf(request, plan)
  expect(prices.length).toBe(6)
  for (const { change, reached, difference } of prices) {
    const date = formatDay(parseDay(request.target.date, 'date') + change.days)
    const minutes = request.target.minutes.map((each) => (each === 0 ? 0 : Math.max(0, each + change.minutesADay)))
    const real = makePlan({ ...request, target: { ...request.target, date, minutes } })
    expect(Math.abs(reached - real.reached)).toBeLessThan(0.025)
    expect(difference).toBeCloseTo(reached - plan.reached, 12)
  }
})

test('more time is worth something and less costs something', () => {
  for (const { change, difference } of pricesOf(request, plan)) {
    expect(Math.sign(difference)).toBe(Math.sign(change.days + change.minutesADay))
  }
})

test('a change that leaves no day, or an interview beyond the horizon, has no price for its date', () => {
  const soon = { ...request, target: makeTarget({ date: '2026-11-06' }) }
  expect(pricesOf(soon, makePlan(soon)).map(({ change }) => change.days)).not.toContain(-7)
  const far = { ...request, target: makeTarget({ date: '2028-11-06', minutes: [15, 0, 0, 0, 0, 0, 0] }) }
  expect(pricesOf(far, makePlan(far), [{ days: 7, minutesADay: 0 }])).toEqual([])
  const today = { ...request, target: makeTarget({ date: '2026-11-02' }) }
  expect(pricesOf(today, makePlan(today))).toEqual([])
})

test('what would move readiness most comes first by gain a minute', () => {
  const movers = moversOf(request, 8)
  const densities = movers.map(({ gain, minutes }) => gain / minutes)
  expect(movers.length).toBe(8)
  expect(densities).toEqual([...densities].sort((a, b) => b - a))
})

test('what to drop first is planned and gains least a minute', () => {
  const first = dropFirst(plan, 3)
  const planned = new Set(plan.days.flatMap(({ entries }) => entries.map(({ pattern }) => pattern)))
  expect(first.every(({ pattern }) => planned.has(pattern))).toBe(true)
  expect(first[0] && first[0].gain / first[0].minutes).toBe(Math.min(...dropFirst(plan, 999).map(({ gain, minutes }) => gain / minutes)))
})
