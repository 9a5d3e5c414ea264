import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import type { Flaw } from './flaw.ts'

/** Plain data with the line that each piece stands on. */
export type Tree =
  | { readonly kind: 'map'; readonly line: number; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly Tree[] }
  | { readonly kind: 'value'; readonly line: number; readonly value: string | number | boolean | null }

export interface Entry {
  readonly key: string
  readonly line: number
  readonly tree: Tree
}

/** A text that somebody could have written by hand. */
const LONGEST = 60_000
const DEEPEST = 60
const MOST = 20_000

/** Reads YAML as plain data. Total: any text gives a tree or says what is wrong. Anchors, aliases and tags are no part of a drawing. */
export function readTree(text: string): { readonly tree: Tree | undefined; readonly flaws: readonly Flaw[] } {
  const refuse = (line: number, cause: string, remedy: string) => ({ tree: undefined, flaws: [{ line, where: '', cause, remedy }] })
  if (text.length > LONGEST) {
    return refuse(1, `the text has ${text.length} characters, at most ${LONGEST} are read`, 'Make it shorter.')
  }
  const nested = deepLine(text)
  if (nested !== undefined) return refuse(nested, `brackets within brackets, more than ${DEEPEST} deep`, 'Flatten it.')
  const lines = new LineCounter()
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  try {
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, schema: 'core', merge: false, logLevel: 'silent' })
    const [error] = document.errors
    if (error !== undefined) {
      const cause = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
      return refuse(lineAt(error.pos[0]), `this is not YAML: ${cause}`, 'Mind the indentation, and quote a text that holds a colon.')
    }
    if (document.contents === null) return { tree: { kind: 'map', line: 1, entries: [] }, flaws: [] }
    const builder = new Builder(lineAt)
    const tree = builder.tree(document.contents, 1, 0)
    return builder.flaws.length > 0 ? { tree: undefined, flaws: builder.flaws } : { tree, flaws: [] }
  } catch (error) {
    if (error instanceof RangeError) return refuse(1, 'it is nested too deeply', 'Flatten it.')
    throw error
  }
}

class Builder {
  readonly flaws: Flaw[] = []
  private count = 0
  private readonly lineAt: (offset: number) => number

  constructor(lineAt: (offset: number) => number) {
    this.lineAt = lineAt
  }

  tree(node: Node | null, around: number, depth: number): Tree {
    const line = node?.range ? this.lineAt(node.range[0]) : around
    const nothing: Tree = { kind: 'value', line, value: null }
    const refuse = (cause: string, remedy: string): Tree => {
      if (this.flaws.length < 20) this.flaws.push({ line, where: '', cause, remedy })
      return nothing
    }
    if (node === null) return nothing
    if (depth > DEEPEST) return refuse(`things within things, more than ${DEEPEST} deep`, 'Flatten it.')
    if (++this.count > MOST) return refuse(`more than ${MOST} pieces`, 'Make it shorter.')
    if (isAlias(node)) return refuse('an alias (*name) cannot stand here', 'Write out what it stands for; quote a text that begins with *.')
    if ('anchor' in node && node.anchor !== undefined) {
      return refuse('an anchor (&name) cannot stand here', 'Leave it out; quote a text that begins with &.')
    }
    if (node.tag !== undefined) return refuse(`a tag (${node.tag}) cannot stand here`, 'Leave it out; quote a text that begins with !.')
    if (isMap(node)) {
      const known = new Set<string>()
      const entries = node.items.flatMap((pair): readonly Entry[] => {
        const key = this.tree(pair.key as Node | null, line, depth + 1)
        if (key.kind !== 'value' || key.value === null) {
          this.flaws.push({ line: key.line, where: '', cause: 'a name is missing before the colon', remedy: 'Give it one.' })
          return []
        }
        const name = String(key.value)
        if (known.has(name)) {
          this.flaws.push({ line: key.line, where: '', cause: `"${name}" stands here twice`, remedy: 'Remove or rename one of them.' })
        }
        known.add(name)
        return [{ key: name, line: key.line, tree: this.tree(pair.value as Node | null, key.line, depth + 1) }]
      })
      return { kind: 'map', line, entries }
    }
    if (isSeq(node)) return { kind: 'list', line, items: node.items.map((item) => this.tree(item as Node | null, line, depth + 1)) }
    const value: unknown = isScalar(node) ? node.value : undefined
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return { kind: 'value', line, value }
    if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'value', line, value }
    return refuse(typeof value === 'number' ? `${value} is no value` : 'this is no value', 'Give a text, a number, true or false.')
  }
}

/** Where brackets stand deeper in each other than anybody writes: the parser would go down with them. */
function deepLine(text: string): number | undefined {
  let [depth, line] = [0, 1]
  for (const letter of text) {
    if (letter === '\n') line++
    else if (letter === '[' || letter === '{') depth++
    else if (letter === ']' || letter === '}') depth = Math.max(0, depth - 1)
    if (depth > DEEPEST * 2) return line
  }
  return undefined
}
