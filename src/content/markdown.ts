import type { Root } from 'hast'
import rehypeKatex from 'rehype-katex'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import rehypeSlug from 'rehype-slug'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { rehypeAddresses } from './addresses.ts'
import { remarkDirectives } from './directives.ts'
import { headingsOf, type Heading } from './headings.ts'
import { rehypeHighlight } from './highlight.ts'
import { parseMarkdown } from './parser.ts'
import { rehypeScrolling } from './scrolling.ts'
import { pageSchema } from './safe-html.ts'

/** Markdown as HTML that may stand in a page. */
export interface Rendered {
  readonly html: string
  readonly headings: readonly Heading[]
  readonly problems: readonly RenderProblem[]
}

interface RenderProblem {
  /** In the markdown, counting from 1. */
  readonly line: number
  readonly column: number
  readonly what: string
}

/**
 * Renders markdown of a topic. `root` is the content folder, which figures are read from.
 * The order is what makes it safe: everything an author writes is sanitised, and only then come the steps
 * whose output is ours (addresses, figures, KaTeX, shiki). What is wrong is a problem, never an exception.
 */
export async function renderMarkdown(
  markdown: string,
  { topic, root }: { readonly topic: string; readonly root: string },
): Promise<Rendered> {
  const file = new VFile(markdown)
  let headings: readonly Heading[] = []
  const processor = unified()
    .use(remarkDirectives)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize, pageSchema)
    .use(rehypeAddresses, { root, topic })
    .use(rehypeSlug)
    .use(() => (tree: Root): undefined => {
      headings = headingsOf(tree)
    })
    .use(rehypeKatex, { strict: 'error' })
    .use(rehypeScrolling)
    .use(rehypeHighlight)
    .use(rehypeStringify)
  const tree = await processor.run(parseMarkdown(markdown), file)
  return { html: processor.stringify(tree, file), headings, problems: file.messages.map(problemOf) }
}

function problemOf(message: VFile['messages'][number]): RenderProblem {
  // Display mathematics loses its own place on the way; the block around it still knows.
  const around = message.ancestors?.findLast((node) => node.position !== undefined)?.position?.start
  const cause = message.cause instanceof Error ? `${message.reason}: ${message.cause.message.replaceAll('\n', ' ')}` : message.reason
  return { line: message.line ?? around?.line ?? 1, column: message.column ?? around?.column ?? 1, what: cause }
}
