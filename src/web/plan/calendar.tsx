import type { PlanPage } from '../../server/study-contract.ts'
import { PatternLink } from '../pattern/link.tsx'
import { ACTIVITY_WORDS } from './words.ts'

type Day = PlanPage['days'][number]

/** The weeks to the date, Monday to Sunday; each day opens into what it holds. As a list it reads in the order of time. */
export function Calendar({ days, targetDate }: { readonly days: readonly Day[]; readonly targetDate: string }) {
  const weeks = weeksOf(days)
  return (
    <section aria-labelledby="calendar" className="mt-10">
      <h2 id="calendar" className="section-title mb-3">
        Day by day
      </h2>
      <ol className="grid gap-2">
        {weeks.map((week) => (
          <li key={week[0]?.date}>
            <ol className="calendar-week">
              {week.map((day, place) => (
                <li key={day.date} style={place === 0 ? { gridColumnStart: weekday(day.date) + 1 } : undefined}>
                  <DayCell day={day} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-[0.875rem]">
        <strong>{spoken(targetDate)}</strong>: the interview. No new lesson in the two days before.
      </p>
    </section>
  )
}

function DayCell({ day }: { readonly day: Day }) {
  const minutes = Math.round(day.entries.reduce((sum, entry) => sum + entry.minutes, 0))
  if (day.entries.length === 0) {
    return (
      <div className="calendar-day free">
        <span className="font-[550]">{spoken(day.date)}</span>
        <span>{day.capacity === 0 ? 'free' : 'nothing planned'}</span>
      </div>
    )
  }
  const lessons = day.entries.filter(({ activity }) => activity === 'lesson').length
  return (
    <details className="calendar-day">
      <summary>
        <span className="font-[550]">{spoken(day.date)}</span>
        <span className="text-soft tabular-nums">{minutes} min</span>
        {lessons > 0 && <span className="tag">{lessons} new</span>}
      </summary>
      <ul className="mt-2 grid gap-1.5">
        {day.entries.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two drills on a day may be equal.
          <li key={place}>
            <span className="block">{entry.lesson === undefined ? entry.topic.title : <PatternLink pattern={entry.lesson} />}</span>
            <span className="text-soft tabular-nums">
              {ACTIVITY_WORDS[entry.activity]}, {entry.minutes} min, {pointsOf(entry.gain)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What it adds to readiness at the date. */
function pointsOf(gain: number): string {
  return gain < 0.0005 ? 'under 0.1 points' : `+${(100 * gain).toFixed(1)} points`
}

function weeksOf(days: readonly Day[]): Day[][] {
  const weeks: Day[][] = []
  for (const day of days) {
    if (weeks.length === 0 || weekday(day.date) === 0) weeks.push([])
    weeks.at(-1)?.push(day)
  }
  return weeks
}

/** 0 is Monday. */
function weekday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

function spoken(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
}
