import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellText } from './cell.ts'
import type { Table } from './show-table.ts'
import { type TableRule, compareTables } from './table.ts'

const BAG: TableRule = { compare: 'bag', tolerance: 1e-9 }
const ORDERED: TableRule = { compare: 'ordered', tolerance: 1e-9 }

test('rows in another order are the same bag and another list', () => {
  const expected = table('shop text, total integer', [
    ['a', '1'],
    ['b', '2'],
  ])
  const actual = table('shop text, total integer', [
    ['b', '2'],
    ['a', '1'],
  ])
  expect(compareTables(expected, actual, BAG)).toEqual({ equal: true })
  expect(sentence(expected, actual, ORDERED)).toBe(
    'the rows are right but not in the order asked for: row 1 should be (shop = a, total = 1)',
  )
})

test('how often a row comes counts in a bag', () => {
  const once = table('x integer', [['1'], ['2']])
  const twice = table('x integer', [['1'], ['2'], ['2']])
  expect(sentence(once, twice, BAG)).toBe('1 row too many: (x = 2)')
  expect(sentence(twice, once, BAG)).toBe('1 row missing: (x = 2)')
})

test('a differing cell is named by row and column, with both values', () => {
  const expected = table('shop text, total numeric', [
    ['a', '12.5'],
    ['b', null],
  ])
  const actual = table('shop text, total numeric', [
    ['b', null],
    ['a', '12'],
  ])
  const comparison = compareTables(expected, actual, BAG)
  expect(comparison).toMatchObject({ equal: false, message: 'row 2, column total: expected 12.5, got 12' })
  // The expected rows stand beside those they belong to.
  expect(comparison).toMatchObject({
    difference: {
      expected: {
        rows: [
          ['b', null],
          ['a', '12.5'],
        ],
      },
      actual: {
        rows: [
          ['b', null],
          ['a', '12'],
        ],
      },
      cells: [[1, 1]],
    },
  })
})

test('NULL equals NULL and nothing else', () => {
  const nothing = table('x text', [[null]])
  expect(compareTables(nothing, table('x integer', [[null]]), BAG)).toEqual({ equal: true })
  expect(sentence(nothing, table('x text', [['']]), BAG)).toBe("row 1, column x: expected NULL, got ''")
  expect(sentence(table('x integer', [['0']]), nothing, BAG)).toBe('row 1, column x: expected 0, got NULL')
})

test.each([
  ['bigint', '3', 'integer', '3'],
  ['bigint', '3', 'numeric', '3.00'],
  ['numeric', '0.10', 'numeric', '.1'],
  ['numeric', '-0.0', 'integer', '0'],
  ['double precision', '1e+20', 'numeric', '100000000000000000000'],
  ['double precision', '0.30000000000000004', 'numeric', '0.3'],
  ['numeric', '3.3333333333333333', 'numeric', '3.33333333333333333333'],
  ['double precision', 'NaN', 'numeric', 'NaN'],
  ['double precision', '-Infinity', 'double precision', '-Infinity'],
  ['date', '2024-01-31', 'timestamp without time zone', '2024-01-31 00:00:00'],
  ['timestamp with time zone', '2024-01-31 10:00:00+00', 'timestamp without time zone', '2024-01-31 10:00:00'],
  ['character', 'ab   ', 'text', 'ab'],
  ['jsonb', '{"a": 1, "b": 2}', 'json', '{"b":2,"a":1}'],
  ['double precision[]', '{0.1,NULL,0.3}', 'numeric[]', '{0.10,NULL,0.30000000000000004}'],
  ['text[]', '{a,"b,\\"c"}', 'character varying[]', '{"a","b,\\"c"}'],
])('%s %s equals %s %s', (typeA, a, typeB, b) => {
  expect(compareTables(table(`x ${typeA}`, [[a]]), table(`x ${typeB}`, [[b]]), BAG)).toEqual({ equal: true })
})

test.each([
  ['bigint', '9007199254740993', 'bigint', '9007199254740992'],
  ['numeric', '100000000.01', 'numeric', '100000000.02'],
  ['integer', '3', 'text', '3'],
  ['boolean', 't', 'text', 't'],
  ['double precision', 'NaN', 'double precision', '0'],
  ['double precision', 'Infinity', 'double precision', '1e308'],
  ['double precision', '1', 'double precision', '1.00001'],
  ['date', '2024-01-31', 'timestamp without time zone', '2024-01-31 00:00:01'],
  ['text', 'ab ', 'text', 'ab'],
  ['text[]', '{NULL}', 'text[]', '{"NULL"}'],
  ['text[]', '{}', 'text[]', '{""}'],
])('%s %s differs from %s %s', (typeA, a, typeB, b) => {
  expect(compareTables(table(`x ${typeA}`, [[a]]), table(`x ${typeB}`, [[b]]), BAG).equal).toBe(false)
})

test('names and order of the columns count', () => {
  const rows = [['1', '2']]
  const expected = table('a integer, b integer', rows)
  expect(sentence(expected, table('a integer, sum integer', rows), BAG)).toBe('column 2 is named sum; expected b (name it with AS)')
  expect(sentence(expected, table('b integer, a integer', rows), BAG)).toBe('the columns are in another order: expected a, b; got b, a')
  expect(sentence(expected, table('a integer', [['1']]), BAG)).toBe('the columns differ: expected a, b; got a')
})

