/** What PostgreSQL says about a statement; positions count characters from 1. */
export interface SqlError {
  /** SQLSTATE. */
  readonly code: string
  readonly message: string
  readonly position: number | undefined
  readonly detail: string | undefined
  readonly hint: string | undefined
}

/** The longest part of a line that is shown around the place, characters. */
const WIDTH = 120

/** The error in one sentence, with the line where it stands. */
export function errorSentence(error: SqlError, source: string): string {
  const place = placeOf(error, source)
  return place === undefined ? error.message : `Line ${place.line}: ${error.message}`
}

/** The error with the learner's line and a caret below the place, and PostgreSQL's own advice. */
export function errorBlock(error: SqlError, source: string): string {
  const place = placeOf(error, source)
  const pointer = place === undefined ? [] : pointerLines(place)
  const advice = [error.detail, error.hint === undefined ? undefined : `Hint: ${error.hint}`].filter((line) => line !== undefined)
  return [errorSentence(error, source), ...pointer, ...advice].join('\n')
}

interface Place {
  readonly line: number
  /** From 0. */
  readonly column: number
  readonly text: string
}

function placeOf(error: SqlError, source: string): Place | undefined {
  if (error.position === undefined) return undefined
  const before = Array.from(source)
    .slice(0, error.position - 1)
    .join('')
    .split('\n')
  const line = before.length
  return { line, column: Array.from(before.at(-1) ?? '').length, text: source.split('\n')[line - 1]?.trimEnd() ?? '' }
}

function pointerLines({ line, column, text }: Place): readonly string[] {
  const from = Math.max(0, column - WIDTH / 2)
  const shown = Array.from(text)
    .slice(from, from + WIDTH)
    .join('')
  const gutter = `${line} | `
  // A tab before the place stays one, so that the caret stands below it whatever the width of a tab.
  const indent = Array.from(shown)
    .slice(0, column - from)
    .map((char) => (char === '\t' ? '\t' : ' '))
    .join('')
  return [`${gutter}${shown}`, `${' '.repeat(gutter.length - 2)}| ${indent}^`]
}
