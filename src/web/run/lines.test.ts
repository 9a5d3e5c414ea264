import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'

const LINE = fc.string({ unit: 'grapheme', minLength: 1 }).filter((line) => !line.includes('\n'))

async function read(chunks: readonly Uint8Array[]): Promise<readonly string[]> {
  const lines: string[] = []
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  for await (const line of linesOf(stream)) lines.push(line)
  return lines
}

test('lines come whole however the bytes are cut, also inside a character', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(LINE, { maxLength: 8 }),
      fc.array(fc.nat(40), { maxLength: 12 }),
      fc.boolean(),
      async (lines, cuts, ended) => {
        const bytes = new TextEncoder().encode(lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''))
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
        const chunks = places.slice(1).map((place, index) => bytes.slice(places[index], place))
        expect(await read(chunks)).toEqual(lines)
      },
    ),
  )
})
