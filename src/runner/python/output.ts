import { StringDecoder } from 'node:string_decoder'
import type { Readable } from 'node:stream'

/** What a program printed, up to a cap. */
export interface Output {
  readonly text: string
  /** More came than is kept. */
  readonly truncated: boolean
  /** True once a read of everything that had arrived found nothing more. */
  settled(): Promise<void>
  /** From here on what comes is counted but not kept. */
  hide(): void
}

/** Keeps the first `mostBytes`; calls `onText` as it comes and `onFlood` once when there is more. */
export function collectOutput(stream: Readable, mostBytes: number, onText: (text: string) => void, onFlood: () => void): Output {
  const decoder = new StringDecoder('utf8')
  let text = ''
  let seen = 0
  let hidden = false
  let truncated = false
  let quiet = true
  stream.on('data', (data: Buffer) => {
    quiet = false
    const room = Math.max(0, mostBytes - seen)
    seen += data.length
    const kept = decoder.write(data.subarray(0, room))
    if (!hidden && kept !== '') {
      text += kept
      onText(kept)
    }
    if (seen > mostBytes && !truncated) {
      truncated = !hidden
      onFlood()
    }
  })
  return {
    get text() {
      return text
    },
    get truncated() {
      return truncated
    },
    async settled() {
      do {
        quiet = true
        // Two turns of the event loop: whatever the system had for us has been read in between.
        await new Promise((resolve) => setImmediate(resolve))
        await new Promise((resolve) => setImmediate(resolve))
      } while (!quiet)
    },
    hide() {
      hidden = true
    },
  }
}
