import type { Difference } from '../domain/shown.ts'
import { type CellText, cellOf, isFloat, sameCell } from './cell.ts'
import { type Row, matchRows, sameRow } from './match.ts'
import { type Table, isShown, showCell, showTable, viewFrom } from './show-table.ts'

export interface TableRule {
  /** `bag`: the order of rows does not count, how often each comes does. */
  readonly compare: 'bag' | 'ordered'
  /** Absolute and relative, for floating-point numbers and quotients; 0 compares exactly. */
  readonly tolerance: number
}

export type TableComparison =
  | { readonly equal: true }
  /** `message` is one sentence without a full stop: what is wrong first, and how much of it there is. */
  | { readonly equal: false; readonly message: string; readonly difference: Difference }

/** A numeric with more decimals than this is a rounded quotient (PostgreSQL divides to at least 16 digits): the tolerance holds for it too. */
const DECIMALS_OF_A_QUOTIENT = 10

/** Compares a query's result with the expected one: names and order of the columns, then the rows. */
export function compareTables(expected: Table, actual: Table, rule: TableRule): TableComparison {
  const columns = columnMessage(names(expected), names(actual))
  if (columns !== undefined) return { equal: false, message: columns, difference: columnDifference(expected, actual) }
  const tolerances = expected.columns.map((_, column) => (isTolerant(expected, actual, column) ? rule.tolerance : 0))
  const wanted = rowsOf(expected)
  const got = rowsOf(actual)
  const inPlace = wanted.length === got.length && wanted.every((row, index) => sameRow(row, got[index] ?? [], tolerances))
  if (inPlace) return { equal: true }
  const partners = matchRows(wanted, got, tolerances)
  const sameBag = wanted.length === got.length && !partners.includes(-1)
  if (sameBag && rule.compare === 'bag') return { equal: true }
  const pairs = rule.compare === 'bag' ? alignBag(wanted, got, partners, tolerances) : alignInOrder(wanted, got)
  return describe(expected, actual, { pairs, wanted, got, tolerances, sameBag })
}

/** Rows that are looked at side by side; undefined where one side has none. */
interface Pair {
  readonly expected: number | undefined
  readonly actual: number | undefined
}

interface Alignment {
  readonly pairs: readonly Pair[]
  readonly wanted: readonly Row[]
  readonly got: readonly Row[]
  readonly tolerances: readonly number[]
  /** The rows are right, only their order is not. */
  readonly sameBag: boolean
}

function describe(expected: Table, actual: Table, alignment: Alignment): TableComparison {
  const { pairs } = alignment
  const cells = pairs.flatMap((pair, place) =>
    differingColumns(pair, alignment, expected.columns.length).map((column) => [place, column] as const),
  )
  const first = cells[0] ?? [0, 0]
  const from = viewFrom(first[0])
  const pick = (table: Table, side: keyof Pair): Table => ({
    ...table,
    rows: pairs.flatMap((pair) => (pair[side] === undefined ? [] : [table.rows[pair[side]] ?? []])),
  })
  const shown = { expected: pick(expected, 'expected'), actual: pick(actual, 'actual') }
  return {
    equal: false,
    message: rowMessage(shown.expected, shown.actual, { cells, sameBag: alignment.sameBag }),
    difference: {
      expected: showTable(shown.expected, from),
      actual: showTable(shown.actual, from),
      cells: cells.filter((cell) => isShown(cell, from)).map(([row, column]) => [row - from, column]),
    },
  }
}

function differingColumns(pair: Pair, { wanted, got, tolerances }: Alignment, width: number): readonly number[] {
  const columns = Array.from({ length: width }, (_, column) => column)
  if (pair.expected === undefined || pair.actual === undefined) return columns
  const [a, b] = [wanted[pair.expected] ?? [], got[pair.actual] ?? []]
  return columns.filter((column) => !sameCell(a[column] ?? { kind: 'null' }, b[column] ?? { kind: 'null' }, tolerances[column] ?? 0))
}

function rowMessage(
  expected: Table,
  actual: Table,
  found: { readonly cells: readonly (readonly [number, number])[]; readonly sameBag: boolean },
): string {
  const [row, column] = found.cells[0] ?? [0, 0]
  const wanted = expected.rows[row]
  const got = actual.rows[row]
  if (found.sameBag && wanted !== undefined)
    return `the rows are right but not in the order asked for: row ${row + 1} should be ${rowText(expected, wanted)}`
  const surplus = actual.rows.length - expected.rows.length
  const count = surplus === 0 ? '' : surplus > 0 ? `${rows(surplus)} too many` : `${rows(-surplus)} missing`
  if (actual.rows.length === 0) return `no rows; expected ${rows(expected.rows.length)}`
  if (expected.rows.length === 0) return `${count}: none was expected`
  if (wanted === undefined && got !== undefined) return `${count}: ${rowText(actual, got)}`
  if (got === undefined && wanted !== undefined) return `${count}: ${rowText(expected, wanted)}`
  const place = `row ${row + 1}, column ${expected.columns[column]?.name}`
  const cell = `${place}: expected ${cellText(wanted?.[column])}, got ${cellText(got?.[column])}`
  const differing = new Set(
    found.cells.map(([index]) => index).filter((index) => index < Math.min(actual.rows.length, expected.rows.length)),
  ).size
  return [cell, ...(differing > 1 ? [`${rows(differing)} differ`] : []), ...(count === '' ? [] : [count])].join('; ')
}

