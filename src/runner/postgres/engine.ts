import { availableParallelism } from 'node:os'
import type { Engine, RuntimeState } from '../../domain/engine.ts'
import type { SqlCase } from '../../domain/item.ts'
import type { Job, JobEvent, JobResult } from '../../domain/job.ts'
import type { Blobs } from '../../domain/runner.ts'
import { UserError } from '../../domain/user-error.ts'
import type { Table } from '../../grading/show-table.ts'
import type { Account } from '../../host/account.ts'
import { ownAccount } from '../../host/this-machine.ts'
import { notRun, queueFull } from '../not-run.ts'
import { createQueue, PLACES } from '../queue.ts'
import { ContentError, type Databases, createDatabases } from './databases.ts'
import { type ExerciseCluster, startExerciseCluster } from './exercise-cluster.ts'
import { judge } from './judge.ts'
import { readRequest } from './request.ts'
import { scratchFolder } from '../../postgres/scratch.ts'
import { type Outcome, type StatementLimits, runSql } from './statement.ts'

export interface PostgresEngineOptions {
  /** Folder of Onsite itself: its node_modules hold PostgreSQL. */
  readonly project: string
  readonly blobs: Blobs
  /** Where the throw-away cluster lives; by default in memory where there is room, else with the temporary files. */
  readonly scratch?: string
  /** Whose place its own account is beside, when we run as root; else it runs as we do. */
  readonly account?: Account
  /** Jobs at once; default one a core. */
  readonly slots?: number
}

/** The most rows and bytes of a result that are taken: far beyond what an exercise asks for, harmless to hold. */
const MOST_ROWS = 20_000
const MOST_RESULT_BYTES = 16 * 1024 * 1024
/** How many solutions' results are remembered. */
const EXPECTED = 200

/** A solution's result serves every job that waits for it, so the one that asked first does not cancel it. */
const UNENDING = new AbortController().signal

/** A running cluster with what is remembered about it. */
interface Running {
  readonly cluster: ExerciseCluster
  readonly databases: Databases
  readonly expected: Map<string, Promise<Table>>
}

/**
 * Judges SQL on a PostgreSQL cluster of its own. A job's `cpuMs` is the time limit of the SQL on one case: CPU time of
 * the server's process where the system tells it (Linux), else wall-clock time; `wallMs` is the backstop for SQL that waits.
 * `memoryBytes` is not per job: one fixed limit holds for every process of the server.
 */
