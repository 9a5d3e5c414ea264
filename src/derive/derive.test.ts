import { expect, test } from 'vitest'
import type { PythonExercise, SqlExercise } from '../domain/item.ts'
import type { Library } from '../domain/library.ts'
import type { Prediction, Variants } from '../domain/variants.ts'
import { derivedEntries, getDerived, type Origins } from './derive.ts'
import { mutantsOf } from './mutants.ts'
import { says } from './value.ts'

const base = {
  kind: 'exercise',
  topic: 'x',
  title: 'A story',
  patterns: ['x/right'],
  form: 'write',
  difficulty: 'core',
  minutes: 20,
  sources: [],
  statement: 'Write `f`.',
  hash: 'h1',
  folder: '',
  limits: { cpuMs: 1, wallMs: 1, memoryBytes: 1, outputBytes: 1 },
  permissions: [],
  aliases: [],
  hints: ['a', 'b'],
  why: 'Because.',
  right: [],
  wrong: [],
} as const

const python: PythonExercise = {
  ...base,
  slug: 'a-story',
  runtime: 'python',
  starter: 'def f(x): ...\n',
  solution: 'def f(x):\n    # Not at most: nine is fine.\n    if x < 9:\n        return x + 2\n    return 0\n',
  tests: '',
  snippets: [],
}

const sql: SqlExercise = {
  ...base,
  slug: 'a-query',
  runtime: 'postgres',
  starter: 'SELECT 1;',
  solution: 'SELECT DISTINCT a -- each once\nFROM t;\n',
  schema: 'CREATE TABLE t (a integer);\n',
  compare: 'bag',
  tolerance: 0,
  cases: [{ name: 'two rows', visible: true, category: 'example', data: 'INSERT INTO t VALUES (1), (1);\n' }],
}

function variantsOf(exercise: PythonExercise | SqlExercise, predictions: readonly Prediction[] = []): Variants {
  const mutants = mutantsOf(exercise).map(({ source: _source, ...edit }) => {
    return { ...edit, verdict: 'failed', caughtBy: 'a check', visibly: edit.operator !== 'boundary' } as const
  })
  return { hash: exercise.hash, judge: 'j', mutants, predictions }
}

function origins(exercise: PythonExercise | SqlExercise, variants: Variants | undefined): Origins {
  const library: Library = { topics: [], patterns: new Map(), items: new Map([[exercise.slug, exercise]]), root: '' }
  return { library, variantsOf: () => variants }
}

const number: Prediction = { id: 'p1', question: 'What?', code: 'f(3)', value: { kind: 'value', type: 'int', text: '5' }, instead: [] }

test('a bug to find is the exercise with another starter, whose comments do not contradict it', () => {
  const from = origins(python, variantsOf(python))
  const [first] = derivedEntries(python, from)
  expect(first).toMatchObject({ form: 'fix', context: 'a-story', minutes: 8 })
  const item = getDerived(first?.id ?? '', from, 1)
  if (item.form !== 'fix') throw new Error('not a bug to find')
  expect(item).toMatchObject({
    kind: 'exercise',
    slug: first?.id,
    context: 'a-story',
    form: 'fix',
    runtime: 'python',
    solution: python.solution,
  })
  expect(item.starter).toBe('def f(x):\n    if x <= 9:\n        return x + 2\n    return 0\n')
  expect(item.planted).toMatchObject({ operator: 'boundary', line: 2, right: 'if x < 9:', wrong: 'if x <= 9:', visibly: false })
  expect(item.statement).toContain('passes every check that you can see')
  expect(item.hints.at(-1)).toBe('Look at line 2.')
  expect(item.hints[1]).toBe('Look at `f`.')
})

test('a query has its bug too', () => {
  const from = origins(sql, variantsOf(sql))
  const item = getDerived(derivedEntries(sql, from)[0]?.id ?? '', from, 1)
  expect(item).toMatchObject({ runtime: 'postgres', form: 'fix', starter: 'SELECT a\nFROM t;\n' })
})

test('a line that is missing is said to have been missing', () => {
  const exercise = { ...python, solution: 'def f(x):\n    x.clear()\n    x.append(1)\n    return x\n' }
  const variants = variantsOf(exercise)
  const mutant = variants.mutants.find(({ text }) => text === '')
  const item = getDerived(`a-story~fix-${mutant?.id}`, origins(exercise, variants), 1)
  if (item.form !== 'fix') throw new Error('not a bug to find')
  expect(item.planted).toMatchObject({ wrong: '', right: 'x.clear()' })
  expect(item.why).toContain('This was missing')
})

