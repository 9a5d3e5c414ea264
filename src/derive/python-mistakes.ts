import type { SyntaxNode } from '@lezer/common'
import type { Edit } from './edit.ts'
import { calls } from './python-calls.ts'
import { comparisons, names, operations, subscripts, type Mistakes } from './python-expressions.ts'
import { beginnings, statements } from './python-statements.ts'
import { nodesOf, parsePython } from './python-tree.ts'

const ALL: readonly Mistakes[] = [comparisons, operations, subscripts, names, calls, statements, beginnings]

/** Every mistake that the operators know to make in a program, in reading order. */
export function pythonMistakes(source: string): readonly Edit[] {
  const program = parsePython(source)
  return nodesOf(program)
    .filter((node) => !isBeyond(node))
    .flatMap((node) => ALL.flatMap((mistakes) => mistakes(program, node)))
}

/** What an error says, what a name imports and what a type claims decides nothing. */
function isBeyond(node: SyntaxNode): boolean {
  for (let around: SyntaxNode | null = node; around !== null; around = around.parent) {
    if (['RaiseStatement', 'ImportStatement', 'TypeDef', 'FormatString', 'AssertStatement'].includes(around.name)) return true
  }
  return false
}
