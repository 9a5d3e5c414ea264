import { isMap, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import type { z } from 'zod'
import type { Problem } from './problem.ts'

/**
 * Parses YAML by a schema. Every problem names the line that it stands on.
 * `offset` is the number of lines in front of the text in its file; `lineOf` finds the line of a path.
 */
export function parseYaml<T>(
  schema: z.ZodType<T>,
  text: string,
  { name, offset }: { readonly name: string; readonly offset: number },
): { readonly value: T | undefined; readonly problems: readonly Problem[]; readonly lineOf: (path: readonly PropertyKey[]) => number } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineAt = (position: number) => lines.linePos(position).line + offset
  const lineOf = (path: readonly PropertyKey[]) => lineAt(positionOf(document, path))
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      where: `${name}:${lineAt(error.pos[0])}`,
      what: `Is not YAML: ${firstLine(error.message)}.`,
      fix: 'Mind the indentation, and quote a text that holds a colon.',
    }))
    return { value: undefined, problems, lineOf }
  }
  const parsed = schema.safeParse(document.toJS() ?? {})
  if (parsed.success) return { value: parsed.data, problems: [], lineOf }
  const problems = parsed.error.issues.flatMap((issue) =>
    describe(issue, document).map(({ path, what, fix }) => ({ where: `${name}:${lineOf(path)}`, what, fix })),
  )
  return { value: undefined, problems, lineOf }
}

interface Described {
  readonly path: readonly PropertyKey[]
  readonly what: string
  readonly fix: string
}

function describe(issue: z.core.$ZodIssue, document: Document.Parsed): readonly Described[] {
  const place = issue.path.length === 0 ? '' : `\`${issue.path.map(String).join('.')}\``
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      what: `Unknown key \`${[...issue.path.map(String), key].join('.')}\`.`,
      fix: 'Remove it or mend its spelling; docs/content-format.md names the keys.',
    }))
  }
  if (issue.path.length === 0 ? document.contents === null : document.getIn(issue.path) === undefined) {
    return [{ path: issue.path, what: `${place || 'The front matter'} is missing.`, fix: 'Add it; docs/content-format.md has an example.' }]
  }
  return [
    {
      path: issue.path,
      what: `${place || 'The text'}: ${decapitalise(issue.message)}.`,
      fix: 'See the example in docs/content-format.md.',
    },
  ]
}

/** Where the value of `path` starts; where there is none, its nearest parent. */
function positionOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: Node | null = document.contents
  let position = startOf(node)
  for (const key of path) {
    if (isMap(node)) {
      const pair: { key: unknown; value: unknown } | undefined = node.items.find((item) => String(item.key) === String(key))
      if (pair === undefined) return position
      position = startOf(pair.key as Node)
      node = pair.value as Node | null
    } else if (isSeq(node)) {
      node = (node.items[Number(key)] as Node | undefined) ?? null
      position = node === null ? position : startOf(node)
    } else return position
  }
  return position
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '')
}

function decapitalise(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '')
}
