import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, Query, type QueryArrayConfig, type QueryArrayResult } from 'pg'
import type { Table } from '../../grading/show-table.ts'
import { cpuMsOf } from './cpu-time.ts'
import type { SqlError } from './sql-error.ts'

/** What one run of the learner's SQL may use. */
export interface StatementLimits {
  /** Time of all its statements together: the server process's CPU time where the system tells it, else wall-clock time, ms. */
  readonly cpuMs: number
  /** Wall-clock backstop, ms. */
  readonly wallMs: number
  readonly rows: number
  readonly resultBytes: number
  /** Of notices, bytes. */
  readonly outputBytes: number
}

export type Ended =
  /** The last result set; `nothing` names the last command when there was none, e.g. `UPDATE`. */
  | { readonly how: 'table'; readonly table: Table }
  | { readonly how: 'nothing'; readonly command: string }
  | { readonly how: 'error'; readonly error: SqlError }
  | { readonly how: 'timed-out'; readonly waiting: boolean }
  | { readonly how: 'too-much'; readonly what: 'rows' | 'bytes' }
  | { readonly how: 'out-of-memory' }
  | { readonly how: 'cancelled' }
  /** The connection broke: the SQL ended its own session, or the server is gone. */
  | { readonly how: 'lost'; readonly reason: string }

export interface Outcome {
  readonly ended: Ended
  readonly cpuMs: number
  /** Notices of the statements, as psql shows them. */
  readonly output: string
  readonly truncated: boolean
}

export interface Login {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
}

const LEAVE_MS = 200
const LONGEST_MESSAGE = 1000
/** How often the watchdog looks, ms. */
const WATCH_MS = 15
/** What a run may make of its database, bytes, and how often that is looked at, ms: tables know no limit of their own. */
const MOST_DISK_BYTES = 512 * 1024 * 1024
/** The server's table of locks is one for all sessions (see exercise-cluster.ts): nobody may fill it. */
const MOST_LOCKS = 2000
const WEIGH_MS = 200
/** The server's own time limit is that much longer: it ends what runs on while we are too busy to look, ms. */
const BACKSTOP_MS = 500

/**
 * Runs SQL (one or several statements) as a role of its own and returns the last result set. The limits are held from
 * outside, since the SQL may change every setting of its session.
 */
export async function runSql(
  sql: string,
  {
    login,
    terminate,
    taken,
    limits,
    typeNames,
    signal,
    onOutput,
  }: {
    readonly login: Login
    readonly terminate: (pid: number) => Promise<void>
    readonly taken: (pid: number) => Promise<{ readonly bytes: number; readonly locks: number }>
    readonly limits: StatementLimits
    readonly typeNames: ReadonlyMap<number, string>
    readonly signal: AbortSignal
    readonly onOutput: (text: string) => void
  },
): Promise<Outcome> {
  if (signal.aborted) return { ended: { how: 'cancelled' }, cpuMs: 0, output: '', truncated: false }
  const nul = sql.indexOf('\0')
  if (nul !== -1) return { ended: { how: 'error', error: nulError(sql, nul) }, cpuMs: 0, output: '', truncated: false }

  const socket = new Socket()
  const client = new Client({ ...login, stream: () => socket, statement_timeout: Math.ceil(limits.wallMs + BACKSTOP_MS) })
  const output = collectOutput(limits.outputBytes, onOutput)
  client.on('notice', (notice) => output.add(`${notice.severity}:  ${notice.message}\n`))
  let stop: (ended: Ended) => void = () => undefined
  const stopped = new Promise<Ended>((resolve) => (stop = resolve))
  client.on('error', (error) => stop(endOf(error)))
  try {
    await client.connect()
  } catch (error) {
    socket.destroy()
    return { ended: { how: 'lost', reason: messageOf(error) }, cpuMs: 0, ...output.taken() }
  }
  const pid = processOf(client)
  const clock = startClock(pid)
  let bytes = 0
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > limits.resultBytes) stop({ how: 'too-much', what: 'bytes' })
  })
  const abort = () => stop({ how: 'cancelled' })
  signal.addEventListener('abort', abort)
  // Aborted while the session was opened: the event is over, and nobody would hear it again.
  if (signal.aborted) abort()
  const watch = setInterval(() => {
    if (clock.cpuMs() > limits.cpuMs) stop({ how: 'timed-out', waiting: false })
    else if (clock.wallMs() > limits.wallMs) stop({ how: 'timed-out', waiting: clock.cpuMs() < limits.cpuMs / 2 })
  }, WATCH_MS)
  const weigh = setInterval(() => {
    taken(pid).then(
      ({ bytes, locks }) => (bytes > MOST_DISK_BYTES || locks > MOST_LOCKS) && stop({ how: 'out-of-memory' }),
      () => undefined,
    )
  }, WEIGH_MS)
  let finished = false
  try {
    const table = lastTable(client, sql, limits.rows, typeNames).then((ended) => {
      finished = ended.how !== 'too-much'
      return ended
    })
    const ended = await Promise.race([stopped, table])
    // Read before the session ends, since its process takes the count with it.
    const cpuMs = clock.cpuMs()
    const late = cpuMs > limits.cpuMs || (ended.how === 'error' && ended.error.code === CANCELLED && clock.wallMs() > limits.wallMs)
    return { ended: late && finished ? { how: 'timed-out', waiting: false } : ended, cpuMs, ...output.taken() }
  } finally {
    clearInterval(watch)
    clearInterval(weigh)
    signal.removeEventListener('abort', abort)
    if (finished) await leave(client)
    socket.destroy()
    if (!finished) await terminate(pid).catch(() => undefined)
  }
}

