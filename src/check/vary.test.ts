import { expect, test } from 'vitest'
import type { PythonExercise, SqlExercise } from '../domain/item.ts'
import type { JobResult } from '../domain/job.ts'
import type { Shown } from '../domain/shown.ts'
import { differences } from './record.ts'
import { strengthOf, vary } from './vary.ts'

const limits = { cpuMs: 2000, wallMs: 1, memoryBytes: 1, outputBytes: 1 }
const about = {
  topic: 'x',
  title: 'T',
  patterns: [],
  form: 'write',
  difficulty: 'core',
  minutes: 5,
  sources: [],
  statement: '',
  hash: 'h',
  folder: '',
} as const
const base = { ...about, kind: 'exercise', limits, permissions: [], aliases: [], hints: [], why: '', right: [] } as const
const measured = { cpuMs: 1, wallMs: 1, memoryBytes: 1, stdout: '', truncated: false, message: '', seed: 1 }

const python: PythonExercise = {
  ...base,
  slug: 'doubling',
  runtime: 'python',
  starter: '',
  solution: 'def f(x):\n    if x < 9:\n        return x + x\n    return 0\n',
  tests: '',
  wrong: [{ file: 'a.py', source: 'wrong a', caughtBy: 'a check' }],
  snippets: [{ question: 'What?', code: 'f(3)' }],
}

function graded(verdict: JobResult['verdict'], failing: readonly string[] = []): JobResult {
  const checks = ['hidden one', 'shown one'].map(
    (name) =>
      ({
        name,
        visible: name === 'shown one',
        category: 'edge',
        passed: !failing.includes(name),
        message: '',
        difference: undefined,
      }) as const,
  )
  return { ...measured, verdict, checks, value: undefined }
}

function ran(text: string): JobResult {
  return { ...graded('passed'), checks: [], value: { kind: 'text', type: 'int', text, truncated: false } }
}

const asked = { name: 'doubling', seed: 1, judge: 'j', cpuMs: 10, run: async () => ran('6') }

test('each broken copy is recorded with the check that catches it, a visible one before a hidden one', async () => {
  const { variants, problems } = await vary(python, {
    ...asked,
    grade: async (_, source) =>
      source.includes('<=') ? graded('passed') : graded('failed', source.includes('x - x') ? ['hidden one'] : ['hidden one', 'shown one']),
  })
  expect(problems).toEqual([])
  const told = variants?.mutants.map(({ operator, verdict, caughtBy, visibly }) => [operator, verdict, caughtBy, visibly])
  expect(told).toContainEqual(['boundary', 'passed', '', false])
  expect(told).toContainEqual(['arithmetic', 'failed', 'hidden one', false])
  expect(variants === undefined ? undefined : strengthOf(variants)).toEqual({ made: told?.length, caught: (told?.length ?? 0) - 1 })
})

test('a check that catches a copy by chance is not the one that is named', async () => {
  const of = (failing: (seed: number) => readonly string[]) =>
    vary(python, { ...asked, grade: async (_, __, seed) => graded(failing(seed).length === 0 ? 'passed' : 'failed', failing(seed)) })
  const lucky = await of((seed) => (seed === 1 ? ['hidden one', 'shown one'] : ['hidden one']))
  expect(lucky.variants?.mutants[0]).toMatchObject({ verdict: 'failed', caughtBy: 'hidden one', visibly: false })
  const never = await of((seed) => (seed === 1 ? ['hidden one'] : []))
  expect(never.variants?.mutants[0]).toMatchObject({ verdict: 'failed', caughtBy: '', visibly: false })
})

test('a copy that runs forever is not waited for as long as an answer would be', async () => {
  const granted: number[] = []
  const grade = async ({ limits: given }: { readonly limits: { readonly cpuMs: number } }) => {
    granted.push(given.cpuMs)
    return graded('failed', ['shown one'])
  }
  await vary(python, { ...asked, cpuMs: 200, grade })
  expect(new Set(granted)).toEqual(new Set([800]))
})

test('a value is recorded with what wrong answers and caught copies give instead, each once', async () => {
  const { variants } = await vary(python, {
    ...asked,
    grade: async () => graded('failed', ['shown one']),
    run: async (_, source) => ran(source === 'wrong a' ? '7' : source.includes('x - x') ? '0' : '6'),
  })
  expect(variants?.predictions).toMatchObject([
    { question: 'What?', code: 'f(3)', value: { kind: 'value', type: 'int', text: '6' }, instead: [{ text: '7' }, { text: '0' }] },
  ])
})

