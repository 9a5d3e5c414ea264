import { expect, test } from 'vitest'
import type { Fact } from '../domain/fact.ts'
import type { Library } from '../domain/library.ts'
import { evidenceOf } from './evidence.ts'

const library = {
  items: new Map([
    ['late-readings', { kind: 'exercise', patterns: ['python/lazy-pipeline', 'python/look-ahead'], minutes: 20, hints: ['a', 'b', 'c'] }],
    ['why-lazy', { kind: 'question', patterns: ['python/lazy-pipeline'], minutes: 8, points: 4, rubric: [{ points: 1 }, { points: 3 }] }],
    ['one-desk', { kind: 'design', difficulty: 'core', patterns: ['system-design/bounded-queue'], minutes: 40 }],
    ['photos', { kind: 'estimate', difficulty: 'warm-up', patterns: ['system-design/rough-numbers'], minutes: 5 }],
  ]),
} as unknown as Library

let count = 0
function fact(type: Fact['type'], at: string, more: object): Fact {
  const attempt = { mode: 'submit', form: 'write', verdict: 'failed', activeMs: 0, hintsShown: 0, referenceShown: false }
  return {
    id: `0000${count++}`,
    learner: 'local',
    at: `2026-03-0${at}Z`,
    zone: 'UTC',
    type,
    item: 'late-readings',
    ...(type === 'attempt' && attempt),
    ...more,
  } as unknown as Fact
}
const submit = (at: string, verdict: string, more: object = {}) => fact('attempt', at, { verdict, ...more })

test('a day with an item is one line for each of its patterns: submissions until the pass, deepest hint, time against par', () => {
  const lines = evidenceOf(
    [
      submit('1T10:00:00', 'failed', { activeMs: 60_000 }),
      fact('hint', '1T10:05:00', { hint: 2 }),
      submit('1T10:10:00', 'passed', { activeMs: 540_000 }),
      submit('1T10:20:00', 'failed', { activeMs: 900_000 }),
      submit('1T10:21:00', 'passed', {}),
    ],
    library,
  )
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatchObject({ pattern: 'python/lazy-pipeline', facet: 'execute', context: 'late-readings', form: 'write', day: 20513 })
  expect(lines[0]?.outcome).toEqual({
    kind: 'code',
    passed: true,
    submissions: 2,
    hint: 2,
    activeMs: 600_000,
    parMs: 1_200_000,
  })
})

test('what never ran, what was our fault and what only ran says nothing', () => {
  const silent = [submit('1T10:00:00', 'not-run'), submit('1T10:01:00', 'our-fault'), submit('1T10:02:00', 'passed', { mode: 'run' })]
  expect(evidenceOf(silent, library)).toEqual([])
})

test('a slip mended within a minute is not a submission of its own', () => {
  const submissions = (second: string) => {
    const [line] = evidenceOf([submit('1T10:00:00', 'errored'), submit(second, 'passed')], library)
    return line?.outcome.kind === 'code' ? line.outcome.submissions : undefined
  }
  expect(submissions('1T10:00:40')).toBe(1)
  expect(submissions('1T10:02:00')).toBe(2)
})

test('a hint of another day helps no longer, the reference of the same day is the deepest', () => {
  const [old] = evidenceOf([fact('hint', '1T10:00:00', { hint: 3 }), submit('5T10:00:00', 'passed')], library)
  expect(old?.outcome).toMatchObject({ hint: 0 })
  const [shown] = evidenceOf([fact('reference', '5T09:00:00', {}), submit('5T10:00:00', 'passed')], library)
  expect(shown?.outcome).toMatchObject({ hint: 3 })
})

test('an answer counts by its assessed points; one that nobody assessed says nothing', () => {
  const answer = (scores: readonly (number | null)[]) =>
    evidenceOf([fact('answer', '1T10:00:00', { item: 'why-lazy', scores, points: 4, activeMs: 0 })], library)[0]?.outcome
  expect(answer([1, null])).toMatchObject({ kind: 'rubric', score: 1, activeMs: undefined, parMs: 480_000 })
  expect(answer([0, 3])).toMatchObject({ score: 0.75 })
  expect(answer([null, null])).toBeUndefined()
})

