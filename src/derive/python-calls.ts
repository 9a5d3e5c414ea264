import type { SyntaxNode } from '@lezer/common'
import type { Edit } from './edit.ts'
import { at, shifted, type Mistakes } from './python-expressions.ts'
import { childrenOf, textOf, type Program } from './python-tree.ts'

/** Methods that people forget: a copy, a conversion, an order, a detachment. */
const FORGOTTEN_METHODS: ReadonlySet<string> = new Set(
  'copy clone detach astype fillna reset_index reindex sort_values to log sqrt float sort abs clip dropna drop_duplicates lower strip transpose'.split(
    ' ',
  ),
)

/** Functions whose argument is often used as it is. */
const FORGOTTEN_FUNCTIONS: ReadonlySet<string> = new Set(
  'sorted list dict set float int abs sqrt log reversed max min maximum minimum iter'.split(' '),
)

/** Methods whose numbers without a name are axes. */
const AXES: ReadonlySet<string> = new Set('transpose flatten unflatten squeeze unsqueeze swapaxes cumsum'.split(' '))

interface Argument {
  readonly name: string | undefined
  readonly value: SyntaxNode
  readonly from: number
  readonly to: number
}

/** An argument that is missing, swapped, off by one; an axis; a flag; a call that was forgotten. */
export const calls: Mistakes = (program, node) => {
  if (node.name !== 'CallExpression') return []
  const callee = node.firstChild
  const list = node.getChild('ArgList')
  if (callee === null || list === null) return []
  const called = nameOf(program, callee)
  if (called === 'isinstance' || called === 'super' || called === 'print') return []
  const given = argumentsOf(program, list)
  if (given === undefined) return []
  return [
    ...given.flatMap((argument) => option(program, list, argument)),
    ...(called === 'range' ? ranges(program, given) : []),
    ...(AXES.has(called) ? axes(program, given) : []),
    ...swaps(program, called, given),
    ...forgotten(program, node, callee, called, given),
  ]
}

function nameOf(program: Program, callee: SyntaxNode): string {
  if (callee.name === 'VariableName') return textOf(program, callee)
  const property = callee.name === 'MemberExpression' ? callee.lastChild : null
  return property?.name === 'PropertyName' ? textOf(program, property) : ''
}

/** Undefined where stars or generators make the list more than a list. */
function argumentsOf(program: Program, list: SyntaxNode): readonly Argument[] | undefined {
  const parts = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')' && name !== 'Comment')
  if (parts.some(({ name }) => name === '*' || name === '**' || name === 'for')) return undefined
  const given: Argument[] = []
  for (let index = 0; index < parts.length; index++) {
    const [part, sign, value] = [parts[index], parts[index + 1], parts[index + 2]]
    if (part === undefined || part.name === ',') continue
    if (sign?.name === 'AssignOp' && value !== undefined) {
      given.push({ name: textOf(program, part), value, from: part.from, to: value.to })
      index += 2
    } else given.push({ name: undefined, value: part, from: part.from, to: part.to })
  }
  return given
}

/** An option left at its default, or set to the other value. */
function option(program: Program, list: SyntaxNode, { name, value, from, to }: Argument): readonly Edit[] {
  if (name === undefined) return []
  const own = textOf(program, value)
  const flipped = own === 'True' ? 'False' : own === 'False' ? 'True' : undefined
  if (name === 'axis' || name === 'dim') {
    const other = /^-?\d+$/.test(own) ? (own === '0' ? '1' : '0') : undefined
    return [...at(value, 'axis', other), ...without(program, list, 'axis', from, to)]
  }
  if (value.name === 'TupleExpression') return []
  const number = value.name === 'Number' ? at(value, 'option', shifted(own)) : []
  if (flipped !== undefined)
    return name === 'keepdims' || name === 'keepdim' ? without(program, list, 'keepdims', from, to) : at(value, 'option', flipped)
  return [...number, ...without(program, list, 'forgotten-option', from, to)]
}

/** The list without one argument and the comma beside it. */
function without({ source }: Program, list: SyntaxNode, operator: string, from: number, to: number): readonly Edit[] {
  if (!source.slice(list.from, from).includes(',') && !source.slice(to, list.to).includes(',')) return []
  const before = /,\s*$/.exec(source.slice(list.from, from))
  const after = /^\s*,\s*/.exec(source.slice(to, list.to))
  if (before !== null) return [{ operator, from: from - before[0].length, to, text: '' }]
  return [{ operator, from, to: to + (after?.[0].length ?? 0), text: '' }]
}

function ranges(program: Program, given: readonly Argument[]): readonly Edit[] {
  const [first, second] = given
  const start = second === undefined ? undefined : first
  const end = second ?? first
  if (end === undefined) return []
  const last = textOf(program, end.value)
  const first0 = start === undefined ? undefined : textOf(program, start.value)
  const begin = first0 === undefined || start === undefined ? [] : at(start.value, 'off-by-one', shifted(first0) ?? `${first0} + 1`)
  return [...at(end.value, 'off-by-one', shifted(last) ?? `${last} - 1`), ...begin]
}

function axes(program: Program, given: readonly Argument[]): readonly Edit[] {
  return given.flatMap(({ value }) => {
    const own = textOf(program, value)
    return /^-?\d+$/.test(own) ? at(value, 'axis', own === '-1' ? '-2' : shifted(own)) : []
  })
}

const COMMUTE: ReadonlySet<string> = new Set('range max min maximum minimum zip arange print cat stack'.split(' '))

function swaps(program: Program, called: string, given: readonly Argument[]): readonly Edit[] {
  const [one, two] = given
  if (COMMUTE.has(called) || one === undefined || two === undefined || one.name !== undefined || two.name !== undefined) return []
  // What is no name cannot be meant: a tuple where a number belongs fails at once.
  if ([one, two].some(({ value }) => value.name !== 'VariableName' && value.name !== 'MemberExpression')) return []
  const [left, right] = [textOf(program, one.value), textOf(program, two.value)]
  if (left === right || left.includes('\n') || right.includes('\n')) return []
  const between = program.source.slice(one.to, two.from)
  return [{ operator: 'swapped-arguments', from: one.from, to: two.to, text: `${right}${between}${left}` }]
}

function forgotten(program: Program, node: SyntaxNode, callee: SyntaxNode, called: string, given: readonly Argument[]): readonly Edit[] {
  // A statement of its own is forgotten as a whole, see statements.
  if (node.parent?.name === 'ExpressionStatement') return []
  const method = callee.name === 'MemberExpression' ? callee.firstChild : null
  if (method !== null && method.name !== 'VariableName' && FORGOTTEN_METHODS.has(called))
    return at(node, 'forgotten-call', textOf(program, method))
  const library = method?.name === 'VariableName' && /^(np|math|torch|F|pd)$/.test(textOf(program, method))
  if (method !== null && !library && FORGOTTEN_METHODS.has(called)) return at(node, 'forgotten-call', textOf(program, method))
  if ((method === null || library) && FORGOTTEN_FUNCTIONS.has(called)) {
    const plain = given.filter(({ name }) => name === undefined)
    if (plain.length === 0 || plain[0]?.value.name === 'String' || (plain.length === 1 && /^(min|max)/.test(called))) return []
    return plain.slice(0, 2).flatMap(({ value }) => at(node, 'forgotten-call', textOf(program, value)))
  }
  return []
}
