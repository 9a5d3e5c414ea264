import type { Edit } from './edit.ts'
import { sqlTokens, type Token } from './sql-tokens.ts'

const BOUNDARY: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }
const SIGN: Readonly<Record<string, string>> = { '+': '-', '-': '+', '/': '*', '=': '<>', '<>': '=' }
const TWIN: Readonly<Record<string, readonly string[]>> = {
  rank: ['row_number', 'dense_rank'],
  dense_rank: ['rank', 'row_number'],
  row_number: ['rank', 'dense_rank'],
  min: ['max'],
  max: ['min'],
  sum: ['avg'],
  avg: ['sum'],
  lag: ['lead'],
  lead: ['lag'],
  rows: ['range'],
  range: ['rows'],
  following: ['preceding'],
}
const CLAUSES: ReadonlySet<string> = new Set(
  'where group having order limit window union select from on join left right full cross inner qualify'.split(' '),
)

/** Every mistake that the operators know to make in a query, in reading order. */
export function sqlMistakes(source: string): readonly Edit[] {
  const tokens = sqlTokens(source).filter(({ kind }) => kind !== 'comment')
  const textBetween = (from: number, to: number) => source.slice(from, to)
  return tokens.flatMap((token, place) => mistakesAt(tokens, token, place, textBetween))
}

function mistakesAt(
  tokens: readonly Token[],
  token: Token,
  place: number,
  textBetween: (from: number, to: number) => string,
): readonly Edit[] {
  const before = tokens[place - 1]
  const next = tokens[place + 1]
  const after = tokens[place + 2]
  const replace = (
    operator: string,
    text: string | undefined,
    { from, to }: { readonly from: number; readonly to: number } = token,
  ): readonly Edit[] => (text === undefined ? [] : [{ operator, from, to, text }])
  const through = (end: Token | undefined) => ({ from: token.from, to: end?.to ?? token.to })

  if (token.kind === 'number' && before?.text !== '::') return replace('off-by-one', token.text === '1' ? '2' : shifted(token.text))
  if (token.kind === 'sign') {
    if (token.text === '-' && next?.kind === 'word' && before?.kind === 'sign') return []
    if (token.text === '*' && before?.text === '(') return []
    return [
      ...replace('boundary', BOUNDARY[token.text]),
      ...replace(token.text === '=' || token.text === '<>' ? 'negation' : 'arithmetic', SIGN[token.text]),
    ]
  }
  if (token.kind === 'text' && before?.text === 'interval') {
    return replace(
      'off-by-one',
      token.text.replace(/\d+/, (digits) => String(Number(digits) + 1)),
    )
  }
  if (token.kind !== 'word') return []
  const called = next?.text === '('
  switch (token.text) {
    case 'left':
      return next?.text === 'join' ? replace('join', 'JOIN', through(next)) : []
    case 'join':
      return ['left', 'right', 'full', 'cross', 'inner', 'natural'].includes(before?.text ?? '') ? [] : replace('join', 'LEFT JOIN')
    case 'distinct':
      if (before?.text === 'is') return []
      return [{ operator: 'distinct', from: token.from, to: next?.from ?? token.to, text: '' }]
    case 'union':
      return next?.text === 'all' ? replace('distinct', 'UNION', through(next)) : replace('distinct', 'UNION ALL')
    case 'desc':
      return replace('order', 'ASC')
    case 'asc':
      return replace('order', 'DESC')
    case 'partition':
      return partition(tokens, place)
    case 'is':
      return missingness(tokens, place)
    case 'coalesce': {
      const close = closing(tokens, place + 1)
      const comma = topLevel(tokens, place + 1, ',')
      if (!called || close === undefined || comma === undefined || after === undefined) return []
      return replace('null', textBetween(after.from, comma.from), through(close))
    }
    case 'not':
      return next?.text === 'exists' || next?.text === 'in' ? [{ operator: 'negation', from: token.from, to: next.from, text: '' }] : []
    case 'and':
    case 'or':
      return conjunct(tokens, place)
    case 'count':
      return called && after !== undefined && after.text !== '*' ? countAll(tokens, place) : []
    case 'order':
      return ordering(tokens, place)
    default:
      return (TWIN[token.text] ?? []).flatMap((twin) =>
        called || token.text === 'rows' || token.text === 'range' || token.text === 'following' ? replace('twin', twin) : [],
      )
  }
}

function shifted(number: string): string | undefined {
  return /^\d+$/.test(number) ? String(Number(number) + 1) : undefined
}

/** The bracket that closes the one at `open`. */
function closing(tokens: readonly Token[], open: number): Token | undefined {
  let depth = 0
  for (const token of tokens.slice(open)) {
    if (token.text === '(') depth++
    if (token.text === ')' && --depth === 0) return token
  }
  return undefined
}

