import { expect, test } from 'vitest'
import { dayAt } from './day.ts'

const day = (date: string) => Date.parse(date) / 86_400_000

test('a day ends at midnight of the zone, summer and winter', () => {
  expect(dayAt(Date.parse('2026-06-30T22:30:00Z'), 'Europe/Berlin')).toBe(day('2026-07-01'))
  expect(dayAt(Date.parse('2026-12-31T22:30:00Z'), 'Europe/Berlin')).toBe(day('2026-12-31'))
  expect(dayAt(Date.parse('2026-06-30T02:00:00Z'), 'America/Los_Angeles')).toBe(day('2026-06-29'))
  expect(dayAt(Date.parse('2026-02-28T23:59:59.999Z'), 'UTC')).toBe(day('2026-02-28'))
})

test('a zone that nobody knows counts as UTC', () => {
  expect(dayAt(Date.parse('2026-06-30T22:30:00Z'), 'Middle-earth/Shire')).toBe(day('2026-06-30'))
})
