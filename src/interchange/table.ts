import { CsvError, parse } from 'csv-parse/sync'
import type { Rating } from '../domain/evidence.ts'
import { UserError } from '../domain/user-error.ts'
import type { ForeignReview } from './review.ts'

/** What columns may be called, best first. FSRS review logs say `card_id`, `review_time`, `review_rating`. */
const COLUMNS = {
  label: ['pattern', 'tags', 'tag', 'deck', 'front', 'title', 'card', 'card_id'],
  rating: ['rating', 'review_rating', 'ease', 'grade', 'button'],
  time: ['time', 'review_time', 'reviewed_at', 'timestamp', 'datetime', 'date', 'at'],
} as const

const WORDS: Readonly<Record<string, Rating>> = {
  again: 1,
  fail: 1,
  failed: 1,
  wrong: 1,
  hard: 2,
  good: 3,
  pass: 3,
  passed: 3,
  right: 3,
  easy: 4,
}

interface Row {
  readonly record: Readonly<Record<string, string>>
  readonly info: { readonly lines: number }
}

/** Reads a table with a header: commas, semicolons or tabs. `now`, milliseconds, is when reviews end. Throws UserError with the line. */
export function readTable(text: string, { name, now }: { readonly name: string; readonly now: number }): readonly ForeignReview[] {
  const [header = ''] = text.split('\n', 1)
  const delimiter = [',', ';', '\t'].toSorted((one, other) => header.split(other).length - header.split(one).length)[0] ?? ','
  const rows = parseRows(text, delimiter, name)
  const columns = columnsOf(header, delimiter, name)
  if (rows.length === 0)
    throw new UserError('There is no review below the header.', { where: name, fix: 'Export the review log again, with its rows.' })
  return rows.map(({ record, info }) => {
    const where = `${name}:${info.lines}`
    const labels = columns.labels.flatMap((column) => {
      const label = record[column] ?? ''
      return column === 'tags' ? [...label.split(/[\s,;]+/), label] : [label]
    })
    return {
      at: timeOf(record[columns.time] ?? '', now, where),
      rating: ratingOf(record[columns.rating] ?? '', where),
      labels: labels.filter((label) => label.trim() !== ''),
    }
  })
}

function parseRows(text: string, delimiter: string, name: string): readonly Row[] {
  try {
    return parse(text, {
      columns: (header: string[]) => header.map(key),
      delimiter,
      info: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 1_000_000,
    }) as unknown as readonly Row[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error['lines'] === 'number' ? error['lines'] : 1
    throw new UserError(`Is not a table: ${error.message}.`, {
      where: `${name}:${line}`,
      fix: 'Export it again as CSV, with as many cells in each row as in the header.',
    })
  }
}

function columnsOf(
  header: string,
  delimiter: string,
  name: string,
): { readonly labels: readonly string[]; readonly rating: string; readonly time: string } {
  const there = header.split(delimiter).map((cell) => key(cell.trim().replaceAll('"', '')))
  const labels = COLUMNS.label.filter((column) => there.includes(column))
  const rating = COLUMNS.rating.find((column) => there.includes(column))
  const time = COLUMNS.time.find((column) => there.includes(column))
  if (labels.length > 0 && rating !== undefined && time !== undefined) return { labels, rating, time }
  const missing = [
    ...(labels.length === 0 ? ['which pattern (`pattern`, `tags`, `deck` or `front`)'] : []),
    ...(rating === undefined ? ['the grade (`rating`)'] : []),
    ...(time === undefined ? ['when (`time`)'] : []),
  ]
  throw new UserError(`No column says ${missing.join(', and none ')}.`, {
    where: `${name}:1`,
    fix: `Name the columns in the first line, e.g. \`pattern,rating,time\`; it has ${there.filter(Boolean).slice(0, 12).join(', ') || 'none'}.`,
  })
}

function key(column: string): string {
  return column
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
}

function ratingOf(text: string, where: string): Rating {
  const word = text.trim().toLowerCase()
  const rating = WORDS[word] ?? (/^[1-4](?:\.0+)?$/.test(word) ? Number(word) : undefined)
  if (rating !== undefined) return rating as Rating
  throw new UserError(`"${text.slice(0, 40)}" is no grade.`, { where, fix: 'Write 1 (again), 2 (hard), 3 (good) or 4 (easy).' })
}

/** Milliseconds or seconds since 1970, or a date; a date without a zone is one of UTC. */
function timeOf(text: string, now: number, where: string): number {
  const number = /^\d{9,14}(?:\.\d+)?$/.test(text) ? Number(text) : undefined
  const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.test(text)
    ? text.replace(' ', 'T')
    : undefined
  const zoned = iso === undefined || /Z$|[+-]\d{2}:?\d{2}$/.test(iso.slice(10)) || iso.length === 10 ? iso : `${iso}Z`
  const at = number === undefined ? (zoned === undefined ? Number.NaN : Date.parse(zoned)) : number < 1e11 ? number * 1000 : number
  if (Number.isNaN(at)) {
    throw new UserError(`"${text.slice(0, 40)}" is no time.`, {
      where,
      fix: 'Write milliseconds since 1970, or e.g. 2026-05-01T18:30:00Z.',
    })
  }
  requirePast(at, now, where)
  return Math.round(at)
}

const DAY_MS = 86_400_000
/** Nobody had such programs before. */
const EARLIEST = Date.UTC(1990, 0, 1)

/** A clock may be a day off, no more. Throws UserError. */
export function requirePast(at: number, now: number, where: string): void {
  if (at >= EARLIEST && at <= now + DAY_MS) return
  throw new UserError(`A review ${at < EARLIEST ? 'before 1990' : 'in the future'}: ${sayTime(at)}.`, {
    where,
    fix: 'Mend the time: milliseconds since 1970, or e.g. 2026-05-01T18:30:00Z.',
  })
}

function sayTime(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString()
}
