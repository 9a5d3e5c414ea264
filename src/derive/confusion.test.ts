import { expect, test } from 'vitest'
import { confusions } from './confusion.ts'

test('what is taken for what, most frequent first', () => {
  const picks = [
    { right: 'a', picked: 'a' },
    { right: 'a', picked: 'b' },
    { right: 'b', picked: 'c' },
    { right: 'a', picked: 'b' },
  ]
  expect(confusions(picks)).toEqual({
    right: 1,
    of: 4,
    confused: [
      { right: 'a', picked: 'b', count: 2, of: 3 },
      { right: 'b', picked: 'c', count: 1, of: 1 },
    ],
  })
  expect(confusions([])).toEqual({ right: 0, of: 0, confused: [] })
})
