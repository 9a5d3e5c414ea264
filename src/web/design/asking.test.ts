import { expect, test } from 'vitest'
import { matched } from './asking.ts'

const ASKS = [
  'How many redirects a second, at peak?',
  'How skewed are the links?',
  'Do links expire?',
  'How fast must a redirect be?',
  'How large is a stored link?',
  'Which failures must it survive?',
]

test.each([
  ['what is the QPS at peak', 0],
  ['are some links more popular than others?', 1],
  ['is there a TTL', 2],
  ['latency target?', 3],
  ['how many bytes is one record', 4],
  ['what if a zone goes down', 5],
  ['Do links expire?', 2],
])('"%s" asks what the list asks', (words, place) => {
  expect(matched(words, ASKS)).toBe(place)
})

test.each(['', 'who are you?', 'favourite colour', '???'])('"%s" is near to none', (words) => {
  expect(matched(words, ASKS)).toBeUndefined()
})
