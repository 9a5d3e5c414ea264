import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { grade } from '../check/grade.ts'
import { prove } from '../check/prove.ts'
import { survey } from '../check/survey.ts'
import { loadItem } from '../content/item.ts'
import { openRunner } from '../gym/open-runner.ts'
import { create } from './new.ts'
import { recordedShell } from './recorded-shell.ts'

const runner = openRunner(resolve(import.meta.dirname, '../..'))
afterAll(() => runner.close())

function projectWithContent(): string {
  const project = mkdtempSync(join(tmpdir(), 'onsite-new-'))
  onTestFinished(() => rmSync(project, { recursive: true }))
  cpSync(join(import.meta.dirname, '../check/fixtures/good'), project, { recursive: true })
  return project
}

async function created(project: string, ...args: readonly string[]): Promise<readonly string[]> {
  const shell = recordedShell({ project })
  expect(await create.run([...args, '--json'], shell)).toBe(0)
  return JSON.parse(shell.written()).files
}

async function problemsOf(project: string): Promise<readonly string[]> {
  const { problems } = await survey(join(project, 'content'), { within: undefined, outside: [] })
  return problems.map(({ where, what }) => `${where} ${what}`)
}

/** What an author does: writes something in place of each TODO. */
function finish(project: string): void {
  for (const path of readdirSync(join(project, 'content'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(md|py|sql|yml)$/.test(path)) continue
    const file = join(project, 'content', path)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('TODO', 'Here'))
  }
}

test.each([
  ['topic', 'summing'],
  ['pattern', 'counting/tally-marks'],
  ['question', 'counting/why-so-many'],
  ['exercise', 'counting/add-them-all'],
])('a new %s passes but for its TODO words', async (kind, name) => {
  const project = projectWithContent()
  const files = await created(project, kind, name)
  const problems = await problemsOf(project)
  expect(problems.length).toBeGreaterThan(0)
  expect(problems.filter((problem) => !problem.endsWith(' Says TODO.'))).toEqual([])
  expect(problems.every((problem) => files.some((file) => problem.startsWith(file)))).toBe(true)
  finish(project)
  expect(await problemsOf(project)).toEqual([])
})

test.each(['python', 'data', 'torch', 'postgres'])('a new exercise for %s is proved as it was written', async (runtime) => {
  const project = projectWithContent()
  await created(project, 'exercise', 'counting/add-them-all', '--runtime', runtime)
  finish(project)
  expect(await problemsOf(project)).toEqual([])
  const { item } = loadItem(join(project, 'content/counting/exercises/add-them-all'))
  if (item?.kind !== 'exercise') throw new Error('not an exercise')
  const signal = new AbortController().signal
  const { problems, proof } = await prove(item, {
    name: item.slug,
    seed: 1,
    judge: 'this one',
    grade: (exercise, source, seed) => grade(runner, exercise, source, { seed, signal, reveal: true }),
  })
  expect(problems).toEqual([])
  expect(proof).toMatchObject({ right: 2, wrong: 3 })
})

test('a new item stands in the list of its topic, and the rest of the file is untouched', async () => {
  const project = projectWithContent()
  const file = join(project, 'content/counting/topic.md')
  const before = readFileSync(file, 'utf8')
  await created(project, 'exercise', 'counting/add-them-all')
  expect(readFileSync(file, 'utf8')).toBe(before.replace('  - sales-of-every-shop\n', '  - sales-of-every-shop\n  - add-them-all\n'))
})

test.each([
  ['exercise', 'add-them-all', 'does not name a new exercise'],
  ['exercise', 'counting/Add', 'does not name a new exercise'],
  ['exercise', 'nowhere/add-them-all', 'There is no topic "nowhere"'],
  ['exercise', 'counting/squares-of-a-list', 'There is an item of that name'],
  ['question', 'counting/squares-of-a-list', 'There is an item of that name'],
  ['pattern', 'counting/running-sum', 'It is there already'],
  ['topic', 'counting', 'It is there already'],
  ['lab', 'counting/x', 'There is no kind "lab"'],
])('onsite new %s %s changes nothing and says why', async (kind, name, why) => {
  const project = projectWithContent()
  await expect(create.run([kind, name], recordedShell({ project }))).rejects.toThrow(why)
  expect(await problemsOf(project)).toEqual([])
})
