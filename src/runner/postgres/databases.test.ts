import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { ownAccount } from '../../host/this-machine.ts'
import { createDatabases } from './databases.ts'
import { startExerciseCluster } from './exercise-cluster.ts'
import { scratchFolder } from '../../postgres/scratch.ts'
import type { Login } from './statement.ts'

const project = join(import.meta.dirname, '..', '..', '..')
const account = ownAccount()
const cluster = await startExerciseCluster({ project, scratch: scratchFolder(), account })
const databases = createDatabases(cluster)
afterAll(() => cluster.close())

test('a role enters its own database and no other', async () => {
  const [a, b] = await Promise.all([databases.open('', ''), databases.open('', '')])
  expect(await ask(a.login, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  for (const database of [b.login.database, 'postgres', 'template1']) {
    await expect(ask({ ...a.login, database }, 'SELECT 1')).rejects.toThrow('no pg_hba.conf entry')
  }
})

test('a role neither sees nor ends the session of another', async () => {
  const [a, b] = await Promise.all([databases.open('', ''), databases.open('', '')])
  const session = await connect(b.login)
  await session.query('SELECT 42 AS secret')
  const seen = await ask(a.login, `SELECT pid, query FROM pg_stat_activity WHERE usename = '${b.login.user}'`)
  expect(seen).toMatchObject([{ query: '<insufficient privilege>' }])
  await expect(ask(a.login, `SELECT pg_terminate_backend(${seen[0]?.['pid']})`)).rejects.toThrow('permission denied to terminate process')
  await expect(ask(a.login, `ALTER ROLE ${b.login.user} PASSWORD 'x'`)).rejects.toThrow('permission denied')
  await session.end()
})

test('a learner may do with the tables what their owner may', async () => {
  const { login } = await databases.open('CREATE TABLE t (x integer); CREATE VIEW v AS SELECT * FROM t', 'INSERT INTO t VALUES (1)')
  await ask(login, 'CREATE INDEX ON t (x); ALTER TABLE t ADD y integer; ANALYZE t; CREATE TEMP TABLE s AS SELECT * FROM t')
  await ask(login, 'CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$; CREATE MATERIALIZED VIEW m AS SELECT * FROM v')
  await expect(ask(login, 'DROP TABLE t CASCADE')).resolves.toEqual([])
})

test('text sorts by code point on every machine', async () => {
  const { login } = await databases.open('', '')
  expect(await ask(login, "SELECT string_agg(x, '' ORDER BY x) AS sorted FROM unnest('{b,a,B,é,A}'::text[]) x")).toEqual([
    { sorted: 'ABabé' },
  ])
})

test('what a run made is gone after it', async () => {
  const database = await databases.open('CREATE TABLE t (x integer)', '')
  await database.drop()
  const left = await cluster.control.query(
    'SELECT 1 FROM pg_database WHERE datname = $1 UNION ALL SELECT 1 FROM pg_roles WHERE rolname = $1',
    [database.login.database],
  )
  expect(left.rows).toEqual([])
})

test('however many schemas come by, few templates are kept', async () => {
  for (let index = 0; index < 30; index++) {
    const database = await databases.open(`CREATE TABLE t${index} (x integer)`, '')
    await database.drop()
  }
  const { rows } = await cluster.control.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM pg_database WHERE datname LIKE 'case%'",
  )
  expect(rows[0]?.count).toBeLessThanOrEqual(25)
})

async function connect(login: Login): Promise<Client> {
  const client = new Client(login)
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function ask(login: Login, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = await connect(login)
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows ?? []
  } finally {
    await client.end()
  }
}
