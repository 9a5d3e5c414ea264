import { dropLines, type Edit } from './edit.ts'
import { at, shifted, type Mistakes } from './python-expressions.ts'
import { childrenOf, textOf } from './python-tree.ts'

/** A statement that was forgotten: a call, a guard, a `continue`, a decorator; a loop that runs once; an update that replaces. */
export const statements: Mistakes = (program, node) => {
  const { source } = program
  const drop = (operator: string): readonly Edit[] => {
    const siblings = node.parent === null ? [] : childrenOf(node.parent).filter(({ name }) => name !== ':' && name !== 'Comment')
    const edit = siblings.length > 1 ? dropLines(source, operator, node.from, node.to) : undefined
    return edit === undefined ? [] : [edit]
  }
  switch (node.name) {
    case 'ExpressionStatement':
      return node.firstChild?.name === 'CallExpression' && !/^super\(\)|^print\(/.test(textOf(program, node))
        ? drop('forgotten-statement')
        : []
    case 'UpdateStatement': {
      const sign = node.getChild('UpdateOp')
      const text = sign === null ? '' : textOf(program, sign)
      const other = { '+=': '-=', '-=': '+=', '*=': '/=' }[text]
      return [...drop('forgotten-statement'), ...(sign === null ? [] : [...at(sign, 'overwrites', '='), ...at(sign, 'arithmetic', other)])]
    }
    case 'ContinueStatement':
      return [...at(node, 'loop-exit', 'break'), ...at(node, 'loop-exit', 'pass')]
    case 'BreakStatement':
      return at(node, 'loop-exit', 'pass')
    case 'WhileStatement': {
      const loops = /\b(break|continue)\b|\n\s*else\b/.test(textOf(program, node))
      const [keyword] = childrenOf(node)
      return loops || keyword === undefined ? [] : at(keyword, 'once', 'if')
    }
    case 'IfStatement': {
      const body = node.getChild('Body')
      const guards = body !== null && childrenOf(body).some(({ name }) => name === 'RaiseStatement') && childrenOf(node).length === 3
      return guards ? drop('forgotten-guard') : []
    }
    case 'Decorator': {
      const edit = dropLines(source, 'forgotten-statement', node.from, node.to)
      return edit === undefined ? [] : [edit]
    }
    default:
      return []
  }
}

/** A variable that starts at the wrong value, a default of a parameter, a swapped pair. */
export const beginnings: Mistakes = (program, node) => {
  if (node.name === 'AssignStatement') {
    const parts = childrenOf(node)
    const sign = parts.findIndex(({ name }) => name === 'AssignOp')
    const values = parts.slice(sign + 1).filter(({ name }) => name !== ',')
    return values.flatMap((value) => {
      const own = textOf(program, value)
      if (value.name === 'Number') return at(value, 'initial-value', shifted(own) ?? (Number(own) === 0 ? '1.0' : '0.0'))
      if (/^-(np|math|torch)\.inf$/.test(own)) return at(value, 'initial-value', '0.0')
      return []
    })
  }
  if (node.name === 'ParamList') {
    return childrenOf(node).flatMap((part) => {
      if (part.prevSibling?.name !== 'AssignOp') return []
      const own = textOf(program, part)
      if (part.name === 'Number') return at(part, 'default', shifted(own) ?? (Number(own) === 1 ? '0.1' : '1.0'))
      return part.name === 'Boolean' ? at(part, 'default', own === 'True' ? 'False' : 'True') : []
    })
  }
  return []
}
