import { existsSync } from 'node:fs'
import { basename, relative, resolve } from 'node:path'
import { findItemFolder } from '../content/item-folder.ts'
import { UserError } from '../domain/user-error.ts'

/** What is to be checked: the whole tree, or some of it and some item folders that stand elsewhere. */
export interface Targets {
  /** Names as messages give them (`content/tensors/topic.md`); undefined is the whole tree. */
  readonly within: readonly string[] | undefined
  /** Absolute paths of item folders outside the tree. */
  readonly outside: readonly string[]
}

/** Reads what a person named: slugs, or paths as seen from `cwd`. Throws UserError for what is neither. */
export function targetsOf(named: readonly string[], { root, cwd }: { readonly root: string; readonly cwd: string }): Targets {
  if (named.length === 0) return { within: undefined, outside: [] }
  const paths = named.map((one) => {
    const path = findItemFolder(root, one) ?? resolve(cwd, one)
    if (existsSync(path)) return path
    throw new UserError(`There is no item or folder "${one}".`, {
      where: one,
      fix: 'Name a slug (`onsite items` lists them) or the path of an item folder.',
    })
  })
  const inside = (path: string) => !relative(root, path).startsWith('..')
  const names = paths.filter(inside).map((path) => [basename(root), relative(root, path)].filter(Boolean).join('/'))
  const outside = paths.filter((path) => !inside(path))
  return { within: names.includes(basename(root)) ? undefined : names, outside }
}

/** Whether a place that a message names belongs to what is to be checked. */
export function isWithin(where: string, { within }: Targets): boolean {
  return within === undefined || within.some((name) => where === name || where.startsWith(`${name}/`) || where.startsWith(`${name}:`))
}
