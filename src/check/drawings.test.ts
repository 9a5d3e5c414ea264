import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadItem } from '../content/item.ts'
import type { Item } from '../domain/item.ts'
import type { Library } from '../domain/library.ts'
import { checkDrawings, checkLabs } from './drawings.ts'

const CONTENT = join(import.meta.dirname, '../../content')

/** The model case with a text of it replaced. */
function changed(file: string, from: string, to: string): Item {
  const root = mkdtempSync(join(tmpdir(), 'onsite-drawings-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const folder = join(root, 'system-design/designs/short-links')
  cpSync(join(CONTENT, 'parts.yml'), join(root, 'parts.yml'))
  cpSync(join(CONTENT, 'system-design/designs/short-links'), folder, { recursive: true })
  const text = readFileSync(join(folder, file), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, file), text.replace(from, to))
  const { item, problems } = loadItem(folder)
  expect(problems).toEqual([])
  return item as Item
}

function problemsOf(item: Item): string[] {
  return checkDrawings({ item, name: 'short-links' }).map(({ where, what, fix }) => `${where} ${what} ${fix}`)
}

test('the drawings of the model case could be handed in', () => {
  expect(problemsOf(changed('design.md', 'Short links', 'Short links'))).toEqual([])
})

test('a drawing that no learner could hand in is found, at its line', () => {
  expect(problemsOf(changed('starter.yml', 'part: links, replicas: 2', 'part: lnks, replicas: 2'))).toEqual([
    'short-links/starter.yml:4 `components.links.part`: this case has no part "lnks". Did you mean links?',
  ])
  expect(
    problemsOf(
      changed(
        'wrong/counter-in-a-row.yml',
        'open: [service, { at: cache, miss: [links] }, counter]',
        'open: [service, { at: cache, miss: [links] }]',
      ),
    )[0],
  ).toMatch(/^short-links\/wrong\/counter-in-a-row.yml:\d+ `routes.open`: Customers pay by click/)
  expect(problemsOf(changed('reference.yml', 'routes:', 'routs:'))).toEqual([
    'short-links/reference.yml:7 `routs`: nothing knows "routs". Did you mean routes?',
  ])
})

test('the same drawing twice is found, whatever its comments and places', () => {
  const right = readFileSync(join(CONTENT, 'system-design/designs/short-links/right/shards-instead-of-coalescing.yml'), 'utf8')
  const reference = readFileSync(join(CONTENT, 'system-design/designs/short-links/reference.yml'), 'utf8')
  expect(problemsOf(changed('right/shards-instead-of-coalescing.yml', right, `# again\n${reference}layout: { cache: [1, 2] }\n`))).toEqual([
    'short-links/right/shards-instead-of-coalescing.yml Is the same drawing as short-links/reference.yml. Change or remove one.',
  ])
})

test('labs of a case must be labs', () => {
  const library: Library = { topics: [], patterns: new Map(), items: new Map(), root: '/' }
  const item = changed('design.md', 'labs: []', 'labs: [drift]')
  expect(checkLabs({ item, name: 'short-links' }, library)).toEqual([
    { where: 'short-links/design.md:6', what: 'There is no lab "drift".', fix: 'Name the slug of a lab, or leave it out.' },
  ])
})
