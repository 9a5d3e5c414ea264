import type { Target } from '../domain/target.ts'
import { UserError } from '../domain/user-error.ts'

/** A plan looks at most so many days ahead; a later interview is planned for from checkpoint to checkpoint. */
export const HORIZON_DAYS = 120
const MINUTES_OF_A_DAY = 1440
/** So far ahead a date is a slip of the pen. */
const LATEST_YEAR = 2200

/** The days between today and the interview. Days are whole numbers since 1970-01-01 on the learner's own calendar, so no clock change matters. */
export interface Calendar {
  readonly today: number
  readonly targetDay: number
  /** The day that readiness is planned for: the interview's, or a checkpoint `HORIZON_DAYS` ahead when that comes first. */
  readonly horizonDay: number
  /** Minutes on each day from today; the day of the interview itself is for the interview. */
  readonly minutes: readonly number[]
}

/** Throws UserError for a date that is none or is over, and for minutes that are none. A date of today gives a calendar without days. */
export function openCalendar(target: Pick<Target, 'date' | 'minutes' | 'daysOff'>, today: number): Calendar {
  const targetDay = parseDay(target.date, 'date')
  if (targetDay < today) {
    throw new UserError(`The interview was on ${target.date}, ${count(today - targetDay, 'day')} ago`, {
      where: 'date',
      fix: 'Set the date of the next interview: a plan counts back from it.',
    })
  }
  const week = parseMinutes(target.minutes)
  const off = new Set(target.daysOff.map((date) => parseDay(date, 'daysOff')))
  const horizonDay = Math.min(targetDay, today + HORIZON_DAYS)
  const minutes = Array.from({ length: horizonDay - today }, (_, index) =>
    off.has(today + index) ? 0 : (week[weekday(today + index)] ?? 0),
  )
  return { today, targetDay, horizonDay, minutes }
}

/** Day of a date `YYYY-MM-DD`. Throws UserError for anything else, 30 February included. */
export function parseDay(date: string, where: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const [year, month, day] = (match ?? []).slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined || year < 1970 || year > LATEST_YEAR) {
    throw new UserError(`"${date}" is not a date`, { where, fix: 'Write it as year, month and day, like 2027-03-05.' })
  }
  const at = Date.UTC(year, month - 1, day) / 86_400_000
  if (formatDay(at) !== date) {
    throw new UserError(`There is no day ${date}`, { where, fix: 'Look it up on a calendar and write it like 2027-03-05.' })
  }
  return at
}

/** `YYYY-MM-DD`. */
export function formatDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

function parseMinutes(minutes: readonly number[]): readonly number[] {
  if (minutes.length !== 7) {
    throw new UserError(`There are minutes for ${count(minutes.length, 'day')} instead of seven`, {
      where: 'minutes',
      fix: 'Give the minutes of each weekday, Monday first; 0 for a day without practice.',
    })
  }
  for (const each of minutes) {
    if (!(Number.isFinite(each) && each >= 0 && each <= MINUTES_OF_A_DAY)) {
      throw new UserError(`A day has no ${each} minutes`, { where: 'minutes', fix: 'Give each weekday between 0 and 1440 minutes.' })
    }
  }
  return minutes
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
