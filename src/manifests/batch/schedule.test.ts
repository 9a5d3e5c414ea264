import { expect, test } from 'vitest'
import { isDue, readSchedule } from './schedule.ts'

/** Minutes of two weeks from a Monday, the first of a month, at which it is due. */
function dueIn(text: string, days = 14): readonly number[] {
  const schedule = readSchedule(text)
  if (typeof schedule === 'string') throw new Error(schedule)
  return Array.from({ length: days * 1440 }, (_, minute) => minute).filter((minute) => isDue(schedule, minute))
}

test.each([
  ['0 */4 * * *', 1, [0, 240, 480, 720, 960, 1200]],
  ['0 0-20/4 * * *', 1, [0, 240, 480, 720, 960, 1200]],
  ['30 2,14 * * *', 1, [150, 870]],
  ['@hourly', 1, Array.from({ length: 24 }, (_, hour) => hour * 60)],
  ['5/20 3 * * *', 1, [185, 205, 225]],
  ['0 6 * * sun', 14, [6 * 1440 + 360, 13 * 1440 + 360]],
  ['0 6 * * 7', 14, [6 * 1440 + 360, 13 * 1440 + 360]],
  // Both fields of days: either is enough.
  ['0 0 2 * MON', 7, [0, 1440]],
])('%s is due when cron says', (text, days, expected) => {
  expect(dueIn(text, days)).toEqual(expected)
})

test.each([
  '* * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '*/0 * * * *',
  '5-1 * * * *',
  'a * * * *',
  '@sometimes',
  '1,,2 * * * *',
  '* * * * constructor',
])('%s is refused with a sentence', (text) => {
  expect(readSchedule(text)).toEqual(expect.stringMatching(/\.$/))
})
