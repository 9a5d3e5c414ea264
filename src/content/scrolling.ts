import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** Whatever may be wider than a phone scrolls by itself, so the keyboard must be able to reach it: displayed formulas and tables. */
export function rehypeScrolling(): (tree: Root) => undefined {
  return (tree) => {
    visit(tree, 'element', (node: Element) => {
      const classes = node.properties['className']
      if (node.tagName === 'table' || (Array.isArray(classes) && classes.includes('katex-display'))) node.properties['tabIndex'] = 0
    })
  }
}
