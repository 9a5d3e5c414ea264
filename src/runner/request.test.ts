import { expect, test } from 'vitest'
import type { PythonExercise, SqlExercise } from '../domain/item.ts'
import { createBlobs } from './blobs.ts'
import { cellJob, jobOf } from './request.ts'

const base = {
  kind: 'exercise',
  slug: 'doubling',
  topic: 'python',
  title: 'Doubling',
  patterns: [],
  form: 'write',
  difficulty: 'core',
  minutes: 5,
  sources: [],
  statement: '',
  hash: '',
  folder: '',
  limits: { cpuMs: 2000, wallMs: 10_000, memoryBytes: 1, outputBytes: 1 },
  permissions: ['spawn'],
  aliases: [],
  hints: [],
  why: '',
  starter: '',
  right: [],
  wrong: [],
} as const
const python: PythonExercise = { ...base, runtime: 'python', solution: 'the solution', tests: 'the tests', snippets: [] }
const sql: SqlExercise = {
  ...base,
  runtime: 'postgres',
  solution: 'select 1',
  schema: 'create table t ()',
  compare: 'bag',
  tolerance: 0,
  cases: [
    { name: 'hidden', visible: false, category: 'edge', data: 'hidden data' },
    { name: 'shown', visible: true, category: 'example', data: 'shown data' },
  ],
}

test('a grading takes the exercise as it is, and the learner never gets more than their own file', () => {
  const blobs = createBlobs()
  const job = jobOf(python, 'mine', { kind: 'grade', checks: 'all', seed: 3 }, blobs)
  expect(job).toMatchObject({
    runtime: 'python',
    kind: 'grade',
    checks: 'all',
    seed: 3,
    limits: base.limits,
    permissions: ['spawn'],
    reveal: false,
  })
  expect(contents(job.files, blobs)).toEqual({ 'main.py': 'mine', 'tests.py': 'the tests', 'solution.py': 'the solution' })
})

test('a run has the source and the input, and neither checks nor solution', () => {
  const blobs = createBlobs()
  const job = jobOf(python, 'mine', { kind: 'run', checks: 'visible', seed: 3, input: 'double(2)' }, blobs)
  expect(contents(job.files, blobs)).toEqual({ 'main.py': 'mine', 'input.py': 'double(2)' })
})

test('the same question is the same job, another seed is another', () => {
  const ask = (seed: number) => jobOf(python, 'mine', { kind: 'grade', checks: 'all', seed }, createBlobs()).id
  expect(ask(1)).toBe(ask(1))
  expect(ask(1)).not.toBe(ask(2))
})

test('visible checks of SQL take the visible cases only, so that hidden data is not even sent', () => {
  const blobs = createBlobs()
  const job = jobOf(sql, 'mine', { kind: 'grade', checks: 'visible', seed: 0 }, blobs)
  const files = contents(job.files, blobs)
  expect(files).toMatchObject({ 'main.sql': 'mine', 'solution.sql': 'select 1', 'cases/0.sql': 'shown data' })
  expect(files).not.toHaveProperty('cases/1.sql')
  expect(JSON.parse(files['cases.json'] ?? '')).toEqual({
    compare: 'bag',
    tolerance: 0,
    cases: [{ name: 'shown', visible: true, category: 'example' }],
  })
})

test('a run of SQL has the first visible case and no solution', () => {
  const blobs = createBlobs()
  const job = jobOf(sql, 'mine', { kind: 'run', checks: 'visible', seed: 0 }, blobs)
  expect(contents(job.files, blobs)).toEqual({ 'main.sql': 'mine', 'schema.sql': 'create table t ()', 'cases/0.sql': 'shown data' })
})

test("a guide's cell runs without any exercise", () => {
  const blobs = createBlobs()
  const job = cellJob('data', '1 + 1', 5, blobs)
  expect(job).toMatchObject({ runtime: 'data', kind: 'run', seed: 5, permissions: [] })
  expect(contents(job.files, blobs)).toEqual({ 'main.py': '1 + 1' })
})

function contents(files: Readonly<Record<string, string>>, blobs: ReturnType<typeof createBlobs>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, hash]) => [name, blobs.get(hash)]))
}
