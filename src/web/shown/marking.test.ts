import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ShownArray, ShownTable } from '../../domain/shown.ts'
import { contrasts, describe, gridOf, spans } from './marking.ts'

const array = (shape: readonly number[], dtype = 'float64'): ShownArray => ({
  kind: 'array',
  type: 'ndarray',
  dtype,
  shape,
  cells: [
    ['1', '2'],
    ['3', '4'],
  ],
  curve: undefined,
  truncated: false,
})

const table = (names: readonly string[], rows: ShownTable['rows'], dtype = 'int64'): ShownTable => ({
  kind: 'table',
  type: 'DataFrame',
  columns: names.map((name) => ({ name, dtype })),
  index: [],
  rows,
  rowCount: rows.length,
  truncated: false,
})

test('the cells named by the judge are marked, and no others', () => {
  const grid = gridOf(array([2, 2]), [[1, 0]])
  expect(grid?.rows.map((row) => row.map(({ differs }) => differs))).toEqual([
    [false, false],
    [true, false],
  ])
})

test('a cell that one side lacks does no harm', () => {
  expect(gridOf(table(['a'], [['1']]), [[4, 2]])?.rows).toEqual([[{ text: '1', differs: false }]])
})

test('numbers align to the right and words to the left', () => {
  expect(gridOf(table(['n'], [], 'float64'))?.columns[0]?.numeric).toBe(true)
  expect(gridOf(table(['n'], [], 'bigint'))?.columns[0]?.numeric).toBe(true)
  expect(gridOf(table(['n'], [], 'text'))?.columns[0]?.numeric).toBe(false)
})

test('shapes and dtypes are named, a shape of one axis as Python writes it', () => {
  expect(describe(array([3]))).toBe('ndarray · float64 · shape (3,)')
  expect(describe(table(['a', 'b'], [['1', '2']]))).toBe('DataFrame · 1 row × 2 columns')
})

test('a different shape, dtype, column or number of rows is said in words', () => {
  expect(contrasts({ expected: array([2, 2]), actual: array([4], 'float32'), cells: [] })).toEqual([
    'shape: expected (2, 2), got (4,)',
    'dtype: expected float64, got float32',
  ])
  expect(contrasts({ expected: table(['a', 'b'], [['1', '2']]), actual: table(['b', 'a'], []), cells: [] })).toEqual([
    'columns: expected a, b, got b, a',
    'rows: expected 1, got 0',
  ])
  expect(contrasts({ expected: table(['a'], []), actual: table(['a'], [], 'float64'), cells: [] })).toEqual([
    'dtype of a: expected int64, got float64',
  ])
  expect(contrasts({ expected: array([1]), actual: table([], []), cells: [] })).toEqual(['type: expected ndarray, got DataFrame'])
})

test('two texts are cut where they start and stop to differ', () => {
  expect(spans("['ab', 'cd']", "['ab', 'dc']")).toEqual([
    { before: "['ab', '", middle: 'cd', after: "']" },
    { before: "['ab', '", middle: 'dc', after: "']" },
  ])
})

/** Few letters, so that starts and ends overlap. */
const FEW_LETTERS = fc.string({ unit: fc.constantFrom('a', 'b') })

test('the cuts always add up to the texts, and what is outside them is shared', () => {
  fc.assert(
    fc.property(FEW_LETTERS, FEW_LETTERS, (expected, actual) => {
      const [left, right] = spans(expected, actual)
      expect(left.before + left.middle + left.after).toBe(expected)
      expect(right.before + right.middle + right.after).toBe(actual)
      expect([left.before, left.after]).toEqual([right.before, right.after])
    }),
  )
})
