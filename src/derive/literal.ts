/** A value as Python writes it: numbers, texts, None, True, lists, tuples, sets and dicts, nested. */
export type Literal =
  | { readonly kind: 'number'; readonly value: number; readonly whole: boolean }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'word'; readonly value: 'None' | 'True' | 'False' }
  | { readonly kind: 'list'; readonly items: readonly Literal[] }
  | { readonly kind: 'set'; readonly items: readonly Literal[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Literal, Literal])[] }

const LEXEME =
  /\s*([[\](){},:]|[-+]?(?:\d[\d_]*\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|inf(?:inity)?\b|nan\b)|[A-Za-z]+|(?:[bru]|)'(?:[^'\\]|\\.)*'|(?:[bru]|)"(?:[^"\\]|\\.)*")/y

/** Reads a value; undefined for anything else. */
export function parseLiteral(text: string): Literal | undefined {
  const lexemes: string[] = []
  LEXEME.lastIndex = 0
  for (let match = LEXEME.exec(text); match !== null; match = LEXEME.exec(text)) {
    lexemes.push(match[1] ?? '')
    if (text.slice(LEXEME.lastIndex).trim() === '') {
      let place = 0
      const value = read()
      return value !== undefined && place === lexemes.length ? value : undefined

      function read(): Literal | undefined {
        const lexeme = lexemes[place++]
        if (lexeme === undefined) return undefined
        if (lexeme === '[') return sequence(']', 'list')
        if (lexeme === '(') return bracketed()
        if (lexeme === '{') return braces()
        return atom(lexeme)
      }

      function items(close: string): { readonly found: readonly Literal[]; readonly commas: number } | undefined {
        const found: Literal[] = []
        let commas = 0
        while (lexemes[place] !== close) {
          const item = read()
          if (item === undefined) return undefined
          found.push(item)
          if (lexemes[place] !== ',') break
          commas++
          place++
        }
        return lexemes[place++] === close ? { found, commas } : undefined
      }

      function sequence(close: string, kind: 'list' | 'set'): Literal | undefined {
        const inside = items(close)
        return inside === undefined ? undefined : { kind, items: inside.found }
      }

      function bracketed(): Literal | undefined {
        const inside = items(')')
        if (inside === undefined) return undefined
        return inside.commas === 0 && inside.found.length === 1 ? inside.found[0] : { kind: 'list', items: inside.found }
      }

      function braces(): Literal | undefined {
        const start = place
        const first = lexemes[place] === '}' ? undefined : read()
        const dict = first === undefined || lexemes[place] === ':'
        place = start
        if (!dict) return sequence('}', 'set')
        const entries: (readonly [Literal, Literal])[] = []
        while (lexemes[place] !== '}') {
          const key = read()
          const colon = lexemes[place++]
          const value = colon === ':' ? read() : undefined
          if (key === undefined || value === undefined) return undefined
          entries.push([key, value])
          if (lexemes[place] !== ',') break
          place++
        }
        return lexemes[place++] === '}' ? { kind: 'dict', entries } : undefined
      }
    }
  }
  return undefined
}

function atom(lexeme: string): Literal | undefined {
  if (lexeme === 'None' || lexeme === 'True' || lexeme === 'False') return { kind: 'word', value: lexeme }
  const quoted = /^[bru]?(["'])(.*)\1$/s.exec(lexeme)
  if (quoted !== null) return { kind: 'text', value: (quoted[2] ?? '').replaceAll(/\\(.)/gs, '$1') }
  const plain = lexeme.replaceAll('_', '')
  if (/^[-+]?inf/.test(plain)) return { kind: 'number', value: plain.startsWith('-') ? -Infinity : Infinity, whole: false }
  if (/^[-+]?nan$/.test(plain)) return { kind: 'number', value: Number.NaN, whole: false }
  return /^[-+]?[\d.]/.test(plain) ? { kind: 'number', value: Number(plain), whole: /^[-+]?\d+$/.test(plain) } : undefined
}

/**
 * Whether an answer says the same. Whole numbers are exact; of others three significant digits are enough. Lists and
 * tuples are not told apart; a set has no order.
 */
export function sameLiteral(expected: Literal, answer: Literal): boolean {
  if (expected.kind === 'number' && answer.kind === 'number') {
    if (Number.isNaN(expected.value) || Number.isNaN(answer.value)) return Number.isNaN(expected.value) && Number.isNaN(answer.value)
    if (expected.value === answer.value) return true
    return !expected.whole && Math.abs(expected.value - answer.value) <= 0.005 * Math.abs(expected.value)
  }
  if (expected.kind === 'list' && answer.kind === 'list') return inOrder(expected.items, answer.items)
  if (expected.kind === 'set' && answer.kind === 'set') {
    return (
      expected.items.length === answer.items.length && expected.items.every((one) => answer.items.some((other) => sameLiteral(one, other)))
    )
  }
  if (expected.kind === 'dict' && answer.kind === 'dict') {
    return (
      expected.entries.length === answer.entries.length &&
      expected.entries.every(([key, value]) => answer.entries.some(([other, own]) => sameLiteral(key, other) && sameLiteral(value, own)))
    )
  }
  return (expected.kind === 'text' || expected.kind === 'word') && expected.kind === answer.kind && expected.value === answer.value
}

function inOrder(expected: readonly Literal[], answer: readonly Literal[]): boolean {
  return (
    expected.length === answer.length &&
    expected.every((one, index) => {
      const other = answer[index]
      return other !== undefined && sameLiteral(one, other)
    })
  )
}
