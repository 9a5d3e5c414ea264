import type { Readable } from 'node:stream'

/** Calls back with each line of a stream of JSON texts; a line longer than `longest` characters ends it with an error. */
export function readLines(stream: Readable, onLine: (line: string) => void, longest = 8 * 1024 * 1024): void {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
    if (rest.length > longest) stream.destroy(new Error('a line too long'))
  })
}
