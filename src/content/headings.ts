import type { Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

/** A heading of a page, for its table of contents. */
export interface Heading {
  readonly id: string
  readonly text: string
  /** 2 for `##`. */
  readonly depth: number
}

/** The headings of a rendered page, in order; mathematics in them as its source. Collect them before KaTeX runs. */
export function headingsOf(root: Root): readonly Heading[] {
  const headings: Heading[] = []
  visit(root, 'element', (element) => {
    const depth = Number(/^h([1-6])$/.exec(element.tagName)?.[1])
    if (!Number.isNaN(depth)) headings.push({ id: String(element.properties['id'] ?? ''), text: toString(element), depth })
  })
  return headings
}