test('a choice is about recognising; running out of time is a miss', () => {
  const choice = {
    item: 'late-readings~recognise',
    pattern: 'python/lazy-pipeline',
    options: ['a', 'b', 'c', 'd'],
    minutes: 1.5,
    activeMs: 20_000,
  }
  const [line] = evidenceOf([fact('recognition', '1T10:00:00', { ...choice, chosen: null })], library)
  expect(line).toMatchObject({ facet: 'recognise', context: 'late-readings', item: 'late-readings~recognise' })
  expect(line?.outcome).toEqual({ kind: 'choice', passed: false, options: 4, activeMs: 20_000, parMs: 90_000 })
})

test('of an item that is gone the log still knows the patterns', () => {
  const gone = { item: 'long-gone', patterns: ['python/late-binding'], minutes: 10 }
  expect(evidenceOf([submit('1T10:00:00', 'passed', gone)], library)).toMatchObject([{ pattern: 'python/late-binding' }])
  expect(evidenceOf([submit('1T10:00:00', 'passed', { item: 'long-gone' })], library)).toEqual([])
})

test('two devices that merge their logs come to the same, in whatever order the facts arrive', () => {
  const facts = [
    submit('1T10:00:00', 'failed'),
    fact('recognition', '1T11:00:00', { pattern: 'python/late-binding', chosen: 'python/late-binding', options: ['a', 'b'], activeMs: 0 }),
    submit('2T10:00:00', 'passed'),
    fact('review', '1T09:00:00', { pattern: 'python/late-binding', rating: 3, from: 'anki' }),
  ]
  const lines = evidenceOf(facts, library)
  expect(evidenceOf([...facts].reverse(), library)).toEqual(lines)
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted((a, b) => a - b))
})

test('a design is a meeting at each of its levels, as difficult as the level makes it; its reference is the deepest hint', () => {
  const draw = (at: string, verdict: string, level: string) =>
    submit(at, verdict, { item: 'one-desk', form: 'design', activeMs: 60_000, design: { level, asked: [], predictions: [] } })
  const lines = evidenceOf(
    [
      draw('1T10:00:00', 'failed', 'intro'),
      draw('1T10:10:00', 'passed', 'intro'),
      draw('1T10:20:00', 'failed', 'senior'),
      fact('reference', '1T10:25:00', { item: 'one-desk' }),
      draw('1T10:30:00', 'passed', 'senior'),
      draw('2T10:00:00', 'our-fault', 'senior'),
    ],
    library,
  )
  expect(lines.map(({ form, difficulty, outcome }) => [form, difficulty, outcome])).toEqual([
    ['design', 'warm-up', { kind: 'code', passed: true, submissions: 2, hint: 0, activeMs: 120_000, parMs: 2_400_000 }],
    ['design', 'hard', { kind: 'code', passed: true, submissions: 2, hint: 3, activeMs: 120_000, parMs: 2_400_000 }],
  ])
})

test('how near estimates came is a graded score: the first draw of a day counts, questions that were asked say nothing', () => {
  const lines = evidenceOf(
    [
      fact('estimate', '1T10:00:00', { item: 'photos', score: 0.6, passed: false, activeMs: 90_000 }),
      fact('estimate', '1T10:10:00', { item: 'photos', score: 1, passed: true, activeMs: 0 }),
      fact('ask', '1T10:20:00', { item: 'one-desk', ask: 0 }),
    ],
    library,
  )
  expect(lines).toMatchObject([{ pattern: 'system-design/rough-numbers', facet: 'execute', form: 'estimate', difficulty: 'warm-up' }])
  expect(lines[0]?.outcome).toEqual({ kind: 'rubric', score: 0.6, activeMs: 90_000, parMs: 300_000 })
})
