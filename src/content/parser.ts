import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'
import { visit } from 'unist-util-visit'

/** Reads markdown as Onsite writes it: CommonMark, tables, `$math$`, `$$display math$$`, block directives. */
export function parseMarkdown(markdown: string): Root {
  const root = parser.parse(markdown)
  visit(root, 'inlineMath', (node) => {
    // remark-math displays only what is fenced by lines of `$$`; between two `$$` on one line the author means the same.
    const start = node.position?.start.offset ?? 0
    if (markdown.startsWith('$$', start)) node.data = { ...node.data, hProperties: { className: ['language-math', 'math-display'] } }
  })
  return root
}

/**
 * Block directives only: the inline form takes `10:30`, `3:1` and `host:port` for directives and tears the sentence apart.
 */
function blockDirectives(this: Processor): undefined {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  const { flow } = directive()
  data.micromarkExtensions.push(flow === undefined ? {} : { flow })
  data.fromMarkdownExtensions.push(directiveFromMarkdown())
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(blockDirectives)