/** Rows with a partner in the learner's order, then the most similar of those without one, then what is left over on one side. */
function alignBag(
  wanted: readonly Row[],
  got: readonly Row[],
  partners: readonly number[],
  tolerances: readonly number[],
): readonly Pair[] {
  const taken = new Set(partners)
  const left = wanted.map((_, index) => index).filter((index) => !taken.has(index))
  const pairs: Pair[] = []
  const surplus: Pair[] = []
  partners.forEach((partner, actual) => {
    if (partner !== -1) {
      pairs.push({ expected: partner, actual })
      return
    }
    const expected = takeMostSimilar(left, wanted, got[actual] ?? [], tolerances)
    if (expected === undefined) surplus.push({ expected: undefined, actual })
    else pairs.push({ expected, actual })
  })
  return [...pairs, ...surplus, ...left.map((expected) => ({ expected, actual: undefined }))]
}

/** How many rows are looked at to find the most similar: beyond that nobody reads it. */
const CANDIDATES = 200

function takeMostSimilar(left: number[], wanted: readonly Row[], row: Row, tolerances: readonly number[]): number | undefined {
  let best = 0
  let most = -1
  left.slice(0, CANDIDATES).forEach((index, place) => {
    const equal = row.filter((cell, column) => sameCell(wanted[index]?.[column] ?? { kind: 'null' }, cell, tolerances[column] ?? 0)).length
    if (equal > most) [best, most] = [place, equal]
  })
  return left.splice(best, 1)[0]
}

function alignInOrder(wanted: readonly Row[], got: readonly Row[]): readonly Pair[] {
  return Array.from({ length: Math.max(wanted.length, got.length) }, (_, index) => ({
    expected: index < wanted.length ? index : undefined,
    actual: index < got.length ? index : undefined,
  }))
}

function isTolerant(expected: Table, actual: Table, column: number): boolean {
  const types = [expected, actual].map((table) => table.columns[column]?.type ?? '')
  if (types.some(isFloat)) return true
  if (!types.some((type) => type.startsWith('numeric'))) return false
  const isQuotient = (row: readonly CellText[]) => (row[column] ?? '').replace(/0+$/, '').split('.')[1]?.length ?? 0
  return [expected, actual].some((table) => table.rows.some((row) => isQuotient(row) >= DECIMALS_OF_A_QUOTIENT))
}

function columnMessage(expected: readonly string[], actual: readonly string[]): string | undefined {
  if (expected.length === actual.length && expected.every((name, index) => name === actual[index])) return undefined
  const both = `expected ${listed(expected)}; got ${listed(actual)}`
  if (listed([...expected].sort()) === listed([...actual].sort())) return `the columns are in another order: ${both}`
  const odd = expected.findIndex((name, index) => name !== actual[index])
  const others = expected.every((name, index) => index === odd || name === actual[index])
  if (expected.length === actual.length && others) {
    return `column ${odd + 1} is named ${actual[odd]}; expected ${expected[odd]} (name it with AS)`
  }
  return `the columns differ: ${both}`
}

function columnDifference(expected: Table, actual: Table): Difference {
  const odd = actual.columns.flatMap(({ name }, column) => (name === expected.columns[column]?.name ? [] : [column]))
  const shown = { expected: showTable(expected), actual: showTable(actual) }
  const cells = shown.actual.rows.flatMap((_, row) => odd.map((column) => [row, column] as const))
  return { ...shown, cells: cells.filter((cell) => isShown(cell, 0)) }
}

function rowsOf(table: Table): readonly Row[] {
  return table.rows.map((row) => row.map((text, column) => cellOf(text, table.columns[column]?.type ?? 'text')))
}

function names(table: Table): readonly string[] {
  return table.columns.map(({ name }) => name)
}

function listed(columns: readonly string[]): string {
  return columns.length === 0 ? 'none' : columns.join(', ')
}

/** Of a wide row the first columns are enough to find it. */
const CELLS_IN_WORDS = 8

function rowText(table: Table, row: readonly CellText[]): string {
  const cells = row.slice(0, CELLS_IN_WORDS).map((text, column) => `${table.columns[column]?.name} = ${cellText(text)}`)
  return `(${[...cells, ...(row.length > cells.length ? ['…'] : [])].join(', ')})`
}

function cellText(text: CellText | undefined): string {
  return text === null || text === undefined ? 'NULL' : text === '' ? "''" : (showCell(text) ?? 'NULL')
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`
}
