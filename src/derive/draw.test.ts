import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { seedFor, shuffled } from './draw.ts'

test('a seed gives one order of all elements, and another seed another', () => {
  assert(
    property(array(integer()), integer(), (elements, seed) => {
      expect(shuffled(elements, seed)).toEqual(shuffled(elements, seed))
      expect(shuffled(elements, seed).toSorted()).toEqual(elements.toSorted())
    }),
  )
  const letters = [...'abcdefgh']
  expect(shuffled(letters, 1)).not.toEqual(shuffled(letters, 2))
})

test('every place is as likely for every element', () => {
  const firsts = Array.from({ length: 4000 }, (_, seed) => shuffled(['a', 'b', 'c', 'd'], seedFor(seed, 'item'))[0])
  for (const letter of 'abcd') expect(firsts.filter((first) => first === letter).length / 4000).toBeCloseTo(0.25, 1)
})
