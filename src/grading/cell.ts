/** One value of a query's result, as PostgreSQL writes it (sessions in UTC, ISO dates), or NULL. */
export type CellText = string | null

/** A value that knows how to be compared: numbers by what they are worth, moments by when they are, everything else by its text. */
export type Cell =
  | { readonly kind: 'null' }
  | { readonly kind: 'number'; readonly digits: string; readonly value: number }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  | { readonly kind: 'boolean' | 'moment' | 'json' | 'text'; readonly text: string }

const NULL: Cell = { kind: 'null' }
const NUMBERS = new Set(['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'oid'])
const MOMENTS = new Set(['date', 'timestamp without time zone', 'timestamp with time zone'])

export function isFloat(type: string): boolean {
  return /^(real|double precision)(\[\])?$/.test(type)
}

/** Reads a value of a column by the column's SQL type (`integer`, `numeric`, `text`, `real[]` ...). */
export function cellOf(text: CellText, type: string): Cell {
  if (text === null) return NULL
  if (type.endsWith('[]')) return { kind: 'list', items: itemsOf(text).map((item) => cellOf(item, type.slice(0, -2))) }
  if (NUMBERS.has(type)) return { kind: 'number', digits: digitsOf(text), value: Number(text) }
  if (type === 'boolean') return { kind: 'boolean', text }
  if (MOMENTS.has(type)) return { kind: 'moment', text: momentOf(text) }
  if (type === 'json' || type === 'jsonb') return { kind: 'json', text: jsonOf(text) }
  return { kind: 'text', text: type === 'character' ? text.trimEnd() : text }
}

/** Equal exactly when the keys are. */
export function keyOf(cell: Cell): string {
  if (cell.kind === 'null') return 'null'
  if (cell.kind === 'number') return `number ${cell.digits}`
  if (cell.kind === 'list') return JSON.stringify(cell.items.map(keyOf))
  return `${cell.kind} ${cell.text}`
}

/** NULL equals NULL, NaN equals NaN; numbers may differ by the tolerance, absolutely or relative to the larger. */
export function sameCell(a: Cell, b: Cell, tolerance: number): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.digits === b.digits || isClose(a.value, b.value, tolerance)
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length && a.items.every((item, index) => sameCell(item, b.items[index] ?? NULL, tolerance))
  }
  return keyOf(a) === keyOf(b)
}

export function isClose(a: number, b: number, tolerance: number): boolean {
  return tolerance > 0 && Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b)) && Number.isFinite(a) && Number.isFinite(b)
}

/** A number's digits and exponent without zeros at the ends: `120`, `1.2e2` and `120.00` are all `12e1`. */
function digitsOf(text: string): string {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text)
  if (match === null) return text
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = (whole + fraction).replace(/^0+/, '')
  const short = digits.replace(/0+$/, '')
  if (short === '') return '0'
  return `${sign === '-' ? '-' : ''}${short}e${Number(exponent) - fraction.length + digits.length - short.length}`
}

/** A date is its first instant; a time with zone is in UTC, since the session is. */
function momentOf(text: string): string {
  const instant = text.replace(/[+-]00(?::00)?$/, '')
  return /^\d+-\d\d-\d\d$/.test(instant) ? `${instant} 00:00:00` : instant
}

function jsonOf(text: string): string {
  return JSON.stringify(JSON.parse(text), (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** The items of an array literal, `{1,NULL,"a \"b\"",{2}}`; a nested array stays a literal. */
function itemsOf(literal: string): readonly CellText[] {
  // An array that does not count from 1 says so first: [0:1]={1,2}.
  const text = literal.slice(literal.indexOf('{') + 1, -1)
  const items: CellText[] = []
  let item = ''
  let depth = 0
  let quoted = false
  let wasQuoted = false
  const end = () => {
    items.push(item === 'NULL' && !wasQuoted ? null : item)
    item = ''
    wasQuoted = false
  }
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '\\' && quoted) {
      if (depth > 0) item += char
      at++
      item += text.charAt(at)
    } else if (char === '"') {
      quoted = !quoted
      wasQuoted = true
      if (depth > 0) item += char
    } else if (char === ',' && depth === 0 && !quoted) {
      end()
    } else {
      if (!quoted) depth += char === '{' ? 1 : char === '}' ? -1 : 0
      item += char
    }
  }
  if (text !== '') end()
  return items
}
