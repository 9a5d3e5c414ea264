import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { loadItem } from '../content/item.ts'
import type { Exercise } from '../domain/item.ts'
import type { Isolation } from '../domain/runner.ts'
import { createBlobs } from '../runner/blobs.ts'
import { createPostgresEngine } from '../runner/postgres/engine.ts'
import { createPythonEngine } from '../runner/python/engine.ts'
import { createRunner } from '../runner/runner.ts'
import { grade } from './grade.ts'
import { prove } from './prove.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const GOOD = join(FIXTURES, 'good/content/counting/exercises')
const PROVING = join(FIXTURES, 'proving')

const project = resolve(import.meta.dirname, '../..')
const blobs = createBlobs()
const unknown: Isolation = { mode: 'unknown', reason: '', fix: '', probes: [] }
const probe = { isolation: () => unknown, run: () => Promise.resolve(unknown) }
const runner = createRunner([createPythonEngine({ project, blobs }), createPostgresEngine({ project, blobs })], blobs, probe)
afterAll(() => runner.close())

/** The good exercise with the files of a case laid over it. */
function exerciseOf(name: string): Exercise {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-prove-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'squares-of-a-list')
  cpSync(join(GOOD, 'squares-of-a-list'), path, { recursive: true })
  cpSync(join(PROVING, name), path, { recursive: true })
  rmSync(join(path, 'problems.txt'), { force: true })
  return exerciseAt(path)
}

function exerciseAt(path: string): Exercise {
  const { item, problems } = loadItem(path)
  if (item?.kind !== 'exercise') throw new Error(JSON.stringify(problems))
  return item
}

function proofOf(exercise: Exercise) {
  const signal = new AbortController().signal
  return prove(exercise, {
    name: exercise.slug,
    seed: 1,
    judge: 'this one',
    grade: (of, source, seed) => grade(runner, of, source, { seed, signal, reveal: true }),
  })
}

test.each(['squares-of-a-list', 'sales-of-every-shop'])('%s, which keeps every rule, is proved', async (slug) => {
  const exercise = exerciseAt(join(GOOD, slug))
  const { proof, problems } = await proofOf(exercise)
  expect(problems).toEqual([])
  const hidden = slug === 'squares-of-a-list' ? 2 : 1
  expect(proof).toEqual({ hash: exercise.hash, judge: 'this one', checks: { visible: 1, hidden }, right: 2, wrong: 3 })
})

test.each(readdirSync(PROVING))('what is said of %s', async (name) => {
  const { proof, problems } = await proofOf(exerciseOf(name))
  const said = problems.map(({ where, what, fix }) => `${where}\n  ${what}\n  ${fix}\n`).join('')
  expect(proof === undefined).toBe(said !== '')
  // How long a program took differs from run to run.
  const steady = said === '' ? 'proved\n' : said.replaceAll(/\b\d+ ms of/g, 'N ms of')
  await expect(steady).toMatchFileSnapshot(join(PROVING, name, 'problems.txt'))
})
