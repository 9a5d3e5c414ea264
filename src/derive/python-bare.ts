import type { SyntaxNode } from '@lezer/common'
import { tidy } from './edit.ts'
import { childrenOf, nodesOf, parsePython, type Program } from './python-tree.ts'

/** A program without comments and docstrings: they teach, and would give a planted bug away or contradict it. */
export function barePython(source: string): string {
  const program = parsePython(source)
  const gone = nodesOf(program)
    .filter((node) => node.name === 'Comment' || isDocstring(node))
    .map((node) => withItsBlanks(program, node))
  let bare = source
  for (const { from, to } of gone.toReversed()) bare = bare.slice(0, from) + bare.slice(to)
  return tidy(bare)
}

function isDocstring(node: SyntaxNode): boolean {
  if (node.name !== 'ExpressionStatement' || node.firstChild?.name !== 'String' || node.firstChild.nextSibling !== null) return false
  const { parent } = node
  if (parent === null || (parent.name !== 'Body' && parent.name !== 'Script')) return false
  const statements = childrenOf(parent).filter(({ name }) => name !== ':' && name !== 'Comment')
  return statements[0]?.from === node.from && (statements.length > 1 || parent.name === 'Script')
}

/** The whole line where nothing else stands on it. */
function withItsBlanks({ source }: Program, { from, to }: SyntaxNode): { readonly from: number; readonly to: number } {
  const start = source.lastIndexOf('\n', from - 1) + 1
  const end = source.indexOf('\n', to)
  const before = source.slice(start, from)
  if (before.trim() === '') return { from: start, to: end === -1 ? source.length : end + 1 }
  return { from: start + before.trimEnd().length, to }
}
