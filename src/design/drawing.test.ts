import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Drawing } from '../domain/case.ts'
import type { Step } from '../domain/design.ts'
import type { Policy } from '../domain/policy.ts'
import { readDrawing } from './drawing.ts'
import { writeDrawing } from './write-drawing.ts'

const TEXT = `components:
  app: { part: service, replicas: 6, balance: two-choices }
  cache: { part: cache, capacity: 60k, singleFlight: true, ttl: 10min }
  links: { part: store, replicas: 10 }
policies:
  db: { timeout: 50ms, retries: 1, backoff: { base: 10ms, jitter: 1 }, budget: { ratio: 0.1, burst: 20 } }
routes:
  read: [app, { at: cache, miss: [{ call: [links], policy: db }] }]
  write: [app, { at: links, write: true }, { at: cache, write: around }]
jobs: { rebuild: 6h }
layout: { app: [0, -20] }
`

test('the text of a drawing says what it is made of, in seconds and ones', () => {
  expect(readDrawing(TEXT)).toMatchObject({
    problems: [],
    drawing: {
      components: {
        app: { part: 'service', settings: { replicas: 6, balance: 'two-choices' } },
        cache: { part: 'cache', settings: { capacity: 60_000, singleFlight: true, ttl: 600 } },
        links: { part: 'store', settings: { replicas: 10 } },
      },
      policies: { db: { timeout: 0.05, retries: 1, backoff: { base: 0.01, jitter: 1 }, budget: { ratio: 0.1, burst: 20 } } },
      routes: {
        read: ['app', { at: 'cache', miss: [{ call: ['links'], policy: 'db' }] }],
        write: ['app', { at: 'links', write: true }, { at: 'cache', write: 'around' }],
      },
      jobs: { rebuild: 21_600 },
      layout: { app: [0, -20] },
    },
  })
})

test('places are found in the text', () => {
  const { lines } = readDrawing(TEXT)
  expect(lines.get('components.links.replicas')).toBe(4)
  expect(lines.get('policies.db.backoff.base')).toBe(6)
  expect(lines.get('routes.write[2].write')).toBe(9)
})

test('an empty text is an empty drawing', () => {
  const empty = { components: {}, policies: {}, routes: {}, jobs: {}, layout: {} }
  expect(readDrawing('').drawing).toEqual(empty)
  expect(readDrawing('# only a comment\n').drawing).toEqual(empty)
})

test.each([
  ['an unknown group, with the one that was meant', 'routs:\n  a: [b]\n', 1, 'nothing knows "routs"', 'Did you mean routes?'],
  ['a component without a part', 'components:\n  a: { replicas: 2 }\n', 2, 'it is not said what this is made of', 'Add part: <part>.'],
  ['a number with a wrong unit', 'policies:\n  p:\n    retries: 50ms\n', 3, 'expected a number, got "50ms"', 'Write a number such as'],
  ['a time that is none', 'policies:\n  p:\n    timeout: soon\n', 3, 'expected a time, got "soon"', 'Write seconds, or a time'],
  ['a number with a comma', 'components:\n  a: { part: b, capacity: "100,000" }\n', 2, '"100,000" is no number', '20k'],
  ['an unknown step, with the word that was meant', 'routes:\n  a:\n    - chose: []\n', 3, '"chose"', 'Did you mean choose?'],
  ['a step without what it needs', 'routes:\n  a:\n    - { call: [b] }\n', 3, 'this step needs "policy"', 'Add policy:'],
  ['a field that does not belong to a step', 'routes:\n  a: [{ at: b, hits: [c] }]\n', 2, 'nothing knows "hits"', 'Known are at, miss'],
  ['an effect, which parts have', 'routes:\n  a: [{ effect: charge }]\n', 2, '"effect"', 'Known are at, miss'],
  ['a name twice', 'components:\n  a: { part: b }\n  a: { part: c }\n', 3, '"a" stands here twice', 'Remove or rename'],
  ['broken YAML', 'components:\n  a: { part: b\nroutes: {}\n', 3, 'this is not YAML', 'Mind the indentation'],
  ['a list for a group', 'components: [a]\n', 1, 'expected names with values, got a list', 'name: value'],
  ['a name of the language', 'components:\n  constructor: { part: b }\n', 2, 'keeps for itself', 'Begin with a letter'],
  ['a prototype', 'components:\n  __proto__: { part: b }\n', 2, 'is no name', 'Begin with a letter'],
  ['half a place', 'layout:\n  a: [1]\n', 2, 'expected two numbers', '[x, y]'],
  ['a group without a limit', 'policies:\n  p:\n    budget: { ratio: 0.1 }\n', 3, '"burst" is missing', 'Add burst'],
])('%s is named with line and remedy', (_, text, line, cause, remedy) => {
  const { drawing, problems } = readDrawing(text)
  expect(drawing).toBeUndefined()
  expect(problems[0]?.line).toBe(line)
  expect(problems[0]?.cause).toContain(cause)
  expect(problems.map((flaw) => flaw.remedy).join(' ')).toContain(remedy)
})

