import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node, type Tags } from 'yaml'
import { type Finding, finding } from './finding.ts'

export type Path = readonly (string | number)[]

/** One YAML document as plain data, with the lines that its parts stand on. */
export interface YamlObject {
  /** Records, arrays, strings, numbers, booleans and null; never a class. */
  readonly value: unknown
  /** The line of the key or element at `path`; where it is missing, of its nearest parent. */
  lineOf(path: Path): number
}

/** Documents in a file: an exercise asks for a handful. */
const MOST_DOCUMENTS = 50

/** Uses of anchors: labels are repeated a dozen times; a bomb multiplies. */
const MOST_ALIASES = 50

/** Kinds of tags that Kubernetes' own parser does not know: it reads YAML 1.1 without dates and numbers to the base of sixty. */
const FOREIGN = /timestamp|binary|set|omap|pairs/

/**
 * Reads the documents of a file as kubectl does: YAML 1.1, so that `yes` is a boolean and `<<` merges; documents without content are
 * dropped, keys must be unique.
 */
export function readObjects(source: string): { readonly objects: readonly YamlObject[]; readonly findings: readonly Finding[] } {
  try {
    return read(source)
  } catch (error) {
    // The parser recurses into what is nested, and refuses to multiply anchors.
    if (error instanceof RangeError)
      return failed(finding(undefined, 'It is nested too deeply to be read.', 'Keep to the fields that Kubernetes knows.'))
    if (error instanceof ReferenceError)
      return failed(finding(undefined, 'Its anchors and aliases multiply into too much data.', 'Write repeated values out.'))
    throw error
  }
}

function failed(problem: Finding): { readonly objects: readonly YamlObject[]; readonly findings: readonly Finding[] } {
  return { objects: [], findings: [problem] }
}

function read(source: string): { readonly objects: readonly YamlObject[]; readonly findings: readonly Finding[] } {
  const lines = new LineCounter()
  const parsed = parseAllDocuments(source, { version: '1.1', lineCounter: lines, prettyErrors: false, customTags: kubernetesTags })
  const documents: readonly Document.Parsed[] = Array.isArray(parsed) ? parsed : []
  const lineAt = (position: number) => lines.linePos(position).line
  const broken = documents
    .flatMap(({ errors }) => errors)
    .slice(0, 3)
    .map((error) =>
      finding(
        lineAt(error.pos[0]),
        `This is not YAML: ${sentence(error.message)}`,
        'Mind the indentation; quote a text that holds `: ` or `#`.',
      ),
    )
  if (broken.length > 0) return { objects: [], findings: broken }
  if (documents.length > MOST_DOCUMENTS)
    return failed(finding(undefined, `There are ${documents.length} documents.`, `At most ${MOST_DOCUMENTS} are judged.`))
  const objects = documents
    .map((document) => ({
      value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown,
      lineOf: (path: Path) => lineAt(positionOf(document, path)),
    }))
    .filter(({ value }) => value !== null && value !== undefined)
  return objects.some(({ value }) => holdsItself(value))
    ? failed(finding(undefined, 'An anchor holds itself, which no object of Kubernetes does.', 'Write repeated values out.'))
    : { objects, findings: [] }
}

/** What is sent to the API server is JSON, which has no circles. */
function holdsItself(value: unknown): boolean {
  try {
    JSON.stringify(value)
    return false
  } catch {
    return true
  }
}

function kubernetesTags(tags: Tags): Tags {
  return tags.filter((tag) => {
    if (typeof tag === 'string') return !FOREIGN.test(tag) && !/time/i.test(tag)
    return !FOREIGN.test(tag.tag) && !('format' in tag && tag.format === 'TIME')
  })
}

/** Where the key or element of `path` starts; where there is none, its nearest parent. */
function positionOf(document: Document.Parsed, path: Path): number {
  let node: Node | null = document.contents
  let position = startOf(node)
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document) ?? null
    if (isMap(node)) {
      const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(key))
      if (pair === undefined) return position
      position = startOf(pair.key as Node)
      node = pair.value as Node | null
    } else if (isSeq(node)) {
      const element = node.items[Number(key)] as Node | undefined
      if (element === undefined) return position
      node = element
      position = startOf(node)
    } else return position
  }
  return position
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0
}

function sentence(message: string): string {
  const first = message.split('\n')[0] ?? message
  return first.length > 160 ? `${first.slice(0, 160)} …` : first.endsWith('.') ? first : `${first}.`
}
