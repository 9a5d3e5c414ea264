import type { SyntaxNode } from '@lezer/common'
import type { Edit } from './edit.ts'
import { childrenOf, textOf, type Program } from './python-tree.ts'

/** Makes the mistakes that one node invites. */
export type Mistakes = (program: Program, node: SyntaxNode) => readonly Edit[]

const BOUNDARY: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }
const NEGATION: Readonly<Record<string, string>> = { '==': '!=', '!=': '==' }
const ARITHMETIC: Readonly<Record<string, string>> = { '+': '-', '-': '+', '/': '//', '//': '/', '&': '|', '|': '&' }

/** Functions that are taken for each other. */
const FUNCTIONS: readonly (readonly [string, string])[] = [
  ['min', 'max'],
  ['any', 'all'],
]

/** The same for what stands behind a dot. */
const METHODS: readonly (readonly [string, string])[] = [
  ...FUNCTIONS,
  ['minimum', 'maximum'],
  ['argmin', 'argmax'],
  ['zeros', 'ones'],
  ['floor', 'ceil'],
  ['sum', 'mean'],
  ['sin', 'cos'],
  ['append', 'extend'],
  ['keys', 'values'],
  ['isneginf', 'isposinf'],
]

/** Words that options are given in, and the one that is confused with each. */
const WORDS: Readonly<Record<string, string>> = {
  left: 'right',
  right: 'left',
  first: 'last',
  last: 'first',
  sum: 'mean',
  mean: 'sum',
  average: 'min',
  size: 'nunique',
  inner: 'left',
  ignore: 'replace',
}

/** Less or at most, an equality turned round. */
export const comparisons: Mistakes = (program, node) => {
  if (node.name !== 'CompareOp') return []
  const sign = textOf(program, node)
  return [...at(node, 'boundary', BOUNDARY[sign]), ...at(node, 'negation', NEGATION[sign])]
}

/** A sign, a true division for a whole one, `and` for `or`, a condition that was forgotten, a `not` that was. */
export const operations: Mistakes = (program, node) => {
  const [first, middle, last] = childrenOf(node)
  if (node.name === 'BinaryExpression' && first !== undefined && middle !== undefined && last !== undefined) {
    const sign = textOf(program, middle)
    if (sign === 'and' || sign === 'or') {
      return [
        ...at(node, 'forgotten-condition', textOf(program, first)),
        ...at(node, 'forgotten-condition', textOf(program, last)),
        ...at(middle, 'logic', sign === 'and' ? 'or' : 'and'),
      ]
    }
    const division = sign === '/' && last.name !== 'Number' ? at(node, 'normalisation', textOf(program, first)) : []
    const step = (sign === '+' || sign === '-') && textOf(program, last) === '1' ? at(node, 'off-by-one', textOf(program, first)) : []
    const kind = sign === '/' || sign === '//' ? 'division' : sign === '&' || sign === '|' ? 'logic' : 'arithmetic'
    // Text and lists know no minus: such a program breaks at once and hides nothing.
    const quoted = [first, last].some((side) => /String|Array/.test(side.name))
    return [...step, ...division, ...(quoted ? [] : at(middle, kind, ARITHMETIC[sign]))]
  }
  if (node.name === 'UnaryExpression' && first !== undefined && middle !== undefined) {
    const sign = textOf(program, first)
    if (sign === 'not' || sign === '~') return at(node, 'negation', textOf(program, middle))
    if (sign === '-' && middle.name !== 'Number') return at(node, 'sign', textOf(program, middle))
  }
  if (node.name === 'ConditionalExpression' && first !== undefined) {
    const [, , , , otherwise] = childrenOf(node)
    if (otherwise !== undefined)
      return [...at(node, 'forgotten-case', textOf(program, first)), ...at(node, 'forgotten-case', textOf(program, otherwise))]
  }
  return []
}

/** A slice or an index that is one off, a bound that is missing, rows for columns. */
export const subscripts: Mistakes = (program, node) => {
  if (node.name !== 'MemberExpression') return []
  const [target, bracket, ...inside] = childrenOf(node)
  if (target === undefined || bracket?.name !== '[') return []
  const open = bracket.to
  const close = inside.at(-1)?.from ?? node.to
  const text = program.source.slice(open, close)
  const whole = (operator: string, replacement: string): Edit => ({ operator, from: open, to: close, text: replacement })
  if (text === ':, None') return [whole('broadcast', 'None, :')]
  if (text === 'None, :') return [whole('broadcast', ':, None')]
  const colon = inside.find((part) => part.name === ':')
  const commas = inside.some((part) => part.name === ',')
  if (commas) return []
  if (colon === undefined) {
    const [only] = inside
    return only?.name === 'Number' || only?.name === 'UnaryExpression' ? at(only, 'off-by-one', neighbour(textOf(program, only))) : []
  }
  const bounds = inside.filter((part) => part.name !== ':' && part.name !== ']')
  return bounds.flatMap((bound) => {
    const before = bound.from < colon.from
    const own = textOf(program, bound)
    const number = /^-?\d+$/.test(own)
    const dropped: Edit = { operator: 'off-by-one', from: bound.from, to: bound.to, text: '' }
    const moved = number ? (shifted(own) ?? '') : `${own} ${before ? '+' : '-'} 1`
    return [{ ...dropped, text: moved }, ...(number ? [dropped] : [])]
  })
}

/** A call of a function that is taken for another, and a word that is. */
export const names: Mistakes = (program, node) => {
  const text = textOf(program, node)
  if (node.name === 'String') {
    const [, quote = '', word = ''] = /^(["'])(\w+)\1$/.exec(text) ?? []
    const other = WORDS[word]
    return other === undefined ? [] : at(node, 'option', `${quote}${other}${quote}`)
  }
  if (node.name !== 'VariableName' && node.name !== 'PropertyName') return []
  const called = node.name === 'VariableName' ? node.parent : node.parent?.parent
  if (called?.name !== 'CallExpression' || node.nextSibling?.name === '.') return []
  // A list is appended to and extended; an array's library has no `extend`.
  if (text === 'append' && /^(np|numpy)\b/.test(textOf(program, called))) return []
  const twin = (node.name === 'PropertyName' ? METHODS : FUNCTIONS).find((pair) => pair.includes(text))
  return twin === undefined ? [] : at(node, 'twin', twin[0] === text ? twin[1] : twin[0])
}

/** The replacement of a whole node; none where there is nothing to replace it with. */
export function at(node: { readonly from: number; readonly to: number }, operator: string, text: string | undefined): readonly Edit[] {
  return text === undefined ? [] : [{ operator, from: node.from, to: node.to, text }]
}

/** One more, one less where that would be none: 0 becomes 1, 1 becomes 0, 6 becomes 7. */
export function shifted(number: string): string | undefined {
  if (!/^-?\d+$/.test(number)) return undefined
  const value = Number(number)
  return String(value === 1 ? 0 : value === -1 ? -2 : value + 1)
}

/** An index that is surely there as well: the one before, the second for the first. */
function neighbour(index: string): string | undefined {
  if (!/^-?\d+$/.test(index)) return undefined
  const value = Number(index)
  return String(value <= 0 ? (value === 0 ? 1 : value - 1) : value - 1)
}
