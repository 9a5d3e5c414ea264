import type { Flaw } from './flaw.ts'
import { suggest } from './nearest.ts'
import type { Entry, Tree } from './tree.ts'
import { type Dimension, quantity } from './units.ts'

/** Reads trees into typed values, and keeps what is wrong and where everything stands. */
export class Scan {
  readonly flaws: Flaw[] = []
  readonly lines = new Map<string, number>()

  /** Where a place stands: its name, rather than its value. */
  place(where: string, line: number): void {
    if (!this.lines.has(where)) this.lines.set(where, line)
  }

  flaw(line: number, where: string, cause: string, remedy: string): undefined {
    if (this.flaws.length < 100) this.flaws.push({ line, where, cause, remedy })
    return undefined
  }

  /** The entries of a map whose keys are known; nothing for an empty value. */
  fields(tree: Tree, where: string, known: readonly string[]): ReadonlyMap<string, Tree> {
    const found = new Map<string, Tree>()
    for (const { key, line, tree: value } of this.entries(tree, where)) {
      const place = at(where, key)
      this.place(place, line)
      if (!known.includes(key)) this.flaw(line, place, `nothing knows "${key}"`, suggest(key, known))
      else if (value.kind !== 'value' || value.value !== null) found.set(key, value)
      else this.flaw(line, place, `"${key}" has no value`, 'Give it one, or remove it.')
    }
    return found
  }

  /** The entries of a map from names that the learner chose. */
  named(tree: Tree | undefined, where: string): readonly Entry[] {
    if (tree === undefined) return []
    return this.entries(tree, where).filter(({ key, line }) => {
      this.place(at(where, key), line)
      const cause = nameFlaw(key)
      if (cause !== undefined) this.flaw(line, at(where, key), cause, 'Begin with a letter; then letters, digits, - and _, 40 at most.')
      return cause === undefined
    })
  }

  list(tree: Tree, where: string): readonly Tree[] {
    this.place(where, tree.line)
    if (tree.kind === 'list') return tree.items
    this.flaw(tree.line, where, `expected a list, got ${shown(tree)}`, 'Write [..., ...], or one entry a line after "- ".')
    return []
  }

  text(tree: Tree, where: string): string | undefined {
    this.place(where, tree.line)
    if (tree.kind === 'value' && tree.value !== null && tree.value !== '') return String(tree.value)
    return this.flaw(tree.line, where, `expected a text, got ${shown(tree)}`, 'Give a name or a text.')
  }

  number(tree: Tree, where: string, dimension: Dimension): number | undefined {
    this.place(where, tree.line)
    const value = tree.kind === 'value' ? tree.value : undefined
    if (typeof value === 'number') return value
    const parsed = typeof value === 'string' ? quantity(value) : undefined
    if (parsed !== undefined && (parsed.dimension ?? dimension) === dimension) return parsed.value
    const remedy =
      dimension === 'time' ? 'Write seconds, or a time such as 50ms, 3s or 10min.' : 'Write a number such as 12, 0.1, 20k or 1.5M.'
    return this.flaw(tree.line, where, `expected a ${dimension === 'time' ? 'time' : 'number'}, got ${shown(tree)}`, remedy)
  }

  flag(tree: Tree, where: string): boolean | undefined {
    this.place(where, tree.line)
    if (tree.kind === 'value' && typeof tree.value === 'boolean') return tree.value
    return this.flaw(tree.line, where, `expected true or false, got ${shown(tree)}`, 'Write true or false.')
  }

  /** What a learner sets: a number in any unit, a word, true or false. */
  setting(tree: Tree, where: string): number | string | boolean | undefined {
    this.place(where, tree.line)
    if (tree.kind !== 'value' || tree.value === null || tree.value === '') {
      return this.flaw(tree.line, where, `expected one value, got ${shown(tree)}`, 'Give a number, a word, true or false.')
    }
    if (typeof tree.value !== 'string') return tree.value
    const parsed = quantity(tree.value)
    if (parsed !== undefined) return parsed.value
    if (!/^[+-]?\.?\d/.test(tree.value)) return tree.value
    return this.flaw(tree.line, where, `${shown(tree)} is no number`, 'Write a number such as 12, 20k or 1.5M, or a time such as 50ms.')
  }

  private entries(tree: Tree, where: string): readonly Entry[] {
    this.place(where, tree.line)
    if (tree.kind === 'map') return tree.entries
    if (tree.kind === 'value' && tree.value === null) return []
    this.flaw(tree.line, where, `expected names with values, got ${shown(tree)}`, 'Write "name: value", one a line.')
    return []
  }
}

export function at(where: string, key: string): string {
  return where === '' ? key : `${where}.${key}`
}

/** Why something cannot be called so. */
export function nameFlaw(name: string): string | undefined {
  if (!/^[A-Za-z][\w-]{0,39}$/.test(name)) return `${JSON.stringify(name.slice(0, 60))} is no name`
  if (name in Object.prototype) return `"${name}" is a word that the language keeps for itself`
  return undefined
}

function shown(tree: Tree): string {
  if (tree.kind === 'list') return 'a list'
  if (tree.kind === 'map') return 'names with values'
  return tree.value === null ? 'nothing' : JSON.stringify(tree.value).slice(0, 60)
}
