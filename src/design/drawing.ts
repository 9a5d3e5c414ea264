import type { Drawing, Placing, Setting } from '../domain/case.ts'
import type { Step } from '../domain/design.ts'
import type { Policy } from '../domain/policy.ts'
import { type Flaw, lineOf } from './flaw.ts'
import { at, Scan } from './scan.ts'
import { readSteps } from './steps.ts'
import { readTree, type Tree } from './tree.ts'

const PARTS_OF_A_DRAWING = ['components', 'policies', 'routes', 'jobs', 'layout']
const MOST_COMPONENTS = 60

/** A drawing as it was read. `lines`: where each place of it stands in the text. */
export interface ReadDrawing {
  readonly drawing: Drawing | undefined
  readonly problems: readonly Flaw[]
  readonly lines: ReadonlyMap<string, number>
}

/** Reads the text form of a drawing. Total: any text gives a drawing or problems with their lines. */
export function readDrawing(text: string): ReadDrawing {
  const { tree, flaws } = readTree(text)
  if (tree === undefined) return { drawing: undefined, problems: flaws, lines: new Map() }
  const scan = new Scan()
  const drawing = readWhole(scan, tree)
  const problems = [...scan.flaws].sort((a, b) => a.line - b.line)
  return { drawing: problems.length > 0 ? undefined : drawing, problems, lines: scan.lines }
}

/** Problems that know no line, with the lines of the text that was read. */
export function withLines(problems: readonly Flaw[], lines: ReadonlyMap<string, number>): readonly Flaw[] {
  return problems.map((flaw) => (flaw.line > 0 ? flaw : { ...flaw, line: lineOf(lines, flaw.where) })).sort((a, b) => a.line - b.line)
}

function readWhole(scan: Scan, tree: Tree): Drawing {
  const fields = scan.fields(tree, '', PARTS_OF_A_DRAWING)
  const components = scan.named(fields.get('components'), 'components')
  if (components.length > MOST_COMPONENTS) {
    scan.flaw(tree.line, 'components', `${components.length} components, at most ${MOST_COMPONENTS} are drawn`, 'Leave some out.')
  }
  return {
    components: Object.fromEntries(components.flatMap(({ key, tree: value }) => readPlacing(scan, key, value))),
    policies: Object.fromEntries(
      scan.named(fields.get('policies'), 'policies').map(({ key, tree: value }) => [key, readPolicy(scan, value, at('policies', key))]),
    ),
    routes: Object.fromEntries(
      scan
        .named(fields.get('routes'), 'routes')
        .map(({ key, tree: value }): readonly [string, readonly Step[]] => [key, readSteps(scan, value, at('routes', key))]),
    ),
    jobs: Object.fromEntries(
      scan.named(fields.get('jobs'), 'jobs').flatMap(({ key, tree: value }) => {
        const seconds = scan.number(value, at('jobs', key), 'time')
        return seconds === undefined ? [] : [[key, seconds] as const]
      }),
    ),
    layout: Object.fromEntries(
      scan.named(fields.get('layout'), 'layout').flatMap(({ key, tree: value }) => {
        const [x, y, ...rest] = scan.list(value, at('layout', key)).map((each) => scan.number(each, at('layout', key), 'count'))
        if (x !== undefined && y !== undefined && rest.length === 0) return [[key, [x, y] as const] as const]
        if (value.kind === 'list') scan.flaw(value.line, at('layout', key), 'expected two numbers', 'Write [x, y], or leave it out.')
        return []
      }),
    ),
  }
}

function readPlacing(scan: Scan, name: string, tree: Tree): readonly (readonly [string, Placing])[] {
  const where = at('components', name)
  if (tree.kind === 'value' && typeof tree.value === 'string' && tree.value !== '') return [[name, { part: tree.value, settings: {} }]]
  if (tree.kind !== 'map') {
    scan.flaw(tree.line, where, 'expected what it is made of', 'Write { part: <part>, <setting>: <value>, ... }.')
    return []
  }
  let part: string | undefined
  const settings: [string, Setting][] = []
  for (const { key, line, tree: value } of tree.entries) {
    const place = at(where, key)
    scan.place(place, line)
    if (key === 'part') part = scan.text(value, place)
    else if (!/^[A-Za-z][\w.-]{0,59}$/.test(key) || key in Object.prototype)
      scan.flaw(line, place, `nothing knows "${key.slice(0, 60)}"`, 'Remove it.')
    else {
      const setting = scan.setting(value, place)
      if (setting !== undefined) settings.push([key, setting])
    }
  }
  if (part === undefined) {
    if (!tree.entries.some(({ key }) => key === 'part'))
      scan.flaw(tree.line, where, 'it is not said what this is made of', 'Add part: <part>.')
    return []
  }
  return [[name, { part, settings: Object.fromEntries(settings) }]]
}

const POLICY = ['timeout', 'retries', 'backoff', 'budget', 'hedge', 'cancels', 'deadline', 'breaker']
const BACKOFF = { base: 'time', factor: 'count', most: 'time', jitter: 'count' } as const
const BUDGET = { ratio: 'count', burst: 'count' } as const
const BREAKER = { window: 'count', share: 'count', open: 'time' } as const

function readPolicy(scan: Scan, tree: Tree, where: string): Policy {
  const fields = scan.fields(tree, where, POLICY)
  const read = <T>(name: string, how: (value: Tree, place: string) => T | undefined): Readonly<Record<string, T>> => {
    const value = fields.get(name)
    const found = value === undefined ? undefined : how(value, at(where, name))
    return found === undefined ? {} : { [name]: found }
  }
  const time = (value: Tree, place: string) => scan.number(value, place, 'time')
  const group = (kinds: Readonly<Record<string, 'time' | 'count'>>, needed: readonly string[]) => (value: Tree, place: string) => {
    const inner = scan.fields(value, place, Object.keys(kinds))
    for (const name of needed) {
      if (!inner.has(name)) scan.flaw(value.line, place, `"${name}" is missing`, `Add ${name}: ...`)
    }
    return Object.fromEntries(
      [...inner].flatMap(([name, each]) => {
        const number = scan.number(each, at(place, name), kinds[name] ?? 'count')
        return number === undefined ? [] : [[name, number] as const]
      }),
    )
  }
  return {
    ...read('timeout', time),
    ...read('retries', (value, place) => scan.number(value, place, 'count')),
    ...read('backoff', group(BACKOFF, ['base'])),
    ...read('budget', group(BUDGET, ['ratio', 'burst'])),
    ...read('hedge', time),
    ...read('cancels', (value, place) => scan.flag(value, place)),
    ...read('deadline', time),
    ...read('breaker', group(BREAKER, ['window', 'share', 'open'])),
  }
}
