import { statSync } from 'node:fs'
import { join } from 'node:path'
import { splitFrontMatter } from './front-matter.ts'
import { entriesOf, readText } from './folder.ts'

/** A markdown file below a folder. */
export interface MarkdownFile {
  /** How messages name it. */
  readonly name: string
  /** Front matter blanked out, so that lines are the file's lines. */
  readonly body: string
}

/** Every readable markdown file below a folder, in order. */
export function pagesBelow(path: string, name: string): readonly MarkdownFile[] {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) {
    const { text, problem } = readText(path, name)
    return problem === undefined && path.endsWith('.md') ? [{ name, body: splitFrontMatter(text).body }] : []
  }
  return entriesOf(path).flatMap((entry) => pagesBelow(join(path, entry.name), `${name}/${entry.name}`))
}

/** A picture of a topic: the file's absolute path, or undefined where the address is not of the form `figures/<name>.svg`. */
export function figurePath(root: string, topic: string, address: string): string | undefined {
  return /^figures\/[a-z0-9-]+\.svg$/.test(address) ? join(root, topic, address) : undefined
}
