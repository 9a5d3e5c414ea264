import { type NodePgQueryResultHKT, drizzle } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import type { Pool, PoolClient } from 'pg'
import { UserError } from '../domain/user-error.ts'
import type { Account } from '../host/account.ts'
import { findBinaries } from '../postgres/binaries.ts'
import { diskError } from '../postgres/disk-error.ts'
import { quietPool } from '../postgres/quiet-pool.ts'
import { type SharedCluster, joinCluster } from '../postgres/shared-cluster.ts'

/** Queries on one connection, or within its transaction. */
export type Query = PgDatabase<NodePgQueryResultHKT, Record<string, never>>

type Work<T> = (query: Query, client: PoolClient) => Promise<T>

/** The store's way to its database. */
export interface Connection {
  /**
   * Does work on one connection. When that breaks, the database is started again if it is ours, and the work is done once
   * more: so it must be such that twice changes no more than once.
   */
  use<T>(work: Work<T>): Promise<T>
  /** The same, for work that can not be done twice, such as reading a stream. */
  useOnce<T>(work: Work<T>): Promise<T>
  close(): Promise<void>
}

const CONNECTIONS = 8

const SETTINGS = {
  shared_buffers: '32MB',
  max_connections: '60',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_wal_size: '256MB',
  io_method: 'sync',
  jit: 'off',
  log_min_error_statement: 'panic',
} as const

/** The embedded PostgreSQL in this folder: started, or adopted from another Onsite or a killed one. */
export async function connectEmbedded(place: {
  readonly folder: string
  readonly project: string
  readonly account: Account
}): Promise<Connection> {
  const name = `onsite ${process.pid}`
  const options = { ...place, binaries: findBinaries(place.project), durable: true, settings: SETTINGS, diesWithUs: false }
  let open = await join()
  let reviving: Promise<void> | undefined

  async function join(): Promise<{ readonly cluster: SharedCluster; readonly pool: Pool }> {
    const cluster = await joinCluster(options, name)
    return { cluster, pool: quietPool({ ...cluster.address, database: 'postgres', application_name: name, max: CONNECTIONS }) }
  }

  /** Once for all who notice at the same time. */
  function revive(): Promise<void> {
    reviving ??= rejoin().finally(() => (reviving = undefined))
    return reviving
  }

  async function rejoin(): Promise<void> {
    const old = open
    open = await join()
    void old.pool.end().catch(() => undefined)
    void old.cluster.abandon()
  }

  async function once<T>(work: Work<T>): Promise<T> {
    try {
      return await withClient(open.pool, work)
    } catch (error) {
      throw diskError(driverError(error), place.folder) ?? error
    }
  }

  async function use<T>(work: Work<T>): Promise<T> {
    try {
      return await once(work)
    } catch (error) {
      if (!isBroken(error)) throw error
    }
    await revive()
    return once(work)
  }

  return {
    use,
    async useOnce(work) {
      await use((query) => query.execute('SELECT 1'))
      return once(work)
    },
    async close() {
      await open.pool.end()
      await open.cluster.leave()
    },
  }
}

/** Somebody's server. Throws UserError when it does not answer or is too old. */
export async function connectHosted(databaseUrl: string): Promise<Connection> {
  const pool = quietPool({ connectionString: databaseUrl, application_name: 'onsite', max: CONNECTIONS })
  const use: Connection['use'] = (work) =>
    withClient(pool, work).catch((error: unknown) => {
      if (isBroken(error)) return withClient(pool, work)
      throw error
    })
  try {
    const version = await use(async (_query, client) => Number((await client.query('SHOW server_version_num')).rows[0].server_version_num))
    if (version < 180_000) {
      throw new UserError('The server of DATABASE_URL is older than PostgreSQL 18.', {
        where: 'DATABASE_URL',
        fix: 'Use PostgreSQL 18 or newer.',
      })
    }
  } catch (error) {
    await pool.end()
    if (error instanceof UserError) throw error
    throw new UserError(`The database of DATABASE_URL does not answer: ${error instanceof Error ? error.message : String(error)}`, {
      where: 'DATABASE_URL',
      fix: 'Check the address and that the server runs, or leave DATABASE_URL out to use the embedded database.',
    })
  }
  return { use, useOnce: (work) => withClient(pool, work), close: () => pool.end() }
}

async function withClient<T>(pool: Pool, work: Work<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const result = await work(drizzle(client), client)
    client.release()
    return result
  } catch (error) {
    // A connection in an unknown state is not used again.
    client.release(true)
    throw error
  }
}

/** The connection failed, not the statement. */
function isBroken(error: unknown): boolean {
  const said = driverError(error)
  if (!(said instanceof Error)) return false
  const { code } = said as { readonly code?: unknown }
  if (typeof code === 'string') return /^(57P0[1-5]|08...|ECONN\w+|ENOENT|EPIPE)$/.test(code)
  return /Connection terminated|not queryable|connection error/i.test(said.message)
}

/** What the driver said: Drizzle wraps it in an error that quotes the values of the statement, which may say anything. */
function driverError(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? driverError(error.cause) : error
}