function topLevel(tokens: readonly Token[], open: number, sign: string): Token | undefined {
  let depth = 0
  for (const token of tokens.slice(open)) {
    if (token.text === '(') depth++
    if (token.text === ')' && --depth === 0) return undefined
    if (token.text === sign && depth === 1) return token
  }
  return undefined
}

/** Where what begins at `place` ends: before the next clause, comma of the list, or the bracket around it. */
function endOf(tokens: readonly Token[], place: number, stops: (token: Token) => boolean): Token | undefined {
  let depth = 0
  let last = tokens[place]
  for (const token of tokens.slice(place + 1)) {
    const compares = token.text === 'from' && last?.text === 'distinct'
    if (depth === 0 && !compares && (token.text === ')' || token.text === ';' || stops(token))) return last
    if (token.text === '(') depth++
    if (token.text === ')') depth--
    last = token
  }
  return last
}

/** The window looks at all rows. */
function partition(tokens: readonly Token[], place: number): readonly Edit[] {
  const end = endOf(tokens, place, ({ text }) => text === 'order' || text === 'rows' || text === 'range')
  const next = end === undefined ? undefined : tokens[tokens.indexOf(end) + 1]
  const from = tokens[place]?.from
  return from === undefined || next === undefined ? [] : [{ operator: 'partition', from, to: next.from, text: '' }]
}

/** A comparison that is unknown for a missing value, a test for one turned round. */
function missingness(tokens: readonly Token[], place: number): readonly Edit[] {
  const words = tokens.slice(place, place + 4)
  const phrase = words.map(({ text }) => text).join(' ')
  const edit = (count: number, operator: string, text: string): readonly Edit[] => {
    const [first, last] = [words[0], words[count - 1]]
    return first === undefined || last === undefined ? [] : [{ operator, from: first.from, to: last.to, text }]
  }
  if (phrase.startsWith('is distinct from')) return edit(3, 'null', '<>')
  if (phrase.startsWith('is not distinct from')) return edit(4, 'null', '=')
  if (phrase.startsWith('is not null')) return edit(3, 'null', 'IS NULL')
  if (phrase.startsWith('is null')) return edit(2, 'null', 'IS NOT NULL')
  return []
}

/** A condition that was forgotten, `AND` for `OR`. */
function conjunct(tokens: readonly Token[], place: number): readonly Edit[] {
  const token = tokens[place]
  const between = tokens.slice(0, place).findLast(({ text }) => text === 'between' || text === 'and' || text === 'where' || text === 'on')
  if (token === undefined || between?.text === 'between') return []
  const end = endOf(tokens, place, ({ text }) => text === 'and' || text === 'or' || CLAUSES.has(text))
  // The AND of BETWEEN belongs to the condition.
  const whole = tokens[place + 1] !== undefined && end !== undefined ? withBetween(tokens, place, end) : end
  if (whole === undefined) return []
  const last = tokens.findLast(({ to }) => to <= token.from)
  return [
    { operator: 'forgotten-condition', from: last?.to ?? token.from, to: whole.to, text: '' },
    { operator: 'logic', from: token.from, to: token.to, text: token.text === 'and' ? 'OR' : 'AND' },
  ]
}

function withBetween(tokens: readonly Token[], place: number, end: Token): Token | undefined {
  const last = tokens.indexOf(end)
  const inside = tokens.slice(place + 1, last + 1)
  if (!inside.some(({ text }) => text === 'between') || tokens[last + 1]?.text !== 'and') return end
  return endOf(tokens, last + 1, ({ text }) => text === 'and' || text === 'or' || CLAUSES.has(text))
}

function countAll(tokens: readonly Token[], place: number): readonly Edit[] {
  const [open, close] = [tokens[place + 1], closing(tokens, place + 1)]
  return open === undefined || close === undefined ? [] : [{ operator: 'null', from: open.to, to: close.from, text: '*' }]
}

/** An order that is not given, or the other way round. */
function ordering(tokens: readonly Token[], place: number): readonly Edit[] {
  if (tokens[place + 1]?.text !== 'by') return []
  const end = endOf(
    tokens,
    place,
    ({ text }) => text === 'rows' || text === 'range' || text === 'limit' || text === 'desc' || text === 'asc',
  )
  const [token, next] = [tokens[place], end === undefined ? undefined : tokens[tokens.indexOf(end) + 1]]
  if (token === undefined || end === undefined) return []
  const directed = next?.text === 'desc' || next?.text === 'asc'
  const turned: readonly Edit[] = directed ? [] : [{ operator: 'order', from: end.to, to: end.to, text: ' DESC' }]
  const inside = next?.text === ')' || next?.text === 'rows' || next?.text === 'range'
  return inside
    ? turned
    : [...turned, ...(next?.text === ';' || next === undefined ? [{ operator: 'order', from: token.from, to: end.to, text: '' }] : [])]
}
