import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { UserError } from '../domain/user-error.ts'
import { launch } from '../host/launch.ts'
import { programPath } from '../host/this-machine.ts'
import { diskError } from './disk-error.ts'
import { type ClusterFolder, SUPERUSER, ensureFolder } from './folder.ts'
import { findPostmaster, forgetTakenNumber, isAlive } from './postmaster.ts'

/** How to reach a server; spreads into the options of a `pg` client. */
export interface Address {
  /** A folder with the server's unix socket, or 127.0.0.1. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

export interface Server {
  readonly address: Address
  readonly pid: number
  /** True when it was running already. */
  readonly adopted: boolean
}

export interface ClusterOptions extends Omit<ClusterFolder, 'newPassword'> {
  /** Settings of the server, by name. */
  readonly settings: Readonly<Record<string, string>>
  /** Lines of pg_hba.conf, for a cluster that lets others in than its superuser. */
  readonly access?: readonly string[]
  /** What one process of the server may allocate, bytes; it then ends its statement with an error. */
  readonly memoryBytes?: number
  /** True when the server must not outlive us even when we are killed (only Linux can promise that). */
  readonly diesWithUs: boolean
}

/** With a unix socket the port only names the file. */
const SOCKET_PORT = 5432
/** The longest socket path that every system takes, bytes (Linux 107, macOS 103). */
const LONGEST_SOCKET_PATH = 103
/** How long a server may take from its start to its first answer, ms: recovery after a power cut replays its log first. */
const READY_WITHIN_MS = 120_000
const LOG_BYTES = 1_000_000

/**
 * A server for this folder that answers: the one that is running already (another Onsite's, or the orphan of a killed one),
 * else a new one. Throws UserError for what a person can mend.
 */
export async function startCluster(options: ClusterOptions): Promise<Server> {
  await ensureFolder({ ...options, newPassword: () => randomBytes(18).toString('base64url') })
  const data = join(options.folder, 'data')
  const deadline = performance.now() + READY_WITHIN_MS
  for (;;) {
    if (performance.now() > deadline) throw unreachable(options.folder)
    const running = findPostmaster(data)
    if (running !== undefined) {
      const server = await adopt(options.folder, running.pid, deadline)
      if (server !== undefined) return server
    } else {
      forgetTakenNumber(data)
      const server = await start(options, deadline)
      if (server !== undefined) return server
    }
    await sleep(50)
  }
}

/** Asks the server to end once its transactions are undone or done, and waits for it. */
export async function stopServer(server: Pick<Server, 'pid'>, signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
  try {
    process.kill(server.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
  while (isAlive(server.pid)) await sleep(10)
}

/** Undefined when the server ended while we waited for its answer. */
async function adopt(folder: string, pid: number, deadline: number): Promise<Server | undefined> {
  while (performance.now() < deadline) {
    const running = findPostmaster(join(folder, 'data'))
    if (running?.pid !== pid) return undefined
    if (running.port > 0) {
      const address = addressOf(folder, running.host, running.port)
      if (await answers(address, folder)) return { address, pid, adopted: true }
    }
    await sleep(20)
  }
  return undefined
}

/** Undefined when another process was faster or the last server's processes are still ending: look again. */
async function start(options: ClusterOptions, deadline: number): Promise<Server | undefined> {
  const { folder } = options
  const socket = process.platform !== 'win32' && Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET_PATH
  const port = socket ? SOCKET_PORT : await freePort()
  if (options.access !== undefined) writeFileSync(join(folder, 'data', 'pg_hba.conf'), `${options.access.join('\n')}\n`)
  const log = join(folder, 'log')
  const from = sizeOf(log) > LOG_BYTES ? 0 : sizeOf(log)
  const handle = openSync(log, from === 0 ? 'w' : 'a', 0o600)
  const child = spawnServer(options, { socket, port, log: handle })
  closeSync(handle)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const address = addressOf(folder, socket ? undefined : '127.0.0.1', port)
  let running = true
  void ended.then(() => (running = false))
  while (running && performance.now() < deadline) {
    if (child.pid !== undefined && findPostmaster(join(folder, 'data'))?.pid === child.pid && (await answers(address, folder))) {
      child.unref()
      return { address, pid: child.pid, adopted: false }
    }
    await Promise.race([ended, sleep(10)])
  }
  if (running) return undefined
  const said = readFileSync(log).subarray(from).toString()
  // Someone else's server has the folder or the port, or the last one's processes are not gone yet.
  if (/lock file .* already exists|shared memory block .* still in use|could not bind/.test(said)) return undefined
  throw diskError(new Error(said), folder) ?? new Error(`PostgreSQL ended while it started:\n${said.slice(-2000)}`)
}

function spawnServer(
  options: ClusterOptions,
  place: { readonly socket: boolean; readonly port: number; readonly log: number },
): ChildProcess {
  const { binaries, folder, account } = options
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: place.socket ? '' : '127.0.0.1',
    unix_socket_directories: place.socket ? folder : '',
    unix_socket_permissions: '0700',
    fsync: options.durable ? 'on' : 'off',
    full_page_writes: options.durable ? 'on' : 'off',
    synchronous_commit: options.durable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  }
  const args = [
    '-D',
    join(folder, 'data'),
    '-p',
    `${place.port}`,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const wrappers = [
    ...(options.memoryBytes === undefined ? [] : ['sh', '-c', `ulimit -d ${Math.ceil(options.memoryBytes / 1024)}; exec "$@"`, 'limit']),
    ...(options.diesWithUs && process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'QUIT', '--'] : []),
  ]
  const [command = '', ...rest] = [...wrappers, binaries.postgres, ...args]
  return launch({
    command,
    args: rest,
    account,
    folders: [binaries.folder, folder],
    env: { LC_ALL: 'C', PATH: programPath() },
    stdio: ['ignore', place.log, place.log],
    // Ctrl-C in the terminal is for us: we end the server when the last work is done.
    detached: true,
  })
}

function addressOf(folder: string, host: string | undefined, port: number): Address {
  return { host: host ?? folder, port, user: SUPERUSER, password: readFileSync(join(folder, 'password'), 'utf8') }
}

/** False while the server starts, ends or is not there. */
async function answers(address: Address, where: string): Promise<boolean> {
  const client = new Client({ ...address, database: 'postgres', connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === '28P01') {
      throw new UserError('The database does not take the password of its folder.', {
        where: join(where, 'password'),
        fix: 'Bring the file back from a backup of this folder.',
      })
    }
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function unreachable(folder: string): UserError {
  return new UserError(`The database did not answer within ${READY_WITHIN_MS / 1000} seconds.`, {
    where: join(folder, 'log'),
    fix: 'Read the last lines of this log; if a process named in data/postmaster.pid is not PostgreSQL, delete that file.',
  })
}
