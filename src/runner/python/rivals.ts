import type { Limits } from '../../domain/runtime.ts'
import type { RivalOrder, Side } from './report.ts'
import { ruleOnExit } from './verdict.ts'
import { type Exit, type Figures, type Forked, type Order, printedBy } from './forked.ts'

/** What the judge hears: the frame that came, what the kernel counted, that it is gone and why, or that what it asked is done. */
export type Answer = { readonly frame: string } | Figures | { readonly gone: string } | Record<string, never>

/**
 * Fresh processes of the learner's code and of the solution's, one after the other, for a judge that measures them. Node passes their
 * frames on, one for each that the judge sends, and has their interpreter ask the kernel what they cost.
 */
export interface Rivals {
  /** Does what the judge asks; the answer is the judge's to wait for. */
  obey(order: RivalOrder): Promise<Answer>
  close(): Promise<void>
}

interface Rival {
  readonly forked: Forked
  readonly frame: () => Promise<Buffer | undefined>
}

export interface RivalOptions {
  /** Of each process. */
  readonly limits: Limits
  /** What the processes draw by: not the job's own, from which the judge's draws follow. */
  readonly seed: number
  readonly sources: Readonly<Record<Side, string>>
  readonly world: string | undefined
}

/** The longest frame that is passed on, bytes: as text it fits a line of the judge's. */
const LONGEST_FRAME = 4 * 1024 * 1024

/** One process and no thread but the first: all that it costs is seen. Where there are no walls the system cannot hold that. */
const ALONE = 1

export function createRivals(fresh: () => Promise<Forked>, { limits, seed, sources, world }: RivalOptions): Rivals {
  let rival: Rival | undefined

  async function obey(order: RivalOrder): Promise<Answer> {
    switch (order.type) {
      case 'rival':
        await close()
        rival = await begin(order.of)
        return answer(rival)
      case 'frame':
        if (rival === undefined) return { gone: 'Nothing is being measured.' }
        rival.forked.orders.write(Buffer.from(order.frame, 'base64'))
        return answer(rival)
      case 'measure':
        return (await rival?.forked.measure()) ?? { gone: await why(rival) }
      case 'dismiss':
        await close()
        return {}
    }
  }

  async function begin(of: Side): Promise<Rival> {
    const { cpuMs, wallMs, memoryBytes } = limits
    const order: Order = { cpuMs, wallMs, memoryBytes, processes: ALONE }
    const forked = await fresh()
    forked.begin(order, { kind: 'measured', source: sources[of], world: world ?? null, seed })
    let printed = 0
    printedBy(forked).on('data', (data: Buffer) => {
      printed += data.length
      if (printed > limits.outputBytes) forked.kill('output')
    })
    return { forked, frame: frameReader(forked) }
  }

  async function answer(asked: Rival): Promise<Answer> {
    const frame = await asked.frame()
    return frame === undefined ? { gone: await why(asked) } : { frame: frame.toString('base64') }
  }

  async function why(asked: Rival | undefined): Promise<string> {
    if (asked === undefined) return 'Nothing is being measured.'
    asked.forked.kill('gone')
    const exit: Exit = await asked.forked.exit
    return exit.lost ? 'The interpreter ended.' : ruleOnExit(exit, limits, '').message
  }

  async function close(): Promise<void> {
    const ended = rival
    rival = undefined
    if (ended === undefined) return
    ended.forked.kill('done')
    await ended.forked.exit
    ended.forked.release()
  }

  return {
    // An interpreter that ends is told by the grading itself.
    obey: (order) => obey(order).catch((error: unknown) => ({ gone: String(error) })),
    close,
  }
}

/** Reads one frame after the other, without its length; undefined once the stream has ended, or when one is too long. */
function frameReader({ orders }: Forked): () => Promise<Buffer | undefined> {
  let data: Buffer = Buffer.alloc(0)
  let ended = false
  let look: () => void = () => undefined
  orders.on('data', (chunk: Buffer) => {
    data = Buffer.concat([data, chunk])
    look()
  })
  orders.once('close', () => {
    ended = true
    look()
  })
  return () =>
    new Promise((resolve) => {
      look = () => {
        const length = data.length < 4 ? undefined : data.readUInt32LE()
        if (length !== undefined && length <= LONGEST_FRAME && data.length >= 4 + length) {
          const body = data.subarray(4, 4 + length)
          data = data.subarray(4 + length)
          look = () => undefined
          resolve(body)
        } else if (ended || (length ?? 0) > LONGEST_FRAME) resolve(undefined)
      }
      look()
    })
}
