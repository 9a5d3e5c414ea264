import type { Target } from '../../domain/target.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** Minutes on each weekday, and days on which nothing is practised. */
export function Hours({
  minutes,
  daysOff,
  today,
  onChange,
}: {
  readonly minutes: readonly number[]
  readonly daysOff: readonly string[]
  readonly today: string
  readonly onChange: (change: Pick<Target, 'minutes'> | Pick<Target, 'daysOff'>) => void
}) {
  const week = minutes.reduce((sum, each) => sum + each, 0)
  return (
    <fieldset>
      <legend className="section-title mb-3">Minutes a day</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] gap-3 sm:grid-cols-7 sm:gap-2">
        {WEEKDAYS.map((weekday, place) => (
          <label key={weekday} className="grid gap-1 text-[0.8125rem]">
            <span>{weekday}</span>
            <input
              type="number"
              className="field"
              min={0}
              max={1440}
              step={5}
              inputMode="numeric"
              value={minutes[place] ?? 0}
              onChange={(event) => {
                const value = Math.min(1440, Math.max(0, Math.round(event.target.valueAsNumber || 0)))
                onChange({ minutes: minutes.map((old, at) => (at === place ? value : old)) })
              }}
            />
          </label>
        ))}
      </div>
      <p className="mt-2 text-[0.8125rem] text-soft">{(week / 60).toFixed(1).replace('.0', '')} hours a week. A day with 0 stays free.</p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <label className="flex items-center gap-2 text-[0.875rem]">
          A day off
          <input
            type="date"
            className="field"
            min={today}
            value=""
            onChange={(event) => {
              const day = event.target.value
              if (day !== '' && !daysOff.includes(day)) onChange({ daysOff: [...daysOff, day].toSorted() })
            }}
          />
        </label>
        {daysOff.map((day) => (
          <button
            key={day}
            type="button"
            className="button small"
            aria-label={`Remove the day off ${day}`}
            onClick={() => onChange({ daysOff: daysOff.filter((each) => each !== day) })}
          >
            {day} <span aria-hidden="true">×</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
