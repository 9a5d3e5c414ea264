import type { Step } from '../domain/design.ts'
import { suggest } from './nearest.ts'
import { at, type Scan } from './scan.ts'
import type { Entry, Tree } from './tree.ts'

/** What each kind of step may say; the first word tells the kind. */
const KINDS = {
  at: ['at', 'miss', 'hold', 'write', 'work'],
  call: ['call', 'policy', 'else'],
  all: ['all', 'need', 'seconds'],
  each: ['each', 'count', 'spread', 'need', 'seconds'],
  apart: ['apart'],
  choose: ['choose'],
  again: ['again', 'probability'],
  try: ['try', 'else'],
  mark: ['mark'],
  quality: ['quality'],
  refresh: ['refresh'],
  fail: ['fail'],
} as const
type Kind = keyof typeof KINDS

const MOST_STEPS = 1000

/** Reads the steps of a route. */
export function readSteps(scan: Scan, tree: Tree, where: string): readonly Step[] {
  return scan.list(tree, where).flatMap((item, index) => readStep(scan, item, `${where}[${index}]`) ?? [])
}

function readStep(scan: Scan, tree: Tree, where: string): Step | undefined {
  scan.place(where, tree.line)
  if (scan.lines.size > 20 * MOST_STEPS) return scan.flaw(tree.line, where, 'more steps than anybody draws', 'Make it shorter.')
  if (tree.kind === 'value' && tree.value !== null) return scan.text(tree, where)
  if (tree.kind !== 'map') {
    return scan.flaw(tree.line, where, 'expected a step', `Name a component, or write one of ${Object.keys(KINDS).join(', ')}.`)
  }
  const kind = kindOf(tree.entries)
  if (kind === undefined) {
    const [first] = tree.entries
    const remedy =
      first === undefined ? `Write one of ${Object.keys(KINDS).join(', ')}.` : suggest(first.key, [...new Set(Object.values(KINDS).flat())])
    return scan.flaw(tree.line, where, `nothing knows a step with ${first === undefined ? 'nothing in it' : `"${first.key}"`}`, remedy)
  }
  const fields = scan.fields(tree, where, KINDS[kind])
  const required = <T>(name: string, read: (value: Tree, place: string) => T | undefined): T | undefined => {
    const value = fields.get(name)
    if (value !== undefined) return read(value, at(where, name))
    if (!tree.entries.some(({ key }) => key === name)) scan.flaw(tree.line, where, `this step needs "${name}"`, `Add ${name}: ...`)
    return undefined
  }
  const optional = <T>(name: string, read: (value: Tree, place: string) => T | undefined): Readonly<Record<string, T>> => {
    const value = fields.get(name)
    const found = value === undefined ? undefined : read(value, at(where, name))
    return found === undefined ? {} : { [name]: found }
  }
  const steps = (value: Tree, place: string) => readSteps(scan, value, place)
  const count = (value: Tree, place: string) => scan.number(value, place, 'count')
  const time = (value: Tree, place: string) => scan.number(value, place, 'time')
  const text = (value: Tree, place: string) => scan.text(value, place)
  const parallel = { ...optional('need', count), ...optional('seconds', time) }
  switch (kind) {
    case 'at':
      return {
        at: required('at', text) ?? '',
        ...optional('miss', steps),
        ...optional('hold', steps),
        ...optional('write', (value, place) => readWrite(scan, value, place)),
        ...optional('work', count),
      }
    case 'call':
      return { call: required('call', steps) ?? [], policy: required('policy', text) ?? '', ...optional('else', steps) }
    case 'all': {
      const branches = (value: Tree, place: string) =>
        scan.list(value, place).map((branch, index) => readSteps(scan, branch, `${place}[${index}]`))
      return { all: required('all', branches) ?? [], ...parallel }
    }
    case 'each':
      return {
        each: required('each', steps) ?? [],
        count: required('count', count) ?? 1,
        ...optional('spread', (value, place) => scan.flag(value, place)),
        ...parallel,
      }
    case 'apart':
      return { apart: required('apart', steps) ?? [] }
    case 'choose':
      return { choose: required('choose', (value, place) => readBranches(scan, value, place)) ?? [] }
    case 'again':
      return { again: required('again', steps) ?? [], probability: required('probability', count) ?? 0 }
    case 'try':
      return { try: required('try', steps) ?? [], else: required('else', steps) ?? [] }
    case 'mark':
      return { mark: required('mark', text) ?? '' }
    case 'quality':
      return { quality: required('quality', count) ?? 1 }
    case 'refresh':
      return { refresh: required('refresh', text) ?? '' }
    case 'fail':
      return { fail: required('fail', text) ?? '' }
  }
}

function readBranches(scan: Scan, tree: Tree, where: string): readonly { readonly share: number; readonly steps: readonly Step[] }[] {
  return scan.list(tree, where).map((branch, index) => {
    const place = `${where}[${index}]`
    const fields = scan.fields(branch, place, ['share', 'steps'])
    const [share, steps] = [fields.get('share'), fields.get('steps')]
    if (share === undefined || steps === undefined) {
      scan.flaw(branch.line, place, 'a branch needs "share" and "steps"', 'Write { share: 0.2, steps: [...] }.')
      return { share: 1, steps: [] }
    }
    return { share: scan.number(share, at(place, 'share'), 'count') ?? 1, steps: readSteps(scan, steps, at(place, 'steps')) }
  })
}

/** `around`: past a cache that is not told. */
function readWrite(scan: Scan, tree: Tree, where: string): boolean | 'around' | undefined {
  if (tree.kind !== 'value' || tree.value !== 'around') return scan.flag(tree, where)
  scan.place(where, tree.line)
  return 'around'
}

/** `try` and `call` may both have an `else`; so the words that tell kinds apart are looked for first. */
function kindOf(entries: readonly Entry[]): Kind | undefined {
  const keys = new Set(entries.map(({ key }) => key))
  return (Object.keys(KINDS) as Kind[]).find((kind) => keys.has(kind))
}
