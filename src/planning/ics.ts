import type { Plan, PlanDay, PlanEntry } from '../domain/plan.ts'
import { formatDay } from './calendar.ts'

/** Octets of a line before it is folded (RFC 5545, 3.1). */
const LINE_OCTETS = 75

export interface IcsOptions {
  /** When the file is written, UTC, e.g. `20261122T190000Z`. */
  readonly stamp: string
  /** Names patterns for a person. An entry that is not to be given away is named by its activity alone. */
  readonly titleOf: (pattern: string) => string | undefined
  /** Keeps one learner's events apart from another's; part of every event's id. */
  readonly learner: string
}

/**
 * The plan as a calendar (RFC 5545): one all-day event for each day with something to do, and the interview. Importing a later
 * plan replaces the days of an earlier one, since a day keeps its id.
 */
export function writeIcs(plan: Plan, options: IcsOptions): string {
  const events = plan.days.filter(({ entries }) => entries.length > 0).flatMap((day) => dayEvent(day, options))
  const interview = event(plan.targetDay, 'Interview', 'The day that the plan counts back from.', { ...options, kind: 'interview' })
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Onsite//Plan//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Onsite',
    ...events,
    ...interview,
    'END:VCALENDAR',
  ]
    .map(fold)
    .join('')
}

function dayEvent({ day, entries }: PlanDay, options: IcsOptions): readonly string[] {
  const minutes = entries.reduce((sum, each) => sum + each.minutes, 0)
  const lessons = entries.filter(({ activity }) => activity === 'lesson')
  const counts = (['exercise', 'drill', 'question'] as const).flatMap((activity) => {
    const count = entries.filter((entry) => entry.activity === activity).length
    return count === 0 ? [] : [`${count} ${activity}${count === 1 ? '' : 's'}`]
  })
  const news = lessons.map((entry) => `New: ${nameOf(entry, options)}`)
  return event(day, `Onsite: ${Math.round(minutes)} minutes`, [...news, counts.join(', ')].filter(Boolean).join('\n'), {
    ...options,
    kind: 'day',
  })
}

/** A lesson says what it is about; the rest is met without its pattern's name. */
function nameOf({ pattern }: PlanEntry, { titleOf }: IcsOptions): string {
  return titleOf(pattern) ?? 'a pattern'
}

function event(
  day: number,
  summary: string,
  description: string,
  { stamp, learner, kind }: IcsOptions & { readonly kind: string },
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${kind === 'day' ? formatDay(day) : kind}-${learner.replaceAll(/[^A-Za-z0-9-]/g, '-')}@onsite`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${formatDay(day).replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${formatDay(day + 1).replaceAll('-', '')}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (each) => `\\${each}`)
    .replaceAll(/\r\n|\n|\r/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ')
}

/** A line longer than 75 octets goes on in the next one after a space; no character is cut in two. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
