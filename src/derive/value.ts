import type { Shown } from '../domain/shown.ts'
import type { Value } from '../domain/variants.ts'
import { parseLiteral, sameLiteral } from './literal.ts'

/** A value that was shown, as it is recorded; undefined where not all of it was shown. */
export function valueOf(shown: Shown): Value | undefined {
  if (shown.truncated) return undefined
  if (shown.kind === 'text') return { kind: 'value', type: shown.type, text: shown.text }
  if (shown.kind === 'table') {
    const own = shown.index.some((label, place) => label !== String(place))
    const columns = shown.columns.map(({ name }) => name)
    const rows = shown.rows.map((row, place) => (own ? [shown.index[place] ?? null, ...row] : row))
    return { kind: 'table', columns: own ? ['', ...columns] : columns, rows }
  }
  return { kind: 'value', type: `${shown.type} of ${shown.dtype}`, text: nested(shown.cells.flat(), shown.shape) }
}

/** The numbers of an array in brackets, as Python's `tolist` would write them. */
function nested(cells: readonly string[], shape: readonly number[]): string {
  const [size, ...inner] = shape
  if (size === undefined) return cells[0] ?? ''
  const step = inner.reduce((product, one) => product * one, 1)
  return `[${Array.from({ length: size }, (_, place) => nested(cells.slice(place * step, (place + 1) * step), inner)).join(', ')}]`
}

/** Whether two values would be the same answer. */
export function sameValue(one: Value, other: Value): boolean {
  if (one.kind === 'value' && other.kind === 'value') return sameText(one.text, other.text)
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Whether what a learner typed says the value. */
export function says(value: Value, typed: string): boolean {
  switch (value.kind) {
    case 'value':
      return sameText(value.text, unwrapped(typed))
    case 'count':
      return /^\d+$/.test(typed.trim()) && Number(typed) === value.count
    case 'raises':
      return /^(?:it )?(?:raises? )?(\w+)/i.exec(typed.trim())?.[1] === value.type
    case 'table':
      return false
  }
}

function sameText(expected: string, answer: string): boolean {
  const [one, other] = [parseLiteral(expected), parseLiteral(answer)]
  // Nobody is wrong for want of quotes.
  if (one?.kind === 'text' && other?.kind !== 'text') return one.value === answer.trim()
  if (one !== undefined && other !== undefined) return sameLiteral(one, other)
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
  return plain(expected) === plain(answer)
}

/** `array([1, 2])`, `tensor(3.)` and `torch.Size([2])` say what stands in their brackets. */
function unwrapped(typed: string): string {
  return /^(?:np\.|torch\.)?(?:array|tensor|Size)\((.*?)(?:,\s*dtype=[\w.]+)?\)$/s.exec(typed.trim())?.[1] ?? typed
}