test.each([
  ['a bomb of aliases', `a: &a [x, x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`, 'an anchor (&name) cannot stand here'],
  ['an alias', 'components: *a\n', ''],
  ['a merge', 'a: &a { part: b }\ncomponents:\n  c:\n    <<: *a\n', 'an anchor'],
  ['a tag', 'components: !!set { a }\n', 'a tag'],
  ['brackets without end', '['.repeat(50_000), 'brackets within brackets'],
  ['lists without end', `${'- '.repeat(20_000)}a\n`, ''],
  ['maps without end', Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), 'deep'],
  ['a very long text', 'a'.repeat(70_000), '70000 characters'],
  ['very many keys', Array.from({ length: 6000 }, (_, at) => `k${at}: 1`).join('\n'), 'nothing knows'],
  ['infinity', 'components:\n  a: { part: b, replicas: .inf }\n', 'is no value'],
  ['a zero byte', 'components:\n  "a\\0b": { part: c }\n', 'is no name'],
  ['a key that is a list', 'components:\n  ? [a]\n  : { part: b }\n', 'a name is missing'],
])('%s is refused in words, and soon', (_, text, cause) => {
  const { drawing, problems } = readDrawing(text)
  expect(drawing).toBeUndefined()
  expect(problems[0]?.cause).toContain(cause)
  expect(problems.length).toBeLessThanOrEqual(101)
})

test('no text throws, or reaches a prototype', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), mutated), (text) => {
      const { drawing, problems } = readDrawing(text)
      expect(drawing === undefined).toBe(problems.length > 0)
      expect(({} as Record<string, unknown>)['part']).toBeUndefined()
    }),
    { numRuns: 200 },
  )
})

test('what is written reads the same', () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      const { drawing: again, problems } = readDrawing(writeDrawing(drawing))
      expect(problems).toEqual([])
      expect(again).toEqual(drawing)
    }),
    { numRuns: 150 },
  )
})

test('what is written is laid out as people write it, and stays', () => {
  const { drawing } = readDrawing(TEXT)
  const text = writeDrawing(drawing as Drawing)
  expect(text).toContain('\n  cache: { part: cache, capacity: 60k, singleFlight: true, ttl: 10min }\n')
  expect(text).toContain('\n  db: { timeout: 50ms, retries: 1, backoff: { base: 10ms, jitter: 1 }, budget: { ratio: 0.1, burst: 20 } }\n')
  expect(text).toContain('\n    - { at: cache, miss: [{ call: [links], policy: db }] }\n')
  expect(text).toContain('\n  rebuild: 6h\n')
  expect(writeDrawing(readDrawing(text).drawing as Drawing)).toBe(text)
})

const mutated = fc.tuple(fc.nat(TEXT.length - 1), fc.nat(8), fc.string({ maxLength: 6 })).map(([from, length, put]) => {
  return TEXT.slice(0, from) + put + TEXT.slice(from + length)
})

const name = fc
  .stringMatching(/^[A-Za-z][\w-]{0,12}$/)
  .filter((each) => !(each in Object.prototype) && !/^(true|false|null|y|n|yes|no|on|off)$/i.test(each))
const time = fc.oneof(
  fc.constantFrom(0.000_01, 0.0003, 0.05, 0.1 + 0.2, 1, 60, 90, 3600, 86_400),
  fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
)
const count = fc.oneof(fc.integer({ min: 1, max: 5_000_000 }), fc.constantFrom(10_000, 12_345, 1_500_000, 1e9))
const share = fc.double({ min: 0.001, max: 1, noNaN: true })
const word = fc.constantFrom('two-choices', 'key', 'followers')

const step: fc.Arbitrary<Step> = fc.letrec<{ step: Step; steps: readonly Step[] }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 3 }),
  step: fc.oneof(
    { maxDepth: 3 },
    name,
    fc.record({ at: name, write: fc.constantFrom<boolean | 'around'>(true, false, 'around') }),
    fc.record({ at: name, miss: tie('steps') }),
    fc.record({ at: name, hold: tie('steps'), work: count }),
    fc.record({ call: tie('steps'), policy: name, else: tie('steps') }),
    fc.record({ all: fc.array(tie('steps'), { maxLength: 2 }), need: count, seconds: time }),
    fc.record({ each: tie('steps'), count, spread: fc.boolean() }),
    fc.record({ apart: tie('steps') }),
    fc.record({ choose: fc.array(fc.record({ share, steps: tie('steps') }), { maxLength: 2 }) }),
    fc.record({ again: tie('steps'), probability: share }),
    fc.record({ try: tie('steps'), else: tie('steps') }),
    fc.record({ mark: name }),
    fc.record({ quality: share }),
    fc.record({ refresh: name }),
    fc.record({ fail: name }),
  ) as fc.Arbitrary<Step>,
})).step

const policy: fc.Arbitrary<Policy> = fc.record(
  {
    timeout: time,
    retries: count,
    backoff: fc.record({ base: time, factor: share, most: time, jitter: share }),
    budget: fc.record({ ratio: share, burst: count }),
    hedge: time,
    cancels: fc.boolean(),
    deadline: time,
    breaker: fc.record({ window: count, share, open: time }),
  },
  { requiredKeys: [] },
)

const drawings: fc.Arbitrary<Drawing> = fc
  .record({
    components: fc.dictionary(
      name,
      fc.record({
        part: name,
        settings: fc.dictionary(
          name.filter((each) => each !== 'part'),
          fc.oneof(count, share, time, word, fc.boolean()),
          { maxKeys: 4 },
        ),
      }),
      { maxKeys: 5 },
    ),
    policies: fc.dictionary(name, policy, { maxKeys: 3 }),
    routes: fc.dictionary(name, fc.array(step, { maxLength: 4 }), { maxKeys: 3 }),
    jobs: fc.dictionary(name, time, { maxKeys: 2 }),
    layout: fc.dictionary(name, fc.tuple(fc.integer(), fc.integer()), { maxKeys: 3 }),
  })
  // Dictionaries may come without a prototype, which equality would see.
  .map((drawing) => JSON.parse(JSON.stringify(drawing)) as Drawing)