/** Waits until the server's process has gone: DROP DATABASE would find it and sleep for 100 ms. */
async function leave(client: Client): Promise<void> {
  await Promise.race([client.end().catch(() => undefined), sleep(LEAVE_MS, undefined, { ref: false })])
}

/** Counts from now on; a process that is gone keeps the count that was last read. */
function startClock(pid: number) {
  const startedAt = performance.now()
  const before = cpuMsOf(pid)
  const wallMs = () => performance.now() - startedAt
  let last = 0
  return {
    wallMs,
    cpuMs(): number {
      const now = before === undefined ? wallMs() : (cpuMsOf(pid) ?? 0) - before
      last = Math.max(last, now)
      return last
    },
  }
}

function lastTable(client: Client, sql: string, rowLimit: number, typeNames: ReadonlyMap<number, string>): Promise<Ended> {
  return new Promise((resolve) => {
    const config: QueryArrayConfig = { text: sql, rowMode: 'array', types: { getTypeParser: () => (text: string) => text } }
    const query = new Query(config)
    let current: object | undefined
    let rows: (string | null)[][] = []
    let count = 0
    query.on('row', (row: (string | null)[], result) => {
      if (result !== current) [current, rows] = [result, []]
      rows.push(row)
      count++
      if (count > rowLimit) resolve({ how: 'too-much', what: 'rows' })
    })
    query.on('error', (error) => resolve(endOf(error)))
    query.on('end', (ended: QueryArrayResult | QueryArrayResult[]) => {
      const results = Array.isArray(ended) ? ended : [ended]
      const last = results.findLast(({ fields }) => fields.length > 0)
      if (last === undefined) return resolve({ how: 'nothing', command: results.at(-1)?.command ?? '' })
      const columns = last.fields.map(({ name, dataTypeID }) => ({ name, type: typeNames.get(dataTypeID) ?? 'text' }))
      resolve({ how: 'table', table: { columns, rows: last === current ? rows : [] } })
    })
    client.query(query)
  })
}

/** SQLSTATE of a statement that was ended from outside, by a time limit too. */
const CANCELLED = '57014'

/** SQLSTATEs by what they mean for a verdict. */
function endOf(error: Error): Ended {
  const { code, position, detail, hint } = error as Partial<Record<'code' | 'position' | 'detail' | 'hint', string>>
  // Memory, or temp_file_limit: a sort or a hash that would fill the disk.
  if (code === '53200' || code === '53400') return { how: 'out-of-memory' }
  // No SQLSTATE, no room left, or the server is ending: not the statement's doing.
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code) || /^(53...|57P..|08...)$/.test(code)) return { how: 'lost', reason: error.message }
  return {
    how: 'error',
    error: {
      code,
      message: cut(error.message),
      position: position === undefined ? undefined : Number(position),
      detail: cut(detail),
      hint: cut(hint),
    },
  }
}

/** A message may quote a value of any length. */
function cut<T extends string | undefined>(text: T): T | string {
  return text === undefined || text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE)}…`
}

/** The protocol ends a statement at a NUL, so the rest would silently not run. The code is that of a syntax error. */
function nulError(sql: string, at: number): SqlError {
  const position = Array.from(sql.slice(0, at)).length + 1
  return { code: '42601', message: 'the SQL has a NUL character', position, detail: undefined, hint: 'Delete the invisible character.' }
}

function collectOutput(limit: number, onOutput: (text: string) => void) {
  let output = ''
  let bytes = 0
  let truncated = false
  return {
    add(text: string): void {
      if (truncated) return
      bytes += Buffer.byteLength(text)
      truncated = bytes > limit
      if (truncated) return
      output += text
      onOutput(text)
    },
    taken: () => ({ output, truncated }),
  }
}

/** The number of the server's process for this session; `pg` keeps it without a type. */
function processOf(client: Client): number {
  return (client as unknown as { readonly processID: number }).processID
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
