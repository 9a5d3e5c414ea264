import { type Document, isCollection, isMap, isScalar, isSeq, type Node, parseDocument, type ParsedNode, Scalar } from 'yaml'
import { printed, written } from './write-drawing.ts'

/** Where something stands in a drawing: `['routes', 'read', 1, 'miss', 0]`. */
export type Path = readonly (string | number)[]

/** A change of one place of a drawing. */
export type Edit =
  | { readonly type: 'set'; readonly path: Path; readonly value: unknown }
  | { readonly type: 'remove'; readonly path: Path }
  /** Into a list, before what stands there. */
  | { readonly type: 'insert'; readonly path: Path; readonly value: unknown }
  /** A key of a map; its place among the others stays. */
  | { readonly type: 'rename'; readonly path: Path; readonly to: string }

/** Changes a text in turn; comments, order and style of all else stay. A text that is no YAML, and an edit of a place that is not there, change nothing. */
export function editDrawing(text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text, { schema: 'core', merge: false, uniqueKeys: false, keepSourceTokens: false, logLevel: 'silent' })
  if (document.errors.length > 0) return text
  if (document.contents === null) document.contents = document.createNode({}) as unknown as ParsedNode
  for (const edit of edits) apply(document, edit)
  return printed(document)
}

function apply(document: Document.Parsed, edit: Edit): void {
  const { path } = edit
  const last = path.at(-1)
  if (last === undefined) return
  const owner: unknown = document.getIn(path.slice(0, -1), true)
  switch (edit.type) {
    case 'set':
      set(document, path, edit.value)
      break
    case 'remove':
      if (isCollection(owner) && owner.has(last)) owner.delete(last)
      prune(document, path.slice(0, -1))
      break
    case 'insert':
      if (isSeq(owner)) {
        const node = nodeOf(document, edit.value, path, owner.flow === true)
        owner.items.splice(Math.min(Number(last), owner.items.length), 0, node)
      } else if (owner === undefined) set(document, path.slice(0, -1), [edit.value])
      break
    case 'rename':
      rename(owner, String(last), edit.to)
  }
}

function set(document: Document.Parsed, path: Path, value: unknown): void {
  const before: unknown = document.getIn(path, true)
  if (isScalar(before) && !isCompound(value)) {
    before.value = written(value, path)
    // How the number before was written: as an exponent, with so many digits.
    delete before.format
    delete before.minFractionDigits
    if (typeof before.value === 'string') before.type = Scalar.PLAIN
    return
  }
  const owner: unknown = document.getIn(path.slice(0, -1), true)
  const node = nodeOf(document, value, path, isCollection(owner) && owner.flow === true)
  if (isCollection(before)) {
    if (before.commentBefore !== undefined && before.commentBefore !== null) node.commentBefore = before.commentBefore
    if (isCollection(node) && isCompound(value) && before.flow !== undefined) node.flow = before.flow
  }
  if (path.length > 1 && !isCollection(owner)) set(document, path.slice(0, -1), typeof path.at(-1) === 'number' ? [] : {})
  document.setIn(path, node)
  if (!isCollection(owner)) unflow(document, path)
}

/** Groups that an edit made are written one entry a line, as elsewhere. */
function unflow(document: Document.Parsed, path: Path): void {
  const group: unknown = document.getIn(path.slice(0, 1), true)
  if (isMap(group)) group.flow = false
}

function nodeOf(document: Document.Parsed, value: unknown, path: Path, isFlow: boolean): Node {
  const node = document.createNode(deep(value, path), { aliasDuplicateObjects: false }) as Node
  if (isCollection(node)) {
    // A group has its names one a line; what stands below is short.
    node.flow = isFlow || path.length > 1
  }
  return node
}

/** A group without anything in it says nothing. */
function prune(document: Document.Parsed, path: Path): void {
  const [group] = path
  if (path.length !== 1 || group === undefined) return
  const node: unknown = document.getIn(path, true)
  if (isCollection(node) && node.items.length === 0 && group !== 'components' && group !== 'routes') document.deleteIn(path)
}

function rename(owner: unknown, from: string, to: string): void {
  if (!isMap(owner)) return
  const pair = owner.items.find(({ key }) => String(isScalar(key) ? key.value : key) === from)
  if (pair === undefined) return
  if (isScalar(pair.key)) {
    pair.key.value = to
    delete pair.key.source
  } else pair.key = new Scalar(to)
}

function deep(value: unknown, path: Path): unknown {
  if (Array.isArray(value)) return value.map((each, at) => deep(each, [...path, at]))
  if (typeof value !== 'object' || value === null) return written(value, path)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, deep(each, [...path, key])]),
  )
}

function isCompound(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