test('what the checks let pass, and what ended before a check, is no bug to find', () => {
  const { mutants, ...rest } = variantsOf(python)
  const uncaught = mutants.map((mutant, place) => ({ ...mutant, verdict: place % 2 === 0 ? ('passed' as const) : ('timed-out' as const) }))
  expect(derivedEntries(python, origins(python, { ...rest, mutants: uncaught }))).toEqual([])
  const unnamed = mutants.map((mutant) => ({ ...mutant, caughtBy: '' }))
  expect(derivedEntries(python, origins(python, { ...rest, mutants: unnamed }))).toEqual([])
})

test('subtle bugs come first: only a hidden check fails', () => {
  const entries = derivedEntries(python, origins(python, variantsOf(python)))
  const boundary = variantsOf(python).mutants.find(({ operator }) => operator === 'boundary')
  expect(entries[0]?.id).toBe(`a-story~fix-${boundary?.id}`)
})

test('the id of a bug stays when comments, formatting of the file around it or the order of mistakes change', () => {
  const commented = { ...python, solution: python.solution.replace('# Not at most: nine is fine.', '# Below nine.\n    # Nine is fine.') }
  expect(mutantsOf(commented).map(({ id }) => id)).toEqual(mutantsOf(python).map(({ id }) => id))
})

test('a short value is typed, a long one chosen among what mistakes give, in an order that the seed decides', () => {
  const long = '[100, 200, 300, 400, 500, 600]'
  const instead = ['[1]', '[2]', '[3]'].map((text) => ({ kind: 'value', type: 'list', text }) as const)
  const chosen: Prediction = { ...number, id: 'p2', value: { kind: 'value', type: 'list', text: long }, instead }
  const from = origins(python, variantsOf(python, [number, chosen]))
  const typed = getDerived('a-story~predict-p1', from, 1)
  if (typed.form !== 'predict') throw new Error('nothing to predict')
  expect(typed).toMatchObject({ question: 'What?', code: 'f(3)', options: [], chances: 20 })
  expect(typed.program).not.toContain('#')
  expect(says(typed.expected, ' 5 ')).toBe(true)

  const items = [1, 2, 3, 4, 5, 6].map((seed) => getDerived('a-story~predict-p2', from, seed))
  const places = items.map((item) => {
    if (item.form !== 'predict') throw new Error('nothing to predict')
    const right = item.options.findIndex((option) => option.kind === 'value' && option.text === long)
    expect(item.options).toHaveLength(4)
    return right
  })
  expect(new Set(places).size).toBeGreaterThan(1)
})

test('a table without anything else to choose is not asked for', () => {
  const table: Prediction = { ...number, value: { kind: 'table', columns: ['a'], rows: [['1']] }, instead: [] }
  expect(derivedEntries(python, origins(python, variantsOf(python, [table]))).filter(({ form }) => form === 'predict')).toEqual([])
})

test('of a query the tables and their data are shown', () => {
  const rows: Prediction = { ...number, code: 'two rows', value: { kind: 'count', count: 1 } }
  const item = getDerived('a-query~predict-p1', origins(sql, variantsOf(sql, [rows])), 1)
  expect(item).toMatchObject({
    code: 'CREATE TABLE t (a integer);\n\nINSERT INTO t VALUES (1), (1);\n',
    program: 'SELECT DISTINCT a\nFROM t;\n',
  })
})

test('a record of other files is not believed', () => {
  const stale = origins(python, { ...variantsOf(python, [number]), hash: 'h0' })
  expect(derivedEntries(python, stale)).toEqual([])
  expect(() => getDerived('a-story~predict-p1', stale, 1)).toThrow('"A story" has changed since this was made of it.')
})

test.each([
  ['a-story~fix-gone', '"A story" has changed since this was made of it.'],
  ['a-story~recognise-1', '"A story" has changed since this was made of it.'],
  ['another~fix-1', 'This was made of "another", which is no longer part of the content.'],
  ['a-story', '"a-story" is not the id of a derived item.'],
  ['a-story~write-1', '"a-story~write-1" is not the id of a derived item.'],
  ['../a~fix-1', '"../a~fix-1" is not the id of a derived item.'],
])('%s is answered clearly', (id, message) => {
  expect(() => getDerived(id, origins(python, variantsOf(python)), 1)).toThrow(message)
})
