import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Item } from '../domain/item.ts'
import { NAME } from './fields.ts'
import { entriesOf } from './folder.ts'

/** The kinds of item folder, by the directory that they stand in. */
export const ITEM_DIRECTORIES = ['exercises', 'labs', 'questions', 'designs'] as const

/** The page that makes a folder an item, by that directory. */
export const ITEM_PAGES = { exercises: 'exercise.md', labs: 'lab.md', questions: 'question.md', designs: 'design.md' } as const

/** Where an item belongs. A lab is an exercise with a world. */
export function directoryOf(item: Item): (typeof ITEM_DIRECTORIES)[number] {
  if (item.kind === 'question' || item.kind === 'estimate') return 'questions'
  if (item.kind === 'design') return 'designs'
  return 'world' in item && item.world !== undefined ? 'labs' : 'exercises'
}

/** What people call an item: a lab is an exercise with a world, a drill a question that asks for numbers. */
export type Sort = 'exercise' | 'lab' | 'question' | 'drill' | 'design'

export function sortOf(item: Item): Sort {
  if (item.kind === 'estimate') return 'drill'
  return item.kind === 'exercise' && directoryOf(item) === 'labs' ? 'lab' : item.kind
}

/** Where the item of that name stands in a content tree, without loading the tree. */
export function findItemFolder(root: string, slug: string): string | undefined {
  if (!NAME.test(slug)) return undefined
  return entriesOf(root)
    .flatMap((topic) => ITEM_DIRECTORIES.map((directory) => join(root, topic.name, directory, slug)))
    .find((path) => existsSync(path))
}
