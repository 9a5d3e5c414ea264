import { expect, test } from 'vitest'
import { aligned } from './table.ts'

test('the first column stands to the left, figures to the right', () => {
  expect(
    aligned([
      ['', 'p50', 'p95'],
      ['warm', '9', '12.5'],
      ['a fresh one', '1000', ''],
    ]),
  ).toEqual(['              p50   p95', 'warm            9  12.5', 'a fresh one  1000'])
})

test('a line of its own does not widen the columns', () => {
  expect(aligned([['a heading that is much longer than any cell'], ['a', '1'], [''], ['bc', '20']])).toEqual([
    'a heading that is much longer than any cell',
    'a    1',
    '',
    'bc  20',
  ])
})
