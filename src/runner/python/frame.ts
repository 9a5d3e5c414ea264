import type { Readable } from 'node:stream'

/** A job's payload for a forked process: the length of a JSON text (32 bits, little endian) and the text. */
export function frameOf(payload: object): Buffer {
  const body = Buffer.from(JSON.stringify(payload))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return Buffer.concat([length, body])
}

/** The one JSON frame that a run answers with; undefined when the stream ends early, the frame is too long or no JSON. */
export function readFrame(stream: Readable, mostBytes: number): Promise<unknown> {
  return new Promise((resolve) => {
    let data: Buffer = Buffer.alloc(0)
    stream.on('data', (chunk: Buffer) => {
      data = Buffer.concat([data, chunk])
      if (data.length < 4) return
      const length = data.readUInt32LE()
      if (length > mostBytes) resolve(undefined)
      else if (data.length >= 4 + length) resolve(parsed(data.subarray(4, 4 + length)))
    })
    stream.once('close', () => resolve(undefined))
  })
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