export function createPostgresEngine({
  project,
  blobs,
  scratch = scratchFolder(),
  account,
  slots = availableParallelism(),
}: PostgresEngineOptions): Engine {
  const queue = createQueue({ slots: Math.max(1, slots), ...PLACES })
  let starting: Promise<Running> | undefined
  let current: Running | undefined
  let state: RuntimeState = { state: 'cold' }
  let closed = false

  function running(): Promise<Running> {
    starting ??= start().catch((error: unknown) => {
      starting = undefined
      state = unavailable(error)
      throw error
    })
    return starting
  }

  async function start(): Promise<Running> {
    state = { state: 'starting', message: 'The SQL engine is starting.' }
    const own = account ?? ownAccount()
    // Its own account beside that of the learner's data: SQL that broke out could not read them.
    const apart = own.dedicated ? { ...own, uid: own.uid + 1, gid: own.gid + 1 } : own
    const cluster = await startExerciseCluster({ project, scratch, account: apart })
    current = { cluster, databases: createDatabases(cluster), expected: new Map() }
    state = { state: 'ready' }
    return current
  }

  /** The next job starts a new one; of several jobs that notice, the first does this. */
  async function discard(broken: Running): Promise<void> {
    if (current !== broken) return
    current = undefined
    starting = undefined
    state = { state: 'cold' }
    await broken.cluster.close().catch(() => undefined)
  }

  async function execute(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal, submitter?: string): Promise<JobResult> {
    const wait = (ahead: number) => onEvent({ type: 'waiting', ahead })
    const leave = await queue.enter(signal, submitter, wait).catch(() => 'cancelled' as const)
    if (leave === 'cancelled') return notRun(job, 'not-run', 'Cancelled.')
    if (leave === undefined) return queueFull(job)
    return attempt(job, tellOnce(onEvent), signal, 2).finally(leave)
  }

  /** A cluster that was killed from outside is replaced, and the job that noticed runs again. */
  async function attempt(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal, tries: number): Promise<JobResult> {
    if (signal.aborted || closed) return notRun(job, 'not-run', 'Cancelled.')
    let used: Running | undefined
    try {
      used = await running()
      const request = readRequest(job, blobs)
      onEvent({ type: 'started' })
      return await judge(job, request, { runCase: runner(used, job, onEvent, signal), expectedTable: expected(used, job), onEvent })
    } catch (error) {
      if (signal.aborted || closed) return notRun(job, 'not-run', 'Cancelled.')
      if (error instanceof ContentError) return notRun(job, 'our-fault', `This exercise is broken: ${error.message}`)
      if (used === undefined || (await isAlive(used))) return notRun(job, 'our-fault', sentenceOf(error))
      await discard(used)
      return tries > 1 ? attempt(job, onEvent, signal, tries - 1) : notRun(job, 'our-fault', `The SQL engine stopped: ${sentenceOf(error)}`)
    }
  }

  function runner(used: Running, job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal) {
    const limits = { ...job.limits, rows: MOST_ROWS, resultBytes: MOST_RESULT_BYTES }
    return (sql: string, schema: string, { visible, data }: SqlCase) =>
      runOn(used, sql, schema, data, limits, signal, (text) => visible && onEvent({ type: 'output', text }))
  }

  async function runOn(
    used: Running,
    sql: string,
    schema: string,
    data: string,
    limits: StatementLimits,
    signal: AbortSignal,
    onOutput: (text: string) => void,
  ): Promise<Outcome> {
    const database = await used.databases.open(schema, data)
    try {
      const { typeNames } = used.cluster
      const outcome = await runSql(sql, { ...database, limits, typeNames, signal, onOutput })
      if (outcome.ended.how === 'lost' && !(await isAlive(used))) throw new Error(outcome.ended.reason)
      return outcome
    } finally {
      // Nobody waits for it, and what can not be dropped goes with the cluster.
      void database.drop().catch(() => undefined)
    }
  }

  /** What the solution returns on a case does not change, so it runs once. */
  function expected(used: Running, job: Job) {
    return (solution: string, schema: string, data: string): Promise<Table> => {
      const key = JSON.stringify([solution, schema, data])
      const known = used.expected.get(key)
      if (known !== undefined) return known
      const table = runSolution(used, job, [solution, schema, data])
      used.expected.set(key, table)
      table.catch(() => used.expected.delete(key))
      const oldest = used.expected.keys().next().value
      if (used.expected.size > EXPECTED && oldest !== undefined) used.expected.delete(oldest)
      return table
    }
  }

  async function runSolution(used: Running, job: Job, [sql, schema, data]: readonly [string, string, string]) {
    const { wallMs, outputBytes } = job.limits
    const limits = { cpuMs: wallMs, wallMs, outputBytes, rows: MOST_ROWS, resultBytes: MOST_RESULT_BYTES }
    const { ended } = await runOn(used, sql, schema, data, limits, UNENDING, () => undefined)
    if (ended.how === 'table') return ended.table
    throw new ContentError(`its solution gives no table (${ended.how === 'error' ? ended.error.message : ended.how})`)
  }

  return {
    runtimes: ['postgres'],
    state: () => state,
    warm: () =>
      running().then(
        () => undefined,
        () => undefined,
      ),
    execute,
    async close() {
      closed = true
      const used = await starting?.catch(() => undefined)
      if (used !== undefined) await discard(used)
    },
  }
}

/** A job that runs again does not repeat what it has told. */
function tellOnce(onEvent: (event: JobEvent) => void): (event: JobEvent) => void {
  const told = new Set<string>()
  return (event) => {
    const key = event.type === 'check' ? `check ${event.check.name}` : event.type
    if (event.type !== 'output' && told.has(key)) return
    told.add(key)
    onEvent(event)
  }
}

async function isAlive({ cluster }: Running): Promise<boolean> {
  return cluster.control.query('SELECT 1').then(
    () => true,
    // Short of something (class 53), but there.
    (error: unknown) => error instanceof Error && 'code' in error && String(error.code).startsWith('53'),
  )
}

function unavailable(error: unknown): RuntimeState {
  if (error instanceof UserError) return { state: 'unavailable', message: `${error.message} (${error.where})`, fix: error.fix }
  return {
    state: 'unavailable',
    message: `The SQL engine did not start: ${sentenceOf(error)}`,
    fix: 'Try again; if it stays, report it as a bug.',
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
