import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { type Socket, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import type { Permission, Runtime } from '../../domain/runtime.ts'
import type { Account } from '../../host/account.ts'
import { launch } from '../../host/launch.ts'
import type { PythonEnvironment } from './environment.ts'
import type { Address, Exit, Figures, Forked } from './forked.ts'
import { frameOf } from './frame.ts'
import { readLines } from './lines.ts'
import { zygoteMessage } from './report.ts'
import { DEVICE_PATHS, type Sandbox, bubblewrapArguments, neededFolders, readOnlyPaths } from './sandbox.ts'

export type Role = 'candidate' | 'judge'

/** A warm interpreter that forks a process for each job. */
export interface Zygote {
  /** Has a process forked; a candidate that is to be graded is told its judge. */
  fork(permissions: readonly Permission[], judge?: Address): Forked
  /** How many processes it has forked. */
  readonly forks: number
  /** Ends it once the processes that it has forked so far have ended. */
  retire(): void
  /** Resolves when the interpreter has ended. */
  readonly ended: Promise<void>
  readonly isEnded: boolean
  readonly pid: number | undefined
  close(): Promise<void>
}

export interface ZygoteOptions {
  readonly role: Role
  readonly runtime: Runtime
  /** Path of bubblewrap; undefined for plain processes. */
  readonly bubblewrap: string | undefined
  /** True where forking a process that has numpy loaded is not safe: each job then imports for itself. */
  readonly cold: boolean
  readonly environment: PythonEnvironment
  readonly programs: string
  readonly account: Account
  /** Folder of the sockets of all interpreters; its account may write there. */
  readonly socketFolder: string
  /** Name of its socket in that folder. */
  readonly name: string
  /** Ends it, also while it still imports. */
  readonly signal: AbortSignal
}

/** Why a zygote did not start: the walls around it, its own packages, or somebody ended it. */
export class ZygoteFailed extends Error {
  readonly reason: 'sandbox' | 'interpreter' | 'killed'
  constructor(message: string, reason: ZygoteFailed['reason']) {
    super(message)
    this.name = 'ZygoteFailed'
    this.reason = reason
  }
}

const START_MS = 120_000
const BURIAL_MS = 10_000
/** Which connection of a job it is, as the interpreter counts them; a judge's second one is its candidate's. */
const ORDERS = 0
const OUTPUT = 1
const LOST: Exit = { code: null, signal: null, cause: null, cpuMs: 0, memoryBytes: null, delayedMs: 0, waiting: false, lost: true }

/** Starts a zygote; resolves once its packages are imported. Rejects with ZygoteFailed. */
export async function startZygote(options: ZygoteOptions): Promise<Zygote> {
  const { role, runtime, bubblewrap, cold, environment, programs, account, socketFolder } = options
  const isolated = bubblewrap !== undefined
  const sandbox: Sandbox = { environment, programs, socketFolder }
  const socket = join(socketFolder, options.name)
  const settings = JSON.stringify({ role, runtime, isolated, cold, programs, socket, binds: readOnlyPaths(sandbox), devices: DEVICE_PATHS })
  const child = spawnZygote(sandbox, settings, bubblewrap, account)
  const control = child.stdio[3] as Duplex
  const exits = new Map<number, (exit: Exit) => void>()
  const measuring = new Map<number, (figures: Figures) => void>()
  const sockets = new Set<Socket>()
  let errors = ''
  let isEnded = false
  let retiring = false
  let forks = 0

  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000)
  })
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      errors += String(error)
      finish()
    })
    child.once('close', finish)
    function finish(): void {
      isEnded = true
      for (const tell of exits.values()) tell(LOST)
      exits.clear()
      for (const each of sockets) each.destroy()
      rmSync(socket, { force: true })
      resolve()
    }
  })
  control.on('error', () => undefined)

  function close(): Promise<void> {
    control.end()
    child.kill('SIGKILL')
    return ended
  }

  const abandon = () => void close()
  options.signal.addEventListener('abort', abandon)
  void ended.then(() => options.signal.removeEventListener('abort', abandon))
  if (options.signal.aborted) abandon()

  let starting: NodeJS.Timeout | undefined
  await new Promise<void>((resolve, reject) => {
    starting = setTimeout(
      () => reject(new ZygoteFailed(`The ${runtime} interpreter did not start within two minutes.`, 'interpreter')),
      START_MS,
    )
    readLines(control, (line) => {
      const message = zygoteMessage.parse(JSON.parse(line))
      if ('ready' in message) resolve()
      else if ('failed' in message) reject(new ZygoteFailed(message.failed, message.isolation ? 'sandbox' : 'interpreter'))
      else if ('measured' in message) {
        measuring.get(message.measured)?.(message)
        measuring.delete(message.measured)
      } else {
        exits.get(message.exit)?.({ ...message, lost: false })
        exits.delete(message.exit)
        if (retiring && exits.size === 0) void close()
      }
    })
    void ended.then(() => reject(failureOf(errors.trim())))
  })
    .finally(() => clearTimeout(starting))
    .catch(async (error: unknown) => {
      await close()
      throw error
    })

  function open(id: number, channel: number): Socket {
    const connection = connect(socket)
    const greeting = Buffer.alloc(8)
    greeting.writeUInt32LE(id, 0)
    greeting.writeUInt32LE(channel, 4)
    connection.write(greeting)
    connection.on('error', () => undefined) // the other side has ended: `exit` tells why
    connection.once('close', () => sockets.delete(connection))
    sockets.add(connection)
    return connection
  }

  function say(message: object): void {
    control.write(`${JSON.stringify(message)}\n`)
  }

  function fork(permissions: readonly Permission[], judge?: Address): Forked {
    const id = ++forks
    const exit = new Promise<Exit>((resolve) => (isEnded ? resolve(LOST) : exits.set(id, resolve)))
    say({ job: id, permissions, judge: judge ?? null })
    const orders = open(id, ORDERS)
    const output = role === 'candidate' ? open(id, OUTPUT) : undefined
    return {
      address: { socket, job: id },
      orders,
      output,
      exit,
      begin(order, payload) {
        say({ begin: id, ...order })
        orders.write(frameOf({ ...payload, limits: order }))
      },
      async measure() {
        const answer = new Promise<Figures>((resolve) => measuring.set(id, resolve))
        say({ measure: id })
        const found = await Promise.race([answer, exit.then(() => undefined)])
        measuring.delete(id)
        return found && { cpuMs: found.cpuMs, memoryBytes: found.memoryBytes }
      },
      kill(cause) {
        say({ kill: id, cause })
        // A zygote that does not even bury its dead is stopped or stuck: it ends, and its job with it.
        const timer = setTimeout(() => exits.has(id) && child.kill('SIGKILL'), BURIAL_MS)
        timer.unref()
        void exit.then(() => clearTimeout(timer))
      },
      release() {
        orders.destroy()
        output?.destroy()
      },
    }
  }

  function retire(): void {
    retiring = true
    if (exits.size === 0) void close()
  }

  return {
    fork,
    get forks() {
      return forks
    },
    retire,
    ended,
    get isEnded() {
      return isEnded
    },
    pid: child.pid,
    close,
  }
}

