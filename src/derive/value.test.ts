import { expect, test } from 'vitest'
import { says, valueOf } from './value.ts'

test('an array is recorded as its nested list, whatever its shape', () => {
  const array = { kind: 'array', type: 'ndarray', dtype: 'int64', curve: undefined, truncated: false } as const
  expect(
    valueOf({
      ...array,
      shape: [2, 3],
      cells: [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
    }),
  ).toMatchObject({ text: '[[1, 2, 3], [4, 5, 6]]' })
  expect(
    valueOf({
      ...array,
      shape: [2, 1, 2],
      cells: [
        ['1', '2'],
        ['3', '4'],
      ],
    }),
  ).toMatchObject({ text: '[[[1, 2]], [[3, 4]]]' })
  expect(valueOf({ ...array, shape: [0, 2], cells: [] })).toMatchObject({ text: '[]' })
  expect(valueOf({ ...array, shape: [], cells: [['7']] })).toMatchObject({ text: '7' })
})

test('what is not shown in full is no value to predict', () => {
  expect(valueOf({ kind: 'text', type: 'list', text: '[1, 2, …', truncated: true })).toBeUndefined()
})

test('a table keeps row labels that say more than their number', () => {
  const table = {
    kind: 'table',
    type: 'DataFrame',
    columns: [{ name: 'n', dtype: 'int64' }],
    rows: [['1'], ['2']],
    rowCount: 2,
    truncated: false,
  } as const
  expect(valueOf({ ...table, index: ['0', '1'] })).toMatchObject({ columns: ['n'], rows: [['1'], ['2']] })
  expect(valueOf({ ...table, index: ['x', '0'] })).toMatchObject({
    columns: ['', 'n'],
    rows: [
      ['x', '1'],
      ['0', '2'],
    ],
  })
})

test('what people type around a value does not make it wrong', () => {
  const value = { kind: 'value', type: 'list', text: '[1.0, 2.5]' } as const
  for (const typed of ['[1.0, 2.5]', ' [1, 2.5] ', 'array([1.0, 2.5])', 'np.array([1., 2.5], dtype=float)', 'tensor([1.0, 2.5])']) {
    expect(says(value, typed), typed).toBe(true)
  }
  for (const typed of ['[1.0, 2.6]', '1.0, 2.5', '', 'array([1.0])']) expect(says(value, typed), typed).toBe(false)
})

test('a text may be typed with or without its quotes', () => {
  const value = { kind: 'value', type: 'str', text: "'left'" } as const
  for (const typed of ['left', "'left'", '"left"', ' left ']) expect(says(value, typed), typed).toBe(true)
  for (const typed of ['right', "'Left'", '']) expect(says(value, typed), typed).toBe(false)
})

test('an exception is named, a number of rows counted', () => {
  for (const typed of ['ValueError', 'raises ValueError', 'It raises ValueError: no', 'ValueError("no")']) {
    expect(says({ kind: 'raises', type: 'ValueError' }, typed), typed).toBe(true)
  }
  for (const typed of ['TypeError', 'Value', '']) expect(says({ kind: 'raises', type: 'ValueError' }, typed), typed).toBe(false)
  expect(says({ kind: 'count', count: 3 }, ' 3 ')).toBe(true)
  for (const typed of ['', '4', '3.0', 'three']) expect(says({ kind: 'count', count: 3 }, typed), typed).toBe(false)
})
