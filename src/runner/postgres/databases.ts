import { createHash, randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { type ExerciseCluster, OWNER } from './exercise-cluster.ts'
import { type SqlError, errorSentence } from './sql-error.ts'
import type { Login } from './statement.ts'

/** A pristine database with a role of its own, for one run of a learner's SQL. */
export interface Database {
  readonly login: Login
  /** Ends a session from outside, by its process number. */
  terminate(pid: number): Promise<void>
  /** Bytes on the disk, and how many locks a session has, by its process number. */
  taken(pid: number): Promise<{ readonly bytes: number; readonly locks: number }>
  drop(): Promise<void>
}

/** The content's own SQL does not run: our fault, not the learner's. */
export class ContentError extends Error {}

/** How many templates are kept: 8 MB each. */
const TEMPLATES = 24

/** Databases of one cluster: a template for each schema with a case's data, a copy of it for each run. */
export function createDatabases(cluster: ExerciseCluster) {
  /** In the order of last use. */
  const templates = new Map<string, Promise<string>>()
  const { control, server } = cluster
  let count = 0

  async function open(schema: string, data: string): Promise<Database> {
    const template = await templateOf(schema, data)
    const name = `run_${++count}`
    const password = randomBytes(16).toString('hex')
    await Promise.all([
      control.query(
        `CREATE ROLE ${name} LOGIN PASSWORD '${password}'; GRANT ${OWNER} TO ${name} WITH INHERIT TRUE, SET FALSE, ADMIN FALSE`,
      ),
      control.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`),
    ])
    return {
      login: { host: server.address.host, port: server.address.port, database: name, user: name, password },
      async terminate(pid) {
        await control.query('SELECT pg_terminate_backend($1)', [pid])
      },
      async taken(pid) {
        const { rows } = await control.query<{ bytes: string; locks: string }>(
          'SELECT pg_database_size($1) AS bytes, (SELECT count(*) FROM pg_locks WHERE pid = $2) AS locks',
          [name, pid],
        )
        return { bytes: Number(rows[0]?.bytes), locks: Number(rows[0]?.locks) }
      },
      async drop() {
        await control.query(`DROP DATABASE ${name} WITH (FORCE)`)
        await control.query(`DROP ROLE ${name}`)
      },
    }
  }

  function templateOf(schema: string, data: string): Promise<string> {
    const key = createHash('sha256')
      .update(JSON.stringify([schema, data]))
      .digest('hex')
      .slice(0, 24)
    const known = templates.get(key)
    templates.delete(key)
    const template = known ?? makeTemplate(`case_${key}`, schema, data)
    templates.set(key, template)
    if (known === undefined) {
      template.catch(() => templates.delete(key))
      forgetOldest()
    }
    return template
  }

  function forgetOldest(): void {
    const [key, template] = templates.entries().next().value ?? []
    if (templates.size <= TEMPLATES || key === undefined) return
    templates.delete(key)
    // In use at this very moment, it stays until the cluster goes.
    template?.then((name) => control.query(`DROP DATABASE ${name}`)).catch(() => undefined)
  }

  async function makeTemplate(name: string, schema: string, data: string): Promise<string> {
    await control.query(`DROP DATABASE IF EXISTS ${name}`)
    await control.query(`CREATE DATABASE ${name} TEMPLATE template0 STRATEGY FILE_COPY`)
    const client = new Client({ ...server.address, database: name })
    client.on('error', () => undefined)
    await client.connect()
    try {
      await client.query(`GRANT ALL ON SCHEMA public TO ${OWNER}; SET ROLE ${OWNER}`)
      await runContent(client, 'schema.sql', schema)
      await runContent(client, "the case's data", data)
      await client.query('RESET ALL; RESET ROLE')
      await gatherStatistics(client)
    } finally {
      await client.end()
    }
    return name
  }

  return { open }
}

export type Databases = ReturnType<typeof createDatabases>

async function runContent(client: Client, file: string, sql: string): Promise<void> {
  try {
    await client.query(sql)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const { code, position, detail, hint } = error as Partial<Record<'code' | 'position' | 'detail' | 'hint', string>>
    if (code === undefined) throw error
    const found: SqlError = { code, message: error.message, position: position === undefined ? undefined : Number(position), detail, hint }
    throw new ContentError(`${file}, ${errorSentence(found, sql)}${detail === undefined ? '' : ` (${detail})`}`)
  }
}

/** Plans then depend on the data alone, and index-only scans can skip the table. */
async function gatherStatistics(client: Client): Promise<void> {
  const tables = await client.query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE relkind IN ('r', 'p', 'm') AND nspname !~ '^(pg_|information_schema)'`,
  )
  if (tables.rows.length > 0) await client.query(`VACUUM (ANALYZE) ${tables.rows.map(({ name }) => name).join(', ')}`)
}
