import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { NAME } from './fields.ts'
import { entriesOf } from './folder.ts'

/** The two kinds of item folder, by the directory that they stand in. */
export const ITEM_DIRECTORIES = ['exercises', 'questions'] as const

/** Where the item of that name stands in a content tree, without loading the tree. */
export function findItemFolder(root: string, slug: string): string | undefined {
  if (!NAME.test(slug)) return undefined
  return entriesOf(root)
    .flatMap((topic) => ITEM_DIRECTORIES.map((directory) => join(root, topic.name, directory, slug)))
    .find((path) => existsSync(path))
}
