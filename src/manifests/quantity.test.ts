import { expect, test } from 'vitest'
import { quantityOf, sayBytes } from './quantity.ts'

test.each([
  ['500m', 0.5],
  ['2', 2],
  [0.5, 0.5],
  ['1Gi', 2 ** 30],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['1G', 1e9],
  ['128974848', 128974848],
  ['129e6', 129e6],
  ['129M', 129e6],
  ['.5', 0.5],
  ['100k', 1e5],
])('%s is the quantity %d', (text, value) => {
  expect(quantityOf(text)).toBe(value)
})

// `2GB` and `1 Gi` are what people write; a small k is a thousand, a large one nothing.
test.each(['', '2GB', '1 Gi', 'Gi', '1K', '1gi', '0x10', '1e', '--1', Number.NaN])('%s is no quantity', (text) => {
  expect(quantityOf(text)).toBeUndefined()
})

test('bytes are said as they are written', () => {
  expect([2 ** 30, 1.5 * 2 ** 30, 200 * 2 ** 20, 5].map(sayBytes)).toEqual(['1Gi', '1.5Gi', '200Mi', '5'])
})
