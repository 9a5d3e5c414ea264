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
  const format = new Intl.DateTimeFormat('en', { timeZone: isZone(zone) ? zone : 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' })
  formats.set(zone, format)
  return format
}

/** True for an IANA zone that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
