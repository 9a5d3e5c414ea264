import { expect, test } from 'vitest'
import type { ItemSummary } from '../../server/contract.ts'
import { matchesFilter, parseFilter } from './filter.ts'

const item: ItemSummary = {
  slug: 'stairs',
  topic: 'algorithms',
  kind: 'exercise',
  sort: 'exercise',
  title: 'Stairs',
  form: 'write',
  difficulty: 'core',
  minutes: 10,
  runtime: 'python',
  progress: undefined,
  passedAt: undefined,
}

test('an address without a filter shows everything', () => {
  expect(parseFilter({})).toEqual({})
  expect(matchesFilter(item, {})).toBe(true)
})

test('what is unknown in an address does not narrow', () => {
  expect(parseFilter({ topic: '', kind: 'riddle', difficulty: 'impossible', progress: 'solved', other: 1 })).toEqual({ progress: 'solved' })
})

test('an item without progress is untouched', () => {
  expect(matchesFilter(item, { progress: 'untouched' })).toBe(true)
  expect(matchesFilter(item, { progress: 'tried' })).toBe(false)
  expect(matchesFilter({ ...item, progress: 'solved' }, { progress: 'untouched' })).toBe(false)
})

test('every field of a filter must fit', () => {
  expect(matchesFilter(item, { topic: 'algorithms', kind: 'exercise', difficulty: 'core' })).toBe(true)
  expect(matchesFilter(item, { topic: 'algorithms', kind: 'exercise', difficulty: 'hard' })).toBe(false)
  expect(matchesFilter({ ...item, sort: 'lab' }, { kind: 'exercise' })).toBe(false)
  expect(matchesFilter({ ...item, kind: 'estimate', sort: 'drill' }, { kind: 'drill' })).toBe(true)
})