/** Why it ended before it was ready, by what it wrote: bubblewrap and the programs before it name themselves. */
function failureOf(errors: string): ZygoteFailed {
  if (errors === '') return new ZygoteFailed('It was killed while it started.', 'killed')
  const sandbox = /^(bwrap|unshare|setpriv|mount|umount|mkdir|sh): |spawn \S*bwrap/m.test(errors)
  return new ZygoteFailed(errors, sandbox ? 'sandbox' : 'interpreter')
}

function spawnZygote(sandbox: Sandbox, settings: string, bubblewrap: string | undefined, account: Account): ChildProcess {
  const { environment, programs } = sandbox
  const program = ['-s', '-B', '-X', 'utf8', join(programs, 'zygote.py'), settings]
  const plain = { ...ENVIRONMENT, HOME: tmpdir(), TMPDIR: tmpdir() }
  const [command, args] =
    bubblewrap === undefined
      ? [environment.python, program]
      : [bubblewrap, [...bubblewrapArguments(sandbox, ENVIRONMENT), environment.python, ...program]]
  return launch({
    command,
    args,
    account,
    folders: neededFolders(sandbox),
    env: bubblewrap === undefined ? plain : ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
}

/** All that a job sees of the environment. One thread: a forked copy of a threaded process may hang. Set and dict order do not vary by process. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  HOME: '/run/job',
  TMPDIR: '/run/job/.tmp',
  LANG: 'C.UTF-8',
  PYTHONHASHSEED: '0',
  PYTHONUNBUFFERED: '1',
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  NUMEXPR_NUM_THREADS: '1',
  MALLOC_ARENA_MAX: '2',
}
