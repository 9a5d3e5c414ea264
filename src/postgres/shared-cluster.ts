import { Client } from 'pg'
import { type Address, type ClusterOptions, type Server, startCluster, stopServer } from './cluster.ts'

/** A cluster that several processes of Onsite may use at once; the last to leave stops it. */
export interface SharedCluster {
  readonly address: Address
  readonly adopted: boolean
  /** Call it after closing our other connections: stops the server unless somebody else is connected. */
  leave(): Promise<void>
  /** For a server that is gone: lets go of what is left of the connection. */
  abandon(): Promise<void>
}

/** The advisory lock that says who is there: shared by everyone, exclusive for the one who stops the server. */
const PRESENCE = 7_461_001
const RETRIES = 20

/** Joins the cluster of this folder, starting it when it does not run. `name` marks our own connections. Throws UserError. */
export async function joinCluster(options: ClusterOptions, name: string): Promise<SharedCluster> {
  for (let attempt = 1; ; attempt++) {
    const server = await startCluster(options)
    const presence = new Client({ ...server.address, database: 'postgres', application_name: name })
    presence.on('error', () => undefined)
    try {
      await presence.connect()
      await presence.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE])
      return {
        address: server.address,
        adopted: server.adopted,
        leave: () => leave(server, presence, name),
        abandon: () => presence.end().catch(() => undefined),
      }
    } catch (error) {
      // Whoever was there last stopped the server just as we came.
      await presence.end().catch(() => undefined)
      if (attempt === RETRIES) throw error
    }
  }
}

async function leave(server: Server, presence: Client, name: string): Promise<void> {
  try {
    await presence.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE])
    const { rows } = await presence.query<{ alone: boolean; others: number }>(
      `SELECT pg_try_advisory_lock($1) AS alone,
        (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <> $2) AS others`,
      [PRESENCE, name],
    )
    if (rows[0]?.alone === true && rows[0].others === 0) await stopServer(server)
  } catch {
    // The server is gone already: that is what we wanted.
  } finally {
    await presence.end().catch(() => undefined)
  }
}
