import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { survey } from './survey.ts'
import { targetsOf } from './targets.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const GOOD = join(FIXTURES, 'good', 'content')
const BAD = join(FIXTURES, 'bad')

/** The good tree with the files of a bad case laid over it and those of its `removed.txt` taken away. */
function laidOver(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-check-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const root = join(folder, 'content')
  cpSync(GOOD, root, { recursive: true })
  const over = join(BAD, name, 'content')
  if (existsSync(over)) cpSync(over, root, { recursive: true })
  const removed = join(BAD, name, 'removed.txt')
  if (existsSync(removed)) for (const path of readFileSync(removed, 'utf8').trim().split('\n')) rmSync(join(folder, path))
  return root
}

async function problemsOf(root: string): Promise<string> {
  const { problems } = await survey(root, { within: undefined, outside: [] })
  return problems.map(({ where, what, fix }) => `${where}\n  ${what}\n  ${fix}\n`).join('')
}

test('a tree that keeps every rule has no problem', async () => {
  expect(await problemsOf(GOOD)).toBe('')
})

test.each(readdirSync(BAD))('%s is found, where it stands, with its remedy', async (name) => {
  const problems = await problemsOf(laidOver(name))
  expect(problems).not.toBe('')
  await expect(problems).toMatchFileSnapshot(join(BAD, name, 'problems.txt'))
})

test('checking one item tells of that item only', async () => {
  const root = laidOver('unfinished')
  const only = async (slug: string) => (await survey(root, targetsOf([slug], { root, cwd: '/' }))).problems.length
  expect(await only('squares-of-a-list')).toBe(1)
  expect(await only('sales-of-every-shop')).toBe(0)
})

test('a folder outside the tree is checked by itself, its links and patterns aside', async () => {
  const root = laidOver('link-broken')
  const outside = join(laidOver('pattern-unknown'), 'counting/exercises/squares-of-a-list')
  const { subjects, problems } = await survey(root, targetsOf([outside], { root, cwd: '/' }))
  expect(problems).toEqual([])
  expect(subjects.map(({ item }) => `${item.topic}/${item.slug}`)).toEqual(['counting/squares-of-a-list'])
})

test('what is neither slug nor path is refused with a remedy', () => {
  expect(() => targetsOf(['no-such-thing'], { root: GOOD, cwd: '/' })).toThrow('There is no item or folder "no-such-thing".')
})
