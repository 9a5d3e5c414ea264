import type { ShownTable } from '../domain/shown.ts'
import type { CellText } from './cell.ts'

/** The result of a query: columns with their SQL type (`integer`, `text`, `numeric` ...) and rows as PostgreSQL writes them. */
export interface Table {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: readonly (readonly CellText[])[]
}

/** How much of a table a person is shown. */
const ROWS = 50
const COLUMNS = 40
const CHARACTERS = 200

/** The table from a row on, cut to what a person can look at; rows that are not the first are numbered, from 1. */
export function showTable(table: Table, from = 0): ShownTable {
  const rows = table.rows.slice(from, from + ROWS)
  return {
    kind: 'table',
    type: 'table',
    columns: table.columns.slice(0, COLUMNS).map(({ name, type }) => ({ name, dtype: type })),
    index: from === 0 ? [] : rows.map((_, place) => `${from + place + 1}`),
    rows: rows.map((row) => row.slice(0, COLUMNS).map(showCell)),
    rowCount: table.rows.length,
    truncated: table.rows.length > rows.length || table.columns.length > COLUMNS,
  }
}

/** The first row of a view that has this row in it, with what goes before it. */
export function viewFrom(row: number): number {
  return row < ROWS ? 0 : row - 5
}

export function isShown([row, column]: readonly [number, number], from: number): boolean {
  return row >= from && row < from + ROWS && column < COLUMNS
}

export function showCell(text: CellText): CellText {
  if (text === null || text.length <= CHARACTERS) return text
  return `${text.slice(0, CHARACTERS)}…`
}
