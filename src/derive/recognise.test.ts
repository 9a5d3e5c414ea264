import { expect, test } from 'vitest'
import type { Question } from '../domain/item.ts'
import type { Library } from '../domain/library.ts'
import type { Pattern } from '../domain/pattern.ts'
import type { Topic } from '../domain/topic.ts'
import { getDerived } from './derive.ts'
import { recogniseItem } from './recognise.ts'

function pattern(id: string, confusable: readonly string[] = []): Pattern {
  return {
    id,
    topic: id.split('/')[0] ?? '',
    title: id,
    confusable,
    cue: `${id} when\n\nand more`,
    idea: 'idea',
    trap: 'trap',
    example: undefined,
  }
}

function libraryOf(patterns: readonly Pattern[]): Library {
  const topics = [...new Set(patterns.map(({ topic }) => topic))].map((id, order): Topic => {
    return { id, title: id, summary: '', order, patterns: [], exercises: [], labs: [], designs: [], questions: [], sources: [], guide: '' }
  })
  return { topics, patterns: new Map(patterns.map((one) => [one.id, one])), items: new Map(), root: '' }
}

function question(patterns: readonly string[]): Question {
  const base = {
    slug: 'a-story',
    topic: 'x',
    title: 'A story',
    form: 'explain',
    difficulty: 'core',
    minutes: 5,
    sources: [],
    hash: 'h',
    folder: '',
  } as const
  return { ...base, kind: 'question', patterns, statement: 'What happened?', points: 0, rubric: [], strong: '', weak: '', followUps: [] }
}

const library = libraryOf([
  pattern('x/right', ['x/twin', 'y/other']),
  pattern('x/twin'),
  pattern('y/claims', ['x/right']),
  pattern('y/other'),
  pattern('x/also'),
  ...['x/a', 'x/b', 'x/c', 'y/a', 'z/a'].map((id) => pattern(id)),
])

test('the right pattern stands among those it is confused with, whichever of them says so, and others near it', () => {
  for (let seed = 0; seed < 50; seed++) {
    const item = recogniseItem(question(['x/right', 'x/also']), library, seed)
    const offered = item?.choices.map((choice) => choice.pattern) ?? []
    expect(offered).toHaveLength(5)
    expect(new Set(offered).size).toBe(5)
    expect(offered).toEqual(expect.arrayContaining(['x/right', 'x/twin', 'y/claims', 'y/other']))
    // A second pattern of the item would be right as well.
    expect(offered).not.toContain('x/also')
    expect(offered.find((id) => /\/[abc]$/.test(id))).toMatch(/^x/)
    expect(item?.choices.filter(({ confusable }) => confusable)).toHaveLength(3)
  }
})

test('the seed decides the order of patterns and of reasons, which are the same patterns', () => {
  const [one, other] = [1, 2].map((seed) => recogniseItem(question(['x/right']), library, seed))
  expect(recogniseItem(question(['x/right']), library, 1)).toEqual(one)
  expect(other?.choices).not.toEqual(one?.choices)
  expect(one?.reasons.toSorted()).toEqual(one?.choices.map((choice) => choice.pattern).toSorted())
  expect(
    Array.from({ length: 20 }, (_, seed) => recogniseItem(question(['x/right']), library, seed)).some(
      (item) => item?.reasons[0] !== item?.choices[0]?.pattern,
    ),
  ).toBe(true)
  const places = Array.from({ length: 40 }, (_, seed) =>
    recogniseItem(question(['x/right']), library, seed)?.choices.findIndex((choice) => choice.pattern === 'x/right'),
  )
  expect(new Set(places).size).toBe(5)
})

test('a reason is the first paragraph of the cue; afterwards all is told', () => {
  const item = recogniseItem(question(['x/right']), library, 1)
  expect(item?.choices.find((choice) => choice.pattern === 'x/right')?.because).toBe('x/right when')
  expect(item?.why).toContain('and more')
  expect(item?.why).toContain('trap')
})

test('a longer statement takes longer to read', () => {
  const short = recogniseItem(question(['x/right']), library, 1)
  const long = recogniseItem({ ...question(['x/right']), statement: 'word '.repeat(440) }, library, 1)
  expect((long?.parMs ?? 0) - (short?.parMs ?? 0)).toBeGreaterThan(100_000)
})

test('without its pattern, or with nothing to tell it from, nothing is asked', () => {
  expect(recogniseItem(question(['x/gone']), library, 1)).toBeUndefined()
  expect(recogniseItem(question(['x/right']), libraryOf([pattern('x/right')]), 1)).toBeUndefined()
})

test('its id is that of its item and nothing more', () => {
  const origins = { library: { ...library, items: new Map([['a-story', question(['x/right'])]]) }, variantsOf: () => undefined }
  expect(getDerived('a-story~recognise', origins, 1).slug).toBe('a-story~recognise')
  expect(() => getDerived('a-story~recognise-1', origins, 1)).toThrow('"A story" has changed')
})
