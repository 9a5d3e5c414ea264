import { expect, test } from 'vitest'
import { matchReviews } from './match.ts'

const patterns = [
  { id: 'algorithms/sliding-window', title: 'Sliding window' },
  { id: 'tensors/sliding-windows', title: 'Sliding windows' },
  { id: 'recommenders/feedback-loop', title: 'Feedback loop' },
  { id: 'ml-system-design/feedback-loop', title: 'A loop that feeds itself' },
]

const found = (...labels: string[]) => matchReviews([{ at: 1, rating: 3, labels }], patterns).reviews[0]?.pattern

test.each([
  ['algorithms/sliding-window', 'algorithms/sliding-window'],
  ['algorithms::sliding-window', 'algorithms/sliding-window'],
  ['Interview::Algorithms::Sliding_Window', 'algorithms/sliding-window'],
  ['Interview::Sliding Window', 'algorithms/sliding-window'],
  ['sliding windows', 'tensors/sliding-windows'],
  ['A loop that feeds itself', 'ml-system-design/feedback-loop'],
  ['ml-system-design::feedback-loop', 'ml-system-design/feedback-loop'],
])('%s is %s', (label, pattern) => {
  expect(found(label)).toBe(pattern)
})

test.each(['feedback-loop', 'sliding', '', '::', 'windows'])('%j names no pattern, or more than one', (label) => {
  expect(found(label)).toBeUndefined()
})

test('the first label that names a pattern decides; the first of all is what is told of a card that names none', () => {
  expect(found('exam', 'tensors/sliding-windows', 'algorithms/sliding-window')).toBe('tensors/sliding-windows')
  const log = ['Maths', 'Maths', 'Art'].map((deck, at) => ({ at, rating: 3, labels: [deck, 'front'] }) as const)
  expect(matchReviews(log, patterns)).toEqual({
    reviews: [],
    unmatched: [
      { label: 'Maths', count: 2 },
      { label: 'Art', count: 1 },
    ],
  })
})
