import type { Difference, Shown } from '../../domain/shown.ts'

/** A cell of the grid that a value is shown as. */
interface Cell {
  /** `null` is a missing value. */
  readonly text: string | null
  readonly differs: boolean
}

/** A value as rows of cells, with the names of its rows and columns. */
export interface Grid {
  readonly columns: readonly { readonly name: string; readonly dtype: string; readonly numeric: boolean }[]
  readonly index: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** dtypes whose values read best aligned to the right: those of numpy, pandas and PostgreSQL. */
const NUMERIC = /^(u?int|float|double|complex|bool|numeric|decimal|real|bigint|smallint|Int|Float)/

/** The grid of an array or a table; undefined for plain text. `marked` are `[row, column]` of the cells that differ. */
export function gridOf(shown: Shown, marked: Difference['cells'] = []): Grid | undefined {
  if (shown.kind === 'text') return undefined
  const marks = new Set(marked.map(([row, column]) => `${row},${column}`))
  const mark = (rows: readonly (readonly (string | null)[])[]) =>
    rows.map((row, r) => row.map((text, c) => ({ text, differs: marks.has(`${r},${c}`) })))
  if (shown.kind === 'table') {
    const columns = shown.columns.map((column) => ({ ...column, numeric: NUMERIC.test(column.dtype) }))
    return { columns, index: shown.index, rows: mark(shown.rows) }
  }
  return { columns: [], index: [], rows: mark(shown.cells) }
}

/** What a value is, in a line: `ndarray · float64 · shape (2, 3)`. */
export function describe(shown: Shown): string {
  switch (shown.kind) {
    case 'text':
      return shown.type
    case 'array':
      return `${shown.type} · ${shown.dtype} · shape (${shown.shape.join(', ')}${shown.shape.length === 1 ? ',' : ''})`
    case 'table':
      return `${shown.type} · ${count(shown.rowCount, 'row')} × ${count(shown.columns.length, 'column')}`
  }
}

/** What differs beyond single cells, in sentences: kind, shape, dtype, columns, number of rows. */
export function contrasts({ expected, actual }: Difference): readonly string[] {
  if (expected.kind !== actual.kind || expected.type !== actual.type) return [sentence('type', expected.type, actual.type)]
  if (expected.kind === 'array' && actual.kind === 'array') {
    return [
      ...(shapeOf(expected.shape) === shapeOf(actual.shape) ? [] : [sentence('shape', shapeOf(expected.shape), shapeOf(actual.shape))]),
      ...(expected.dtype === actual.dtype ? [] : [sentence('dtype', expected.dtype, actual.dtype)]),
    ]
  }
  if (expected.kind === 'table' && actual.kind === 'table') {
    const names = (columns: typeof expected.columns) => columns.map(({ name }) => name).join(', ')
    const dtypes = expected.columns.flatMap((column, index) => {
      const other = actual.columns[index]
      if (other === undefined || other.name !== column.name || other.dtype === column.dtype) return []
      return [sentence(`dtype of ${column.name}`, column.dtype, other.dtype)]
    })
    return [
      ...(names(expected.columns) === names(actual.columns)
        ? dtypes
        : [sentence('columns', names(expected.columns), names(actual.columns))]),
      ...(expected.rowCount === actual.rowCount ? [] : [sentence('rows', String(expected.rowCount), String(actual.rowCount))]),
    ]
  }
  return []
}

/** A text cut where it starts and stops to differ from another. */
export interface Span {
  readonly before: string
  readonly middle: string
  readonly after: string
}

/** Both texts with the part that differs between their common start and end. */
export function spans(expected: string, actual: string): readonly [Span, Span] {
  const shortest = Math.min(expected.length, actual.length)
  let start = 0
  while (start < shortest && expected[start] === actual[start]) start++
  let end = 0
  while (end < shortest - start && expected.at(-1 - end) === actual.at(-1 - end)) end++
  const cut = (text: string): Span => ({
    before: text.slice(0, start),
    middle: text.slice(start, text.length - end),
    after: text.slice(text.length - end),
  })
  return [cut(expected), cut(actual)]
}

function shapeOf(shape: readonly number[]): string {
  return `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`
}

function sentence(what: string, expected: string, actual: string): string {
  return `${what}: expected ${expected}, got ${actual}`
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}
