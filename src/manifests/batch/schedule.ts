const FIELDS = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12 },
  { name: 'day of the week', least: 0, most: 7 },
] as const

const NAMES: Readonly<Record<string, number>> = Object.freeze(
  Object.fromEntries(
    [
      ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [name, index + 1] as const),
      ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((name, index) => [name, index] as const),
    ].flat(),
  ),
)

const MACROS: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
])

/** When a CronJob is due: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax */
export interface Schedule {
  readonly minutes: ReadonlySet<number>
  readonly hours: ReadonlySet<number>
  readonly days: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>
  /** Neither field of days is `*`: then one of them has to agree, not both. */
  readonly eitherDay: boolean
}

/** Reads a schedule; a sentence says why it is none. */
export function readSchedule(text: string): Schedule | string {
  const words = (MACROS.get(text.trim()) ?? text.trim()).split(/\s+/)
  if (words.length !== 5) return `A schedule has five fields, or a name such as @daily; this one has ${words.length}.`
  const sets: ReadonlySet<number>[] = []
  for (const [index, field] of FIELDS.entries()) {
    const values = valuesOf(words[index] ?? '', field)
    if (values === undefined) return `The ${field.name} of the schedule is not from ${field.least} to ${field.most}.`
    sets.push(values)
  }
  const [minutes, hours, days, months, weekdays] = sets
  if (minutes === undefined || hours === undefined || days === undefined || months === undefined || weekdays === undefined)
    return 'The schedule cannot be read.'
  return {
    minutes,
    hours,
    days,
    months,
    weekdays: new Set([...weekdays].map((day) => day % 7)),
    eitherDay: !isAny(words[2]) && !isAny(words[4]),
  }
}

/** Whether it is due in a minute of a month that begins on a Monday; minutes count from its first midnight. */
export function isDue(schedule: Schedule, minute: number): boolean {
  const day = Math.floor(minute / 1440)
  const inDays = schedule.days.has((day % 28) + 1)
  const inWeekdays = schedule.weekdays.has((day + 1) % 7)
  return (
    schedule.minutes.has(minute % 60) &&
    schedule.hours.has(Math.floor(minute / 60) % 24) &&
    schedule.months.size > 0 &&
    (schedule.eitherDay ? inDays || inWeekdays : inDays && inWeekdays)
  )
}

function isAny(word: string | undefined): boolean {
  return word === '*' || word === '?'
}

/** Lists, ranges and steps of one field; undefined when it is malformed. */
function valuesOf(word: string, { least, most }: { readonly least: number; readonly most: number }): ReadonlySet<number> | undefined {
  const found = new Set<number>()
  for (const part of word.toLowerCase().split(',')) {
    const match = /^(\*|\?|[a-z0-9]{1,3}(?:-[a-z0-9]{1,3})?)(?:\/(\d{1,3}))?$/.exec(part)
    if (match === null) return undefined
    const [, range = '', step] = match
    const every = step === undefined ? 1 : Number(step)
    const [first = '', last] = isAny(range) ? [`${least}`, `${most}`] : range.split('-')
    const [from, to] = [numberOf(first), last === undefined ? (step === undefined ? numberOf(first) : most) : numberOf(last)]
    if (from === undefined || to === undefined || every < 1 || from < least || to > most || from > to) return undefined
    for (let value = from; value <= to; value += every) found.add(value)
  }
  return found
}

function numberOf(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  return Object.hasOwn(NAMES, word) ? NAMES[word] : undefined
}
