import { statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { splitFrontMatter } from './front-matter.ts'
import { entriesOf, readText } from './folder.ts'

/** A markdown file of a topic. */
export interface MarkdownFile {
  readonly topic: string
  /** How messages name it. */
  readonly name: string
  /** Front matter blanked out, so that lines are the file's lines. */
  readonly body: string
}

/** Every readable markdown file of a content tree, in order. */
export function pagesOf(root: string): readonly MarkdownFile[] {
  return entriesOf(root).flatMap((topic) =>
    pagesBelow(join(root, topic.name), { topic: topic.name, name: `${basename(root)}/${topic.name}` }),
  )
}

/** Every readable markdown file of one folder of a topic, or the one that the path is. */
export function pagesBelow(path: string, { topic, name }: { readonly topic: string; readonly name: string }): readonly MarkdownFile[] {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) {
    if (!path.endsWith('.md')) return []
    const { text, problem } = readText(path, name)
    return problem === undefined ? [{ topic, name, body: splitFrontMatter(text).body }] : []
  }
  return entriesOf(path).flatMap((entry) => pagesBelow(join(path, entry.name), { topic, name: `${name}/${entry.name}` }))
}

/** A picture of a topic: the file's absolute path, or undefined where the address is not of the form `figures/<name>.svg`. */
export function figurePath(root: string, topic: string, address: string): string | undefined {
  return /^figures\/[a-z0-9-]+\.svg$/.test(address) ? join(root, topic, address) : undefined
}
