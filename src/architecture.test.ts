import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** What each room may import, besides itself. Imports run one way: a room never appears below one that it serves. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  grading: ['domain'],
  derive: ['domain'],
  interchange: ['domain'],
  memory: ['domain'],
  planning: ['domain', 'memory'],
  simulation: ['domain'],
  validation: ['domain', 'simulation'],
  design: ['domain', 'grading', 'simulation'],
  manifests: ['domain'],
  content: ['domain', 'manifests', 'design', 'grading'],
  host: ['domain'],
  postgres: ['domain', 'host'],
  runner: ['domain', 'manifests', 'design', 'grading', 'host', 'postgres', 'simulation'],
  store: ['domain', 'host', 'postgres'],
  check: ['domain', 'content', 'derive', 'design', 'grading', 'runner'],
  gym: ['domain', 'content', 'derive', 'design', 'grading', 'host', 'interchange', 'memory', 'planning', 'runner', 'simulation', 'store'],
  server: ['domain', 'content', 'derive', 'grading', 'host', 'gym', 'planning'],
  cli: ['domain', 'content', 'check', 'derive', 'design', 'grading', 'host', 'gym', 'planning', 'server'],
  web: ['domain', 'derive', 'design', 'grading', 'planning', 'simulation', 'validation'],
}

/** Arithmetic only: no disk, clock, chance, environment. The browser runs them too. */
const PURE = ['domain', 'manifests', 'grading', 'derive', 'design', 'memory', 'planning', 'simulation', 'validation']

/** Who puts a screen in its place: the router, and for items the one that knows their kinds. */
const SHOWS_SCREENS = ['web/router.tsx', 'web/item/screen.tsx']

const SOURCE = import.meta.dirname

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const statements = text.matchAll(/^(import|export)\s+(type\s+)?(?:([^'"]*?)\s+from\s+)?['"]([^'"]+)['"]/gm)
  const lazy = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)
  return [
    ...[...statements].map(([, , type, names, to]) => {
      const each = /^\{(.*)\}$/s
        .exec(names?.trim() ?? '')?.[1]
        ?.split(',')
        .map((name) => name.trim())
        .filter(Boolean)
      return {
        from: file,
        to: to ?? '',
        typeOnly: type !== undefined || (each !== undefined && each.length > 0 && each.every((name) => name.startsWith('type '))),
      }
    }),
    ...[...lazy].map(([, to]) => ({ from: file, to: to ?? '', typeOnly: false })),
  ]
}

function roomOf(path: string): string {
  return relative(SOURCE, path).split('/')[0] ?? ''
}

const files = sourceFiles(SOURCE)
const imports = files.flatMap(importsOf)
const local = imports.filter(({ to }) => to.startsWith('.')).map((each) => ({ ...each, target: resolve(dirname(each.from), each.to) }))
const where = (path: string) => relative(SOURCE, path)

test('every folder of src is a room of the house', () => {
  const rooms = readdirSync(SOURCE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(rooms.filter((room) => !(room in ROOMS))).toEqual([])
  expect(local.length).toBeGreaterThan(100)
})

test('imports run one way', () => {
  const against = local.filter(({ from, target, typeOnly }) => {
    const [room, other] = [roomOf(from), roomOf(target)]
    // The client may know the shape of the server's answers, never its code.
    if (room === 'web' && other === 'server') return !typeOnly
    return room !== other && !(ROOMS[room] ?? []).includes(other)
  })
  expect(against.map(({ from, target }) => `${where(from)} imports ${where(target)}`)).toEqual([])
})

test('the rooms form no cycle', () => {
  const visit = (room: string, path: readonly string[]): string[] =>
    path.includes(room) ? [[...path, room].join(' -> ')] : (ROOMS[room] ?? []).flatMap((next) => visit(next, [...path, room]))
  expect(Object.keys(ROOMS).flatMap((room) => visit(room, []))).toEqual([])
})

test('pure rooms reach for no disk, clock, chance or environment', () => {
  const impure = files
    .filter((file) => PURE.includes(roomOf(file)))
    .filter((file) => /['"]node:|\bDate\.now\b|\bnew Date\(\)|Math\.random|\bprocess\.|\bfetch\(/.test(readFileSync(file, 'utf8')))
  expect(impure.map(where)).toEqual([])
})

test('only entry points read clock, chance and environment', () => {
  const entries = /^(cli|web|host)\//
  const impure = files
    .filter((file) => !entries.test(where(file)))
    .filter((file) => /\bDate\.now\(|Math\.random\(|\bprocess\.env\b/.test(readFileSync(file, 'utf8')))
  expect(impure.map(where)).toEqual([])
})

test('a screen of the client is shown by the router alone, and folders of the client form no cycle', () => {
  const folderOf = (path: string) => /^web\/([^/]+)\//.exec(where(path))?.[1]
  const isScreen = (path: string) => /^web\/[^/]+\/(screen|workspace)\.tsx$/.test(where(path))
  const client = local.filter(({ from, target }) => folderOf(target) !== undefined && folderOf(from) !== folderOf(target))
  const shown = client.filter(({ target }) => isScreen(target))
  // A rule that matches nothing holds nothing.
  expect(new Set(shown.map(({ target }) => target)).size).toBe(files.filter(isScreen).length)
  expect(shown.length).toBeGreaterThan(10)
  expect(
    shown.filter(({ from }) => !SHOWS_SCREENS.includes(where(from))).map(({ from, target }) => `${where(from)} imports ${where(target)}`),
  ).toEqual([])

  const next = new Map<string, Set<string>>()
  for (const { from, target } of client) {
    const [folder, other] = [folderOf(from), folderOf(target)]
    if (folder === undefined || other === undefined || SHOWS_SCREENS.includes(where(from))) continue
    next.set(folder, (next.get(folder) ?? new Set()).add(other))
  }
  const visit = (folder: string, path: readonly string[]): string[] =>
    path.includes(folder)
      ? [[...path, folder].join(' -> ')]
      : [...(next.get(folder) ?? [])].flatMap((other) => visit(other, [...path, folder]))
  expect([...next.keys()].flatMap((folder) => visit(folder, []))).toEqual([])
})

test('nothing is exported again from elsewhere, and no file is a drawer', () => {
  const again = files.filter((file) => /^export\s+(\*|\{[^}]*\})\s+from/m.test(readFileSync(file, 'utf8')))
  expect(again.map(where)).toEqual([])
  expect(files.filter((file) => /\/(utils?|helpers?|common|misc|types|index|manager)\.tsx?$/.test(file)).map(where)).toEqual([])
})