test('no more values stand beside the right one than anybody would read', async () => {
  let next = 10
  const { variants } = await vary(
    { ...python, wrong: Array.from({ length: 9 }, (_, place) => ({ file: `${place}.py`, source: `wrong ${place}`, caughtBy: 'a check' })) },
    {
      ...asked,
      grade: async () => graded('failed', ['shown one']),
      run: async (_, source) => ran(source === python.solution ? '6' : String(next++)),
    },
  )
  expect(variants?.predictions[0]?.instead).toHaveLength(5)
})

test('an exception is a value too, and no choice beside other values', async () => {
  const raises: JobResult = { ...graded('errored'), message: 'ValueError: no\n  main.py, line 2: ...' }
  const of = (run: (source: string) => JobResult) =>
    vary(python, { ...asked, grade: async () => graded('failed'), run: async (_, source) => run(source) })
  expect((await of(() => raises)).variants?.predictions).toMatchObject([{ value: { kind: 'raises', type: 'ValueError' }, instead: [] }])
  expect((await of((source) => (source === python.solution ? ran('6') : raises))).variants?.predictions).toMatchObject([{ instead: [] }])
})

test.each([
  [
    'depends on the seed',
    async (_: unknown, __: string, ___: string, seed: number) => ran(String(seed)),
    'gives another value with another seed',
  ],
  ['there is none', async () => ({ ...ran(''), value: undefined }), 'has no value that can be recorded'],
  [
    'is too long',
    async () => ({ ...ran(''), value: { kind: 'text', type: 'str', text: 'a', truncated: true } satisfies Shown }),
    'has no value that can be recorded',
  ],
  ['takes too long', async () => graded('timed-out'), 'has no value that can be recorded'],
] as const)('a value is a problem where it %s', async (_, run, what) => {
  const { variants, problems } = await vary(python, { ...asked, grade: async () => graded('failed'), run })
  expect(variants).toBeUndefined()
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ where: 'doubling/predict.py', what: expect.stringContaining(what) })
})

test('what a busy machine did not judge is told apart from what a program did', async () => {
  expect(await vary(python, { ...asked, grade: async () => graded('not-run') })).toMatchObject({ judged: false, problems: [] })
  expect(await vary(python, { ...asked, grade: async () => graded('failed'), run: async () => graded('our-fault') })).toMatchObject({
    judged: false,
    problems: [],
  })
})

test('of a query the number of rows and the rows are asked on visible cases; in a bag their order is none', async () => {
  const sql: SqlExercise = {
    ...base,
    slug: 'query',
    runtime: 'postgres',
    starter: '',
    solution: 'SELECT a FROM t;',
    wrong: [],
    schema: '',
    compare: 'bag',
    tolerance: 0,
    cases: [
      { name: 'two', visible: true, category: 'example', data: 'x' },
      { name: 'hidden', visible: false, category: 'edge', data: 'y' },
    ],
  }
  const value: Shown = {
    kind: 'table',
    type: 'query',
    columns: [{ name: 'a', dtype: 'text' }],
    index: [],
    rows: [['z'], ['b']],
    rowCount: 2,
    truncated: false,
  }
  const { variants } = await vary(sql, { ...asked, grade: async () => graded('failed'), run: async () => ({ ...graded('passed'), value }) })
  expect(variants?.predictions).toMatchObject([
    { code: 'two', value: { kind: 'count', count: 2 } },
    { code: 'two', value: { kind: 'table', columns: ['a'], rows: [['b'], ['z']] } },
  ])
})

test('a record is held against what is seen: another value, another outcome of a copy', async () => {
  const seen = (verdict: 'failed' | 'passed', text: string) =>
    vary(python, { ...asked, grade: async () => graded(verdict), run: async () => ran(text) })
  const [{ variants: recorded }, { variants: same }, { variants: other }] = await Promise.all([
    seen('failed', '6'),
    seen('failed', '6'),
    seen('passed', '7'),
  ])
  if (recorded === undefined || same === undefined || other === undefined) throw new Error('not recorded')
  expect(differences(recorded, same)).toEqual([])
  const found = differences(recorded, other)
  expect(found).toHaveLength(recorded.mutants.length + 1)
  expect(found.at(-1)).toContain('The answer to “What?”')
})
