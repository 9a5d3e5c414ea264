export interface Token {
  readonly kind: 'word' | 'number' | 'text' | 'name' | 'sign' | 'comment'
  /** Words in lower case; everything else as it stands. */
  readonly text: string
  readonly from: number
  readonly to: number
}

const LEXEME =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*")|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<sign><=|>=|<>|!=|::|\|\||[^\s])/g

/** The lexemes of a query. Enough to see its clauses; it does not parse. */
export function sqlTokens(source: string): readonly Token[] {
  return [...source.matchAll(LEXEME)].map((match) => {
    const [kind, text] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? ['sign', match[0]]
    const from = match.index
    return { kind: kind as Token['kind'], text: kind === 'word' ? text.toLowerCase() : text, from, to: from + text.length }
  })
}

/** A query without comments. */
export function bareSql(source: string): string {
  let bare = source
  for (const { kind, from, to } of sqlTokens(source).toReversed()) {
    if (kind !== 'comment') continue
    const start = bare.lastIndexOf('\n', from - 1) + 1
    const alone = bare.slice(start, from).trim() === '' && (bare[to] === '\n' || to === bare.length)
    bare = alone ? bare.slice(0, start) + bare.slice(to + 1) : bare.slice(0, from) + bare.slice(to)
  }
  return `${bare
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()}\n`
}
