import { expect, test } from 'vitest'
import { leakOf } from './leak.ts'

const pattern = { id: 'algorithms/sliding-window', title: 'Sliding window' }

test.each([
  'Use a sliding window over the list.',
  'The window is the last hour. It keeps sliding, a Window at a time.',
  'Sliding-windows are fun.',
  '- slides a window\n- forgets nothing',
])('%s names the pattern', (text) => {
  expect(leakOf(text, pattern)).toBeDefined()
})

test.each(['Return the busiest hour of the day.', 'Open the window. Then slide down.', '- a window\n- a slide'])('%s does not', (text) => {
  expect(leakOf(text, pattern)).toBeUndefined()
})

test('the id gives away as much as the title', () => {
  expect(leakOf('Merge k files.', { id: 'algorithms/k-way-merge', title: 'Merging sorted runs' })).toBeUndefined()
  expect(leakOf('A k-way merge.', { id: 'algorithms/k-way-merge', title: 'Merging sorted runs' })).toBe('A k-way merge.')
})
