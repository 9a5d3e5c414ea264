/** A mistake that one could make: the text from `from` to `to` becomes `text`. */
export interface Edit {
  /** Kind of the mistake. */
  readonly operator: string
  readonly from: number
  readonly to: number
  readonly text: string
}

export function applyEdit(source: string, { from, to, text }: Pick<Edit, 'from' | 'to' | 'text'>): string {
  return source.slice(0, from) + text + source.slice(to)
}

/** Removes whole lines: from the start of the first to the start of the one after the last. */
export function dropLines(source: string, operator: string, from: number, to: number): Edit | undefined {
  const start = source.lastIndexOf('\n', from - 1) + 1
  // A block's node reaches to the next statement.
  const end = source.indexOf('\n', from + source.slice(from, to).trimEnd().length)
  const alone = source.slice(start, from).trim() === ''
  return alone ? { operator, from: start, to: end === -1 ? source.length : end + 1, text: '' } : undefined
}

/** Text without its trailing blanks and without more than two blank lines in a row. */
export function tidy(source: string): string {
  return `${source
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{4,}/g, '\n\n\n')
    .trim()}\n`
}
