import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { PoolClient } from 'pg'
import { z } from 'zod'
import { UserError } from '../domain/user-error.ts'
import type { Query } from './connection.ts'

/** The advisory lock that lets one process at a time change the tables. */
const MIGRATING = 7_461_002

const journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) })

/**
 * Brings the tables up to date, one process at a time and all or nothing. `backup` is called before tables that hold
 * something are changed, with the name of the first migration to come. Throws UserError when a younger Onsite was here.
 */
export async function migrateTables(
  { query, client }: { readonly query: Query; readonly client: PoolClient },
  { folder, backup }: { readonly folder: string; readonly backup: (migration: string) => Promise<void> },
): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATING])
  try {
    const { entries } = journal.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')))
    const applied = await lastApplied(client)
    if (applied > (entries.at(-1)?.when ?? 0)) {
      throw new UserError('The learner data was last used by a newer Onsite.', {
        where: 'the database',
        fix: 'Use that version, or export there and import here into another ONSITE_HOME.',
      })
    }
    const next = entries.find(({ when }) => when > applied)
    if (next === undefined) return
    if (applied > 0) await backup(next.tag)
    await migrate(query, { migrationsFolder: folder })
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATING])
  }
}

/** When the last applied migration was written, ms since 1970; 0 for none. */
async function lastApplied(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS there`)
  if (rows[0]?.there !== true) return 0
  const last = await client.query<{ at: string | null }>('SELECT max(created_at) AS at FROM drizzle.__drizzle_migrations')
  return Number(last.rows[0]?.at ?? 0)
}
