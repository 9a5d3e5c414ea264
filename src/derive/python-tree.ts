import type { SyntaxNode, Tree } from '@lezer/common'
import { parser } from '@lezer/python'

/** A program with its syntax. */
export interface Program {
  readonly source: string
  readonly tree: Tree
}

export function parsePython(source: string): Program {
  return { source, tree: parser.parse(source) }
}

export function textOf(program: Program, node: { readonly from: number; readonly to: number }): string {
  return program.source.slice(node.from, node.to)
}

export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child)
  return children
}

/** Every node, outermost first. */
export function nodesOf({ tree }: Program): readonly SyntaxNode[] {
  const nodes: SyntaxNode[] = []
  tree.iterate({ enter: ({ node }) => void nodes.push(node) })
  return nodes
}

export function isBroken({ tree }: Program): boolean {
  let broken = false
  tree.iterate({ enter: ({ type }) => void (broken ||= type.isError) })
  return broken
}

/** Name of the innermost function or class around a place; undefined at the top. */
export function definitionAt({ source, tree }: Program, place: number): string | undefined {
  for (let node: SyntaxNode | null = tree.resolveInner(place, 1); node !== null; node = node.parent) {
    if (node.name !== 'FunctionDefinition' && node.name !== 'ClassDefinition') continue
    const name = node.getChild('VariableName')
    if (name !== null) return source.slice(name.from, name.to)
  }
  return undefined
}
