import { visit } from 'unist-util-visit'
import { parseMarkdown } from '../content/parser.ts'
import type { Problem } from '../content/problem.ts'
import type { Shelf } from './subject.ts'

/** Headings of a page go down one step at a time below its title, and no list is a task list. */
export function checkStructure({ pages }: Shelf): readonly Problem[] {
  return pages.flatMap((page) => {
    const problems: Problem[] = []
    let depth = 1
    visit(parseMarkdown(page.body), (node) => {
      const where = `${page.name}:${node.position?.start.line ?? 1}`
      if (node.type === 'heading') {
        if (node.depth === 1)
          problems.push({ where, what: 'A heading of the first level.', fix: 'The title stands in the front matter; begin with `##`.' })
        else if (node.depth > depth + 1)
          problems.push({
            where,
            what: `A heading of level ${node.depth} below one of level ${depth}.`,
            fix: 'Go down one level at a time.',
          })
        depth = node.depth
      }
      if (node.type === 'listItem' && typeof node.checked === 'boolean') {
        problems.push({ where, what: 'A task list: its boxes have no labels and cannot be ticked.', fix: 'Write a plain list.' })
      }
    })
    return problems
  })
}
