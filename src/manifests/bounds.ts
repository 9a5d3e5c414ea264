import { type Finding, finding } from './finding.ts'

/** The longest file that is judged, characters: ten times the longest that an exercise asks for. */
export const LONGEST_FILE = 64 * 1024

/** No line of a real file is longer; what is written to stall a parser often is. */
const LONGEST_LINE = 8 * 1024

/** Why a file is not even parsed; undefined when it may be. */
export function outOfBounds(source: string): Finding | undefined {
  if (source.length > LONGEST_FILE) {
    const length = source.length.toLocaleString('en')
    return finding(
      undefined,
      `The file is ${length} characters long; at most ${LONGEST_FILE.toLocaleString('en')} are judged.`,
      'Keep to what the task asks for.',
    )
  }
  if (source.trim() === '') return finding(undefined, 'The file is empty.', 'Write it.')
  const lines = source.split('\n')
  const strange = lines.findIndex((line) => isControlled(line))
  if (strange >= 0)
    return finding(strange + 1, 'There is a control character here that no text file holds.', 'Remove it, or save the file as UTF-8.')
  const long = lines.findIndex((line) => line.length > LONGEST_LINE)
  if (long < 0) return undefined
  return finding(long + 1, `The line is longer than ${LONGEST_LINE.toLocaleString('en')} characters.`, 'Break it up.')
}

/** Tabs and carriage returns are text; a NUL or an escape is not. */
function isControlled(line: string): boolean {
  for (let index = 0; index < line.length; index++) {
    const code = line.charCodeAt(index)
    if ((code < 32 && code !== 9 && code !== 13) || code === 127) return true
  }
  return false
}
