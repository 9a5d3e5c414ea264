import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Account } from '../../host/account.ts'
import { findBinaries } from '../../postgres/binaries.ts'
import { type Server, startCluster, stopServer } from '../../postgres/cluster.ts'
import { SUPERUSER } from '../../postgres/folder.ts'
import { quietPool } from '../../postgres/quiet-pool.ts'
import { findPostmaster, isAlive } from '../../postgres/postmaster.ts'

/** The throw-away cluster that learners' SQL runs on: nothing in it outlives us, so nothing in it waits for the disk. */
export interface ExerciseCluster {
  readonly server: Server
  /** Connections of the superuser. */
  readonly control: Pool
  /** SQL names of built-in types by their number, e.g. 23 is `integer`. */
  readonly typeNames: ReadonlyMap<number, string>
  close(): Promise<void>
}

/** Owns what the content makes; every learner's role may use it as an owner would, and none may become it. */
export const OWNER = 'learner'

const PREFIX = 'onsite-sql-'

const SETTINGS = {
  shared_buffers: '32MB',
  max_connections: '40',
  // One table for all sessions: large enough that a session which takes all it can is ended long before another finds none (statement.ts).
  max_locks_per_transaction: '4096',
  work_mem: '16MB',
  maintenance_work_mem: '32MB',
  temp_file_limit: '1GB',
  max_wal_size: '64MB',
  min_wal_size: '32MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // One process a statement: its time and memory are then the statement's, and plans are the same on every machine.
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '0',
  max_logical_replication_workers: '0',
  io_method: 'sync',
  jit: 'off',
  // Statistics are gathered when a template is made; a background run in between would change plans.
  autovacuum: 'off',
  checkpoint_timeout: '1h',
  // Passwords are drawn, live for one submission and are not worth stretching.
  scram_iterations: '1',
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
} as const

/** What one process may allocate, bytes: a statement's own limits (`work_mem`) do not hold for arrays and strings. */
const PROCESS_BYTES = 512 * 1024 * 1024

/** A role may only enter the database of its own name. */
const ACCESS = [
  `local all ${SUPERUSER} scram-sha-256`,
  'local sameuser all scram-sha-256',
  `host all ${SUPERUSER} 127.0.0.1/32 scram-sha-256`,
  'host sameuser all 127.0.0.1/32 scram-sha-256',
]

/** Starts a new cluster in the scratch folder, after removing what killed processes left there. */
export async function startExerciseCluster({
  project,
  scratch,
  account,
}: {
  readonly project: string
  readonly scratch: string
  readonly account: Account
}): Promise<ExerciseCluster> {
  await removeOrphans(scratch, account)
  const folder = join(scratch, `${PREFIX}${process.pid}-${randomBytes(4).toString('hex')}`)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  try {
    const server = await startCluster({
      folder,
      binaries: findBinaries(project),
      account,
      durable: false,
      settings: SETTINGS,
      access: ACCESS,
      memoryBytes: PROCESS_BYTES,
      diesWithUs: true,
    })
    const control = quietPool({ ...server.address, database: 'postgres', max: 4 })
    await control.query(`CREATE ROLE ${OWNER} NOLOGIN`)
    const types = await control.query<{ oid: number; name: string }>(
      'SELECT oid, format_type(oid, NULL) AS name FROM pg_type WHERE oid < 16384',
    )
    return {
      server,
      control,
      typeNames: new Map(types.rows.map(({ oid, name }) => [oid, name])),
      async close() {
        await stopServer(server, 'SIGQUIT')
        remove()
        await control.end()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** Ends servers and removes folders whose Onsite is gone. */
async function removeOrphans(scratch: string, account: Account): Promise<void> {
  for (const name of readdirSync(scratch)) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (owner === undefined || isAlive(Number(owner))) continue
    const folder = join(scratch, name)
    const status = statSync(folder, { throwIfNoEntry: false })
    if (status === undefined || (account.uid !== -1 && status.uid !== account.uid)) continue
    const running = findPostmaster(join(folder, 'data'))
    if (running !== undefined) await stopServer(running, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
