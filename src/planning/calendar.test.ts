import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../domain/user-error.ts'
import { formatDay, HORIZON_DAYS, openCalendar, parseDay, weekday } from './calendar.ts'
import { makeTarget, MONDAY } from './fixtures/curriculum.ts'

test('a day and its date say the same, through every clock change and leap year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), (day) => {
      expect(parseDay(formatDay(day), 'date')).toBe(day)
      expect(weekday(day + 1)).toBe((weekday(day) + 1) % 7)
    }),
  )
  expect([formatDay(0), weekday(0)]).toEqual(['1970-01-01', 3])
  expect([formatDay(MONDAY), weekday(MONDAY)]).toEqual(['2026-11-02', 0])
})

test('what is no date is refused with the field it stood in', () => {
  for (const date of ['', 'tomorrow', '2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '9999-01-01', '1969-12-31', '2026-11-02T00:00']) {
    expect(() => parseDay(date, 'date')).toThrow(UserError)
  }
})

test('minutes stand on their weekdays and none on days off, up to the day before the interview', () => {
  const target = makeTarget({ date: '2026-11-10', minutes: [10, 20, 30, 40, 50, 60, 70], daysOff: ['2026-11-04', '2030-01-01'] })
  expect(openCalendar(target, MONDAY)).toEqual({
    today: MONDAY,
    targetDay: MONDAY + 8,
    horizonDay: MONDAY + 8,
    minutes: [10, 20, 0, 40, 50, 60, 70, 10],
  })
})

test('a date that is over is refused, and says since when', () => {
  expect(() => openCalendar(makeTarget({ date: '2026-10-31' }), MONDAY)).toThrow('2 days ago')
})

test('today is a calendar without days', () => {
  expect(openCalendar(makeTarget({ date: '2026-11-02' }), MONDAY).minutes).toEqual([])
})

test('an interview in three years is planned for up to a checkpoint', () => {
  const { targetDay, horizonDay, minutes } = openCalendar(makeTarget({ date: '2029-11-02' }), MONDAY)
  expect([targetDay - MONDAY, horizonDay - MONDAY, minutes.length]).toEqual([1096, HORIZON_DAYS, HORIZON_DAYS])
})

test('minutes that no day has are refused', () => {
  for (const minutes of [[60], [60, 60, 60, 60, 60, 60, -1], [60, 60, 60, 60, 60, 60, 1441], [60, 60, 60, 60, 60, 60, Number.NaN]]) {
    expect(() => openCalendar(makeTarget({ minutes }), MONDAY)).toThrow(UserError)
  }
})
