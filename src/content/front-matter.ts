import type { z } from 'zod'
import type { Problem } from './problem.ts'
import { parseYaml } from './yaml.ts'

/** A markdown file with front matter, taken apart. */
export interface Page<T> {
  /** Undefined when the front matter is wrong: then `problems` says why. */
  readonly front: T | undefined
  /** The text below the front matter, behind as many empty lines as stand in front of it: its lines are the file's lines. */
  readonly body: string
  readonly problems: readonly Problem[]
}

/** The front matter's lines and the body, without looking inside. */
export function splitFrontMatter(text: string): { readonly yaml: string | undefined; readonly body: string } {
  const match = /^---\n([\s\S]*?\n)??---[ \t]*(?:\n|$)/.exec(text)
  if (match === null) return { yaml: undefined, body: text }
  const lines = match[0].split('\n').length - 1
  return { yaml: match[1] ?? '', body: '\n'.repeat(lines) + text.slice(match[0].length) }
}

/** Reads front matter by a schema. `name` is how messages name the file. */
export function readPage<T>(schema: z.ZodType<T>, text: string, name: string): Page<T> {
  const { yaml, body } = splitFrontMatter(text)
  if (yaml === undefined) {
    const problem = {
      where: `${name}:1`,
      what: 'Has no front matter.',
      fix: 'Start the file with a line `---`, the keys, and a second line `---`.',
    }
    return { front: undefined, body, problems: [problem] }
  }
  const { value, problems } = parseYaml(schema, yaml, { name, offset: 1 })
  return { front: value, body, problems }
}
