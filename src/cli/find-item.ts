import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findItemFolder } from '../content/item-folder.ts'
import { loadItem } from '../content/item.ts'
import type { Item } from '../domain/item.ts'
import { UserError } from '../domain/user-error.ts'

/** The item of that slug, or in the folder of that path, wherever it stands. Reads nothing else of the content. Throws UserError. */
export function getItem(named: string, { project, cwd }: { readonly project: string; readonly cwd: string }): Item {
  const path = findItemFolder(join(project, 'content'), named) ?? resolve(cwd, named)
  if (!existsSync(path)) {
    throw new UserError(`There is no item "${named}".`, {
      where: named,
      fix: '`onsite items` lists the items; or give the path of an item folder.',
    })
  }
  const { item, problems } = loadItem(path)
  if (item !== undefined) return item
  const [first] = problems
  throw new UserError(`The item cannot be used: ${first?.what ?? 'its files are wrong.'}`, {
    where: first?.where ?? named,
    fix: first?.fix ?? `\`onsite check ${named}\` says more.`,
  })
}
