import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { splitFrontMatter } from './front-matter.ts'
import { addToOrderList } from './order-list.ts'

function topic(lists: string): string {
  return `---\ntitle: Tensors # as in NumPy\n${lists}order: 40\n---\nThe guide: [a, b]\n`
}

const listed = (source: string | undefined) => parse(splitFrontMatter(source ?? '').yaml ?? '').exercises

test.each([
  ['an empty list', 'exercises: []\n', 'exercises: [new-one]\n'],
  ['a list on one line', 'exercises: [a-b, c]\n', 'exercises: [a-b, c, new-one]\n'],
  ['a list over lines', 'exercises: [\n  a-b,\n  c,\n]\n', 'exercises: [\n  a-b,\n  c,\n  new-one,\n]\n'],
  ['a wrapped list', 'exercises: [a-b,\n  c]\n', 'exercises: [a-b,\n  c,\n  new-one]\n'],
  ['a bulleted list', 'exercises:\n  - a-b\n  - c # last\n', 'exercises:\n  - a-b\n  - c # last\n  - new-one\n'],
  ['a bulleted list at the margin', 'exercises:\n- a-b\n', 'exercises:\n- a-b\n- new-one\n'],
])('a name is added to %s and every other byte stays', (_, before, after) => {
  const changed = addToOrderList(topic(before), 'exercises', 'new-one')
  expect(changed).toBe(topic(after))
  expect(listed(changed).at(-1)).toBe('new-one')
})

test('a list that is not there yet is begun', () => {
  const changed = addToOrderList(topic(''), 'exercises', 'new-one')
  expect(listed(changed)).toEqual(['new-one'])
  expect(changed).toContain('order: 40\nexercises: [new-one]\n---\nThe guide')
})

test('front matter that cannot be read is left alone', () => {
  expect(addToOrderList('no front matter', 'exercises', 'a')).toBeUndefined()
  expect(addToOrderList('---\nexercises: [a\n---\n', 'exercises', 'a')).toBeUndefined()
  expect(addToOrderList('---\nexercises: 3\n---\n', 'exercises', 'a')).toBeUndefined()
})
