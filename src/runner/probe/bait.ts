import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type Server, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Things of this machine that no job may reach, laid out so that reaching them is seen from here. */
export interface Bait {
  /** A port on 127.0.0.1 that listens. */
  readonly port: number
  /** The name of a socket in Linux's abstract namespace that listens, without its leading zero byte. */
  readonly socket: string
  /** A file that every account of this machine may read and write. */
  readonly file: string
  /** Connections that were made to either. */
  readonly reached: () => number
  readonly close: () => void
}

export async function layBait(): Promise<Bait> {
  let reached = 0
  const listen = (where: { port: number; host: string } | { path: string }) =>
    new Promise<Server>((resolve, reject) => {
      const server = createServer((connection) => {
        reached++
        connection.destroy()
      })
      server.once('error', reject)
      server.listen(where, () => resolve(server))
    })
  const folder = mkdtempSync(join(tmpdir(), 'onsite-bait-'))
  const file = join(folder, 'file')
  chmodSync(folder, 0o755)
  writeFileSync(file, 'bait')
  chmodSync(file, 0o666)
  const socket = `onsite-bait-${randomUUID()}`
  const servers = [await listen({ port: 0, host: '127.0.0.1' })]
  if (process.platform === 'linux') servers.push(await listen({ path: `\0${socket}` }))
  const address = servers[0]?.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    socket,
    file,
    reached: () => reached,
    close() {
      for (const server of servers) server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
