import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { grade } from '../check/grade.ts'
import { proveDesign } from '../check/prove-design.ts'
import { prove } from '../check/prove.ts'
import { survey } from '../check/survey.ts'
import { loadItem } from '../content/item.ts'
import { driven } from '../design/stages.ts'
import { performer } from '../design/trial.ts'
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
    if (!/\.(md|py|sql|yml|yaml|dockerfile)$/.test(path)) continue
    const file = join(project, 'content', path)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('TODO', 'Here'))
  }
}

test.each([
  ['topic', 'summing'],
  ['pattern', 'counting/tally-marks'],
  ['question', 'counting/why-so-many'],
  ['exercise', 'counting/add-them-all'],
  ['drill', 'counting/how-many-in-a-year'],
  ['design', 'counting/a-desk'],
  ['lab', 'counting/how-warm-it-is'],
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

/** A new lab, with a text of one of its files replaced, and what the proof of it says. */
async function provedLab(runtime: string, file = 'tests.py', text = '', by = text) {
  const project = projectWithContent()
  await created(project, 'lab', 'counting/how-warm-it-is', '--runtime', runtime)
  finish(project)
  const folder = join(project, 'content/counting/labs/how-warm-it-is')
  writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace(text, by))
  const { item } = loadItem(folder)
  if (item?.kind !== 'exercise') throw new Error('not a lab')
  const signal = new AbortController().signal
  const options = { name: item.slug, seed: 1, judge: 'this one' }
  return prove(item, { ...options, grade: (of, source, seed) => grade(runner, of, source, { seed, signal, reveal: true }) })
}

test.each(['python', 'data'])('a new lab for %s is proved as it was written, its numbers clear of their limits', async (runtime) => {
  const { proof, problems } = await provedLab(runtime)
  expect(problems).toEqual([])
  expect(proof).toMatchObject({ checks: { visible: 1, hidden: 1 }, right: 2, wrong: 3 })
})

test('a lab whose limit lies within the chance of a right answer, or of a wrong one, is not proved', async () => {
  const near = await provedLab('python', 'tests.py', 'most=0.4', 'most=0.16')
  expect(near.proof).toBeUndefined()
  expect(near.problems.map(({ what }) => what)).toContainEqual(expect.stringMatching(/^("sixty rooms" passes it only just|Does not pass)/))
  const wide = await provedLab('python', 'tests.py', 'most=0.4', 'most=1.9')
  expect(wide.problems.map(({ where }) => where)).toContainEqual(expect.stringMatching(/wrong/))
})

test('there is no lab of SQL', async () => {
  await expect(created(projectWithContent(), 'lab', 'counting/how-warm-it-is', '--runtime', 'postgres')).rejects.toThrow(
    'written in Python',
  )
})

test.each(['python', 'data', 'torch', 'postgres', 'dockerfile', 'kubernetes'])(
  'a new exercise for %s is proved as it was written',
  async (runtime) => {
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
  },
)

test('a new design is proved as it was written', async () => {
  const project = projectWithContent()
  await created(project, 'design', 'counting/a-desk')
  finish(project)
  const { item } = loadItem(join(project, 'content/counting/designs/a-desk'))
  if (item?.kind !== 'design') throw new Error('not a design')
  const proving = proveDesign(item, { name: item.slug, seed: 1, versions: { engine: 1, verdict: 1 } })
  const { problems, proof } = driven(proving, performer(item), () => {})
  expect(problems).toEqual([])
  expect(proof?.par.dollars).toBeLessThanOrEqual(5)
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
  ['riddle', 'counting/x', 'There is no kind "riddle"'],
])('onsite new %s %s changes nothing and says why', async (kind, name, why) => {
  const project = projectWithContent()
  await expect(create.run([kind, name], recordedShell({ project }))).rejects.toThrow(why)
  expect(await problemsOf(project)).toEqual([])
})
