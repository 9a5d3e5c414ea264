const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * Whole days since 1970-01-01 on the calendar of a zone, e.g. `Europe/Berlin`, at a moment in milliseconds since 1970.
 * A zone that nobody knows counts as UTC.
 */
export function dayAt(moment: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day')) / DAY_MS
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = formatIn(zone) ?? formatIn('UTC')
  if (format === undefined) throw new Error('This machine does not know UTC.')
  formats.set(zone, format)
  return format
}

/** Undefined for a zone that this machine does not know. */
function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' })
  } catch {
    return undefined
  }
}
