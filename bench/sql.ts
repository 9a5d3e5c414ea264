import { Client } from 'pg'
import type { SqlCase, SqlExercise } from '../src/domain/item.ts'
import type { Runner } from '../src/domain/runner.ts'
import { compareTables } from '../src/grading/table.ts'
import { ownAccount } from '../src/host/this-machine.ts'
import { scratchFolder } from '../src/postgres/scratch.ts'
import { type ExerciseCluster, OWNER, startExerciseCluster } from '../src/runner/postgres/exercise-cluster.ts'
import { type Login, type Outcome, runSql } from '../src/runner/postgres/statement.ts'
import { submissionOf, submit } from './judging.ts'
import { type Way, timed } from './rounds.ts'

/** Grades SQL with nothing prepared: for each case a database from nothing, with schema and data replayed. */
export interface Replay {
  grade(exercise: SqlExercise): Promise<void>
  /** Drops the databases that were used: nobody waits for that, here as in the engine. */
  tidy(): Promise<void>
  close(): Promise<void>
}

/** What the SQL engine's templates and remembered results are held against. */
export function sqlWays(runner: Runner, exercise: SqlExercise, replay: Replay): readonly Way[] {
  return [
    {
      name: 'a new database, schema and data replayed',
      times: 1,
      every: 1,
      async once() {
        const { value: _, ...sample } = await timed(() => replay.grade(exercise))
        await replay.tidy()
        return sample
      },
    },
    {
      // A schema that the engine has not seen: it makes the templates and runs the solution.
      name: 'the first submission of an exercise',
      times: 1,
      every: 3,
      once: (seed) => submit(runner, submissionOf({ ...exercise, schema: `${exercise.schema}\n-- ${seed}` }), seed),
    },
  ]
}

/** On a cluster of its own with the engine's settings, accounts and limits. */
export async function openReplay(project: string): Promise<Replay> {
  const own = ownAccount()
  // The account of the SQL engine.
  const account = own.dedicated ? { ...own, uid: own.uid + 1, gid: own.gid + 1 } : own
  const cluster = await startExerciseCluster({ project, scratch: scratchFolder(), account })
  const used: string[] = []
  let count = 0
  return {
    async grade(exercise) {
      for (const one of exercise.cases) {
        const name = `replayed_${++count}`
        used.push(name)
        const { expected, actual } = await onNewDatabase(cluster, name, exercise, one)
        const comparison = compareTables(tableOf(expected), tableOf(actual), exercise)
        if (!comparison.equal) throw new Error(`${exercise.slug} did not pass on a new database: ${one.name}: ${comparison.message}`)
      }
    },
    async tidy() {
      for (const name of used.splice(0)) {
        await cluster.control.query(`DROP DATABASE ${name} WITH (FORCE)`)
        await cluster.control.query(`DROP ROLE ${name}`)
      }
    },
    close: () => cluster.close(),
  }
}

/** The solution's rows, twice: as what is expected and as what a learner handed in. */
async function onNewDatabase(cluster: ExerciseCluster, name: string, exercise: SqlExercise, one: SqlCase) {
  const { control, server, typeNames } = cluster
  const password = 'drawn for each submission by the engine'
  await Promise.all([
    control.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}'; GRANT ${OWNER} TO ${name} WITH INHERIT TRUE, SET FALSE, ADMIN FALSE`),
    control.query(`CREATE DATABASE ${name} TEMPLATE template0 STRATEGY FILE_COPY`),
  ])
  const client = new Client({ ...server.address, database: name })
  await client.connect()
  await client.query(`GRANT ALL ON SCHEMA public TO ${OWNER}; SET ROLE ${OWNER}`)
  await client.query(exercise.schema)
  await client.query(one.data)
  await client.end()
  const login: Login = { host: server.address.host, port: server.address.port, database: name, user: name, password }
  const run = () =>
    runSql(exercise.solution, {
      login,
      terminate: () => Promise.resolve(),
      taken: () => Promise.resolve({ bytes: 0, locks: 0 }),
      limits: { ...exercise.limits, rows: 20_000, resultBytes: 16 * 1024 * 1024 },
      typeNames,
      signal: new AbortController().signal,
      onOutput: () => undefined,
    })
  return { expected: await run(), actual: await run() }
}

function tableOf({ ended }: Outcome) {
  if (ended.how !== 'table') throw new Error(`a solution without a table: ${ended.how}`)
  return ended.table
}
