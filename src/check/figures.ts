import { join } from 'node:path'
import { visit } from 'unist-util-visit'
import { entriesOf } from '../content/folder.ts'
import { nameIn } from '../content/library.ts'
import { parseMarkdown } from '../content/parser.ts'
import type { Problem } from '../content/problem.ts'
import type { Shelf } from './subject.ts'

/** Every picture of a topic is shown by one of its pages. */
export function checkFigures({ library, pages }: Shelf): readonly Problem[] {
  const shown = new Set<string>()
  for (const page of pages) {
    visit(parseMarkdown(page.body), 'image', (image) => {
      shown.add(`${page.topic}/${image.url}`)
    })
  }
  return library.topics.flatMap((topic) =>
    entriesOf(join(library.root, topic.id, 'figures'))
      .filter((figure) => figure.name.endsWith('.svg') && !shown.has(`${topic.id}/figures/${figure.name}`))
      .map((figure) => ({
        where: nameIn(library.root, join(library.root, topic.id, 'figures', figure.name)),
        what: 'No page shows this picture.',
        fix: 'Show it where it helps, or remove it.',
      })),
  )
}
