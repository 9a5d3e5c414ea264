import type { Nodes } from 'mdast'
import { parseMarkdown } from './parser.ts'

/** The words of markdown, for search and snippets: no marks, no HTML, code and mathematics as their source, one space between blocks. */
export function plainText(markdown: string): string {
  return textOf(parseMarkdown(markdown)).replaceAll(/\s+/g, ' ').trim()
}

const INLINE: readonly string[] = ['text', 'inlineCode', 'inlineMath', 'emphasis', 'strong', 'delete', 'link', 'linkReference']

function textOf(node: Nodes): string {
  if (node.type === 'html') return ' '
  if (node.type === 'image') return ` ${node.alt ?? ''} `
  if ('value' in node) return INLINE.includes(node.type) ? node.value : ` ${node.value} `
  if (!('children' in node)) return ' '
  const inner = node.children.map(textOf).join('')
  return INLINE.includes(node.type) ? inner : ` ${inner} `
}