test('empty results compare by their columns', () => {
  const empty = table('a integer', [])
  expect(compareTables(empty, table('a text', []), BAG)).toEqual({ equal: true })
  expect(sentence(empty, table('a integer', [['1'], ['2']]), BAG)).toBe('2 rows too many: none was expected')
  expect(sentence(table('a integer', [['1'], ['2']]), empty, BAG)).toBe('no rows; expected 2 rows')
})

test('of a long result the part that differs is shown, its rows numbered', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => [`${index}`])
  const wrong = rows.map((row) => (row[0] === '700' ? ['-1'] : row))
  const comparison = compareTables(table('x integer', rows), table('x integer', wrong), ORDERED)
  expect(comparison).toMatchObject({
    message: 'row 701, column x: expected 700, got -1',
    difference: { actual: { rowCount: 1000, truncated: true }, cells: [[5, 0]] },
  })
  if (!comparison.equal) expect(comparison.difference.actual).toMatchObject({ index: expect.arrayContaining(['701']) })
})

test('without a tolerance a bag comparison agrees with sorting both and comparing', () => {
  const cell = fc.constantFrom<CellText>(null, '1', '1.0', '2', '10', '-0.5', '-.50')
  const rows = fc.array(fc.tuple(cell, cell), { maxLength: 6 })
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const oracle = (all: typeof a) => all.map((row) => row.map((text) => (text === null ? 'null' : `${Number(text)}`)).join(' ')).sort()
      const equal = compareTables(table('x numeric, y numeric', a), table('x numeric, y numeric', b), {
        compare: 'bag',
        tolerance: 0,
      }).equal
      expect(equal).toBe(JSON.stringify(oracle(a)) === JSON.stringify(oracle(b)))
    }),
    { numRuns: 2000 },
  )
})

test('with a tolerance a column of floats agrees with sorting both and comparing pairwise', () => {
  // Steps of 0.6 tolerances make chains in which each is close to the next and not to the one after.
  const value = fc.integer({ min: 0, max: 12 }).map((step) => `${(step * 0.6) / 1000}`)
  const rows = fc.array(fc.tuple(value), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      fc.pre(a.length === b.length)
      const sorted = (all: typeof a) => all.map(([text]) => Number(text)).sort((x, y) => x - y)
      const other = sorted(b)
      const oracle = sorted(a).every((x, index) => Math.abs(x - (other[index] ?? 0)) <= 0.001)
      const rule: TableRule = { compare: 'bag', tolerance: 0.001 }
      expect(compareTables(table('x real', a), table('x real', b), rule).equal).toBe(oracle)
    }),
    { numRuns: 3000 },
  )
})

test('with a tolerance rows of several columns agree with trying every pairing', () => {
  const value = fc.integer({ min: 0, max: 4 }).map((step) => `${(step * 0.6) / 1000}`)
  const row = fc.tuple(value, value, fc.constantFrom('a', 'b'))
  const pairs = fc.integer({ min: 1, max: 4 }).chain((length) => {
    const rows = fc.array(row, { minLength: length, maxLength: length })
    return fc.tuple(rows, rows)
  })
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const close = (x: readonly string[], y: readonly string[]) =>
        x[2] === y[2] && [0, 1].every((column) => Math.abs(Number(x[column]) - Number(y[column])) <= 0.001)
      const oracle = permutations(b).some((order) => order.every((other, index) => close(a[index] ?? [], other)))
      const type = 'x real, y double precision, z text'
      expect(compareTables(table(type, a), table(type, b), { compare: 'bag', tolerance: 0.001 }).equal).toBe(oracle)
    }),
    { numRuns: 3000 },
  )
})

test('a shuffled and slightly jittered result is equal, however many rows', () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [`${(index * 7919) % 1000}`, `${Math.sin(index)}`])
  const jittered = rows.map(([key, value]) => [key ?? '', `${Number(value) * (1 + 1e-12)}`]).reverse()
  const type = 'key integer, value double precision'
  expect(compareTables(table(type, rows), table(type, jittered), BAG)).toEqual({ equal: true })
})

test('a comparison that fails always says so in words and marks a cell', () => {
  const cell = fc.constantFrom<CellText>(null, '1', '2')
  const rows = fc.array(fc.tuple(cell, cell), { maxLength: 5 })
  fc.assert(
    fc.property(rows, rows, fc.constantFrom(BAG, ORDERED), (a, b, rule) => {
      const comparison = compareTables(table('x integer, y integer', a), table('x integer, y integer', b), rule)
      if (comparison.equal) return
      expect(comparison.message).not.toBe('')
      expect(comparison.difference.cells.length).toBeGreaterThan(0)
    }),
  )
})

function sentence(expected: Table, actual: Table, rule: TableRule): string {
  const comparison = compareTables(expected, actual, rule)
  return comparison.equal ? 'equal' : comparison.message
}

/** `table('shop text, total integer', rows)` */
function table(columns: string, rows: readonly (readonly CellText[])[]): Table {
  return {
    columns: columns.split(', ').map((column) => {
      const [name = '', ...type] = column.split(' ')
      return { name, type: type.join(' ') }
    }),
    rows,
  }
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) => permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]))
}
