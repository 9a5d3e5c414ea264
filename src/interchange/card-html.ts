import type { Element } from 'hast'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

interface Formula {
  readonly value: string
}

/** Markdown as a card of Anki's shows it: mathematics for its MathJax, links into Onsite as plain words. */
export function cardHtml(markdown: string): string {
  return String(pipeline.processSync(markdown)).trim()
}

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkRehype, {
    handlers: {
      inlineMath: (_: unknown, node: Formula) => ({ type: 'text', value: `\\(${node.value}\\)` }),
      math: (_: unknown, node: Formula) => paragraph(`\\[${node.value}\\]`),
    },
  })
  .use(() => (tree) => {
    visit(tree, 'element', (element: Element) => {
      if (element.tagName !== 'a' || /^https?:/.test(String(element.properties['href']))) return
      element.tagName = 'span'
      element.properties = {}
    })
  })
  .use(rehypeStringify)

function paragraph(value: string): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] }
}
