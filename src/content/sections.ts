import type { RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { parseMarkdown } from './parser.ts'
import type { Problem } from './problem.ts'

/** A part of a page: the markdown below one `## Heading`. */
export interface Section {
  readonly title: string
  readonly markdown: string
  /** Line of the heading. */
  readonly line: number
  readonly nodes: readonly RootContent[]
}

/** What a page is made of: the text before the first `##`, then its sections by title. */
export interface Sections {
  readonly intro: string
  readonly sections: ReadonlyMap<string, Section>
  readonly problems: readonly Problem[]
}

/**
 * Cuts a body at its `##` headings. `required` must all be there and not empty, `optional` may follow;
 * the order is that of the two lists, and no other `##` heading may stand in the file.
 */
export function readSections(
  body: string,
  {
    name,
    required,
    optional = [],
    intro: introName,
  }: {
    readonly name: string
    readonly required: readonly string[]
    readonly optional?: readonly string[]
    readonly intro: string | undefined
  },
): Sections {
  const root = parseMarkdown(body)
  const problems: Problem[] = []
  const starts = root.children.flatMap((node, index) => (node.type === 'heading' && node.depth === 2 ? [index] : []))
  const cut = (from: number, to: number) => {
    const [first, last] = [root.children[from], root.children[to - 1]]
    if (from >= to || first === undefined || last === undefined) return ''
    return body.slice(lineStart(body, first.position?.start.offset ?? 0), last.position?.end.offset).replace(/^\n+/, '')
  }
  const intro = cut(0, starts[0] ?? root.children.length)
  if (introName !== undefined && intro === '') {
    problems.push({
      where: `${name}:1`,
      what: `Has no ${introName}.`,
      fix: `Write the ${introName} below the front matter, before the first \`##\`.`,
    })
  }
  if (introName === undefined && intro !== '') {
    const line = root.children[0]?.position?.start.line ?? 1
    problems.push({ where: `${name}:${line}`, what: 'Text stands before the first section.', fix: `Move it below \`## ${required[0]}\`.` })
  }
  const known = [...required, ...optional]
  const sections = new Map<string, Section>()
  starts.forEach((start, place) => {
    const heading = root.children[start]
    if (heading === undefined) return
    const end = starts[place + 1] ?? root.children.length
    const title = toString(heading)
    const line = heading.position?.start.line ?? 1
    const where = `${name}:${line}`
    if (!known.includes(title)) {
      const fix = `Only ${known.map((one) => `\`## ${one}\``).join(', ')} may stand here; use \`###\` inside a section.`
      problems.push({ where, what: `Unexpected section "${title}".`, fix })
    } else if (sections.has(title)) {
      problems.push({ where, what: `A second section "${title}".`, fix: 'Merge the two.' })
    } else if ([...sections.keys()].some((before) => known.indexOf(before) > known.indexOf(title))) {
      problems.push({ where, what: `Section "${title}" stands too late.`, fix: `The order is ${known.join(', ')}.` })
    }
    const markdown = cut(start + 1, end)
    if (markdown === '')
      problems.push({ where, what: `Section "${title}" is empty.`, fix: required.includes(title) ? 'Write it.' : 'Write it or remove it.' })
    sections.set(title, { title, markdown, line, nodes: root.children.slice(start + 1, end) })
  })
  for (const title of required) {
    if (!sections.has(title))
      problems.push({ where: name, what: `Section \`## ${title}\` is missing.`, fix: `Add a line \`## ${title}\` and its text.` })
  }
  return { intro, sections, problems }
}

/** The items of a section that is one list, each as markdown of its own. */
export function readList(
  section: Section | undefined,
  body: string,
  { name, ordered }: { readonly name: string; readonly ordered: boolean },
): { readonly items: readonly string[]; readonly problems: readonly Problem[] } {
  if (section === undefined) return { items: [], problems: [] }
  const [list] = section.nodes
  if (section.nodes.length !== 1 || list?.type !== 'list' || (list.ordered ?? false) !== ordered) {
    const example = ordered ? '1. first' : '- first'
    const what = `Section "${section.title}" is not one ${ordered ? 'numbered' : 'bulleted'} list.`
    const problem = {
      where: `${name}:${section.line}`,
      what,
      fix: `Write each entry as an item (\`${example}\`), and nothing around the list.`,
    }
    return { items: [], problems: [problem] }
  }
  const items = list.children.map((item) => {
    const [first, last] = [item.children[0], item.children.at(-1)]
    const start = first?.position?.start
    if (start === undefined) return ''
    const markdown = body.slice(start.offset, last?.position?.end.offset)
    return markdown.replaceAll(new RegExp(`\\n {1,${Math.max(1, start.column - 1)}}`, 'g'), '\n')
  })
  const problems = items.flatMap((item, index) =>
    item.trim() === ''
      ? [
          {
            where: `${name}:${list.children[index]?.position?.start.line ?? section.line}`,
            what: 'An empty entry.',
            fix: 'Write it or remove it.',
          },
        ]
      : [],
  )
  return { items, problems }
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}
