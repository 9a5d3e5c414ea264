import type { Code, Root } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import { PYTHON_RUNTIMES } from '../domain/runtime.ts'
import type { VFile } from 'vfile'

/** What a reader sees and hears above a set-apart block. */
const ASIDES: Readonly<Record<string, string>> = { note: 'Note', trap: 'Trap', interview: 'What the interviewer is after' }

const CELL_RUNTIMES: readonly string[] = PYTHON_RUNTIMES

/** Turns `:::note`, `:::trap`, `:::interview` into asides and `:::cell` into a figure that the client makes runnable. */
export function remarkDirectives() {
  return (root: Root, file: VFile): undefined => {
    visit(root, ['containerDirective', 'leafDirective'], (visited) => {
      const node = visited as ContainerDirective | LeafDirective
      const complain = (what: string) => {
        file.message(what, { place: node.position, ruleId: 'directive', source: 'onsite' })
      }
      if (node.type === 'leafDirective')
        return complain(`Unknown directive "::${node.name}": a block directive has three colons and an end.`)
      if (node.name === 'cell') return asCell(node, complain)
      const label = ASIDES[node.name]
      if (label === undefined) return complain(`Unknown directive ":::${node.name}": there are note, trap, interview and cell.`)
      for (const attribute of Object.keys(node.attributes ?? {})) complain(`":::${node.name}" takes no attribute "${attribute}".`)
      const [first] = node.children
      if (first?.type === 'paragraph' && first.data?.directiveLabel === true)
        return complain(`":::${node.name}" takes no label in brackets.`)
      node.data = { hName: 'aside', hProperties: { className: [node.name], ariaLabel: label } }
      node.children.unshift({
        type: 'paragraph',
        data: { hProperties: { className: ['aside-title'] } },
        children: [{ type: 'text', value: label }],
      })
    })
  }
}

function asCell(node: ContainerDirective, complain: (what: string) => void): void {
  const { runtime, ...others } = node.attributes ?? {}
  for (const attribute of Object.keys(others)) complain(`":::cell" takes no attribute "${attribute}".`)
  if (!CELL_RUNTIMES.includes(runtime ?? '')) complain(`":::cell" needs a runtime: {runtime=${CELL_RUNTIMES.join('|')}}.`)
  const [code] = node.children
  if (node.children.length !== 1 || code?.type !== 'code') complain('":::cell" holds exactly one fenced block of code.')
  else if ((code as Code).lang !== 'python') complain('The code of a ":::cell" is ~~~python.')
  node.data = { hName: 'figure', hProperties: { className: ['cell'], dataRuntime: runtime ?? '' } }
}
