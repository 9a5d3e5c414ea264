import { join } from 'node:path'
import { readText } from '../content/folder.ts'
import { directoryOf, ITEM_PAGES } from '../content/item-folder.ts'
import { nameIn } from '../content/library.ts'
import type { Problem } from '../content/problem.ts'
import type { Library } from '../domain/library.ts'
import type { Subject } from './subject.ts'

/** The patterns that an item exercises exist. */
export function checkItemPatterns({ item, name }: Subject, library: Library): readonly Problem[] {
  const file = ITEM_PAGES[directoryOf(item)]
  const text = readText(join(item.folder, file), '').text
  return item.patterns.filter((id) => !hasPattern(library, id)).map((id) => unknownPattern(id, `${name}/${file}:${lineOf(text, id)}`))
}

/** The patterns that a pattern is easily mistaken for exist, and are others than itself. */
export function checkConfusable(library: Library): readonly Problem[] {
  return [...library.patterns.values()].flatMap((pattern) => {
    const file = join(library.root, pattern.topic, 'patterns', `${pattern.id.slice(pattern.topic.length + 1)}.md`)
    const text = readText(file, '').text
    const where = (id: string) => `${nameIn(library.root, file)}:${lineOf(text, id)}`
    return pattern.confusable.flatMap((id) => {
      if (id === pattern.id) return [{ where: where(id), what: 'A pattern cannot be mistaken for itself.', fix: `Remove ${id}.` }]
      return hasPattern(library, id) ? [] : [unknownPattern(id, where(id))]
    })
  })
}

/** A pattern whose own file is malformed is reported there, not once more wherever it is named. */
function hasPattern(library: Library, id: string): boolean {
  const [topic = '', pattern = ''] = id.split('/')
  return library.patterns.has(id) || readText(join(library.root, topic, 'patterns', `${pattern}.md`), '').problem === undefined
}

function unknownPattern(id: string, where: string): Problem {
  return { where, what: `There is no pattern ${id}.`, fix: `Mend the id, or write content/${id.replace('/', '/patterns/')}.md.` }
}

function lineOf(text: string, needle: string): number {
  return Math.max(1, text.split('\n').findIndex((line) => line.includes(needle)) + 1)
}
