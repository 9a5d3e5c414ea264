import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { LogEvent, NewEvent } from '../domain/event.ts'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import type { Store } from '../domain/store.ts'
import type { Account } from '../host/account.ts'
import { ownAccount } from '../host/this-machine.ts'
import { diskError } from '../postgres/disk-error.ts'
import { backUp } from './backup.ts'
import { type Connection, connectEmbedded, connectHosted } from './connection.ts'
import { findDraft, saveDraft } from './draft.ts'
import { exportRows } from './export.ts'
import { importRows } from './import.ts'
import {
  appendEvent,
  findAnswers,
  findAttempt,
  findAttempts,
  findFacts,
  findHistory,
  findLatestItem,
  findProgress,
  newEventId,
} from './log.ts'
import { migrateTables } from './migrate.ts'
import { learners } from './tables.ts'

export interface StoreOptions {
  /** Folder of Onsite itself: its node_modules hold PostgreSQL, its sources the migrations. */
  readonly project: string
  /** Folder of the learner's data; made when it is not there. */
  readonly home: string
  /** A PostgreSQL 18 server of somebody's; the embedded one in `<home>/postgres` when undefined. */
  readonly databaseUrl: string | undefined
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Folder of the migrations. */
  readonly migrations?: string
  /** Who the embedded server runs as. */
  readonly account?: Account
}

/** Opens what is remembered, bringing the tables up to date first. Throws UserError for what a person can mend. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { project, home, databaseUrl, now, migrations = join(project, 'src', 'store', 'migrations') } = options
  makeHome(home)
  const account = options.account ?? ownAccount()
  const connection =
    databaseUrl === undefined
      ? await connectEmbedded({ folder: join(home, 'postgres'), project, account })
      : await connectHosted(databaseUrl)
  try {
    await connection.use(async (query, client) => {
      const backup = (migration: string) => backUp(query, home, migration, now()).then(() => undefined)
      await migrateTables({ query, client }, { folder: migrations, backup })
      await query
        .insert(learners)
        .values({ id: LOCAL_LEARNER, createdAt: new Date(now()).toISOString() })
        .onConflictDoNothing()
    })
  } catch (error) {
    await connection.close()
    throw error
  }
  return storeOn(connection, now)
}

function storeOn(connection: Connection, now: () => number): Store {
  const { use } = connection
  const time = () => new Date(now()).toISOString()
  return {
    async append<E extends LogEvent>(event: NewEvent<E>): Promise<E> {
      const id = await use(newEventId)
      const whole = { ...event, id } as unknown as E
      await use((query) => appendEvent(query, whole))
      return whole
    },
    attempts: (learner, item) => use((query) => findAttempts(query, learner, item)),
    attempt: (learner, id) => use((query) => findAttempt(query, learner, id)),
    answers: (learner, item) => use((query) => findAnswers(query, learner, item)),
    history: (learner, item) => use((query) => findHistory(query, learner, item)),
    facts: (learner, after) => use((query) => findFacts(query, learner, after)),
    progress: (learner) => use((query) => findProgress(query, learner)),
    latestItem: (learner) => use((query) => findLatestItem(query, learner)),
    draft: (learner, item) => use((query) => findDraft(query, learner, item)),
    saveDraft: (learner, item, source, base) => use((query) => saveDraft(query, { learner, item, source, base, at: time() })),
    exportLines: (learner) => exportLines(connection, learner, time()),
    importLines: (learner, lines) => connection.useOnce((query) => query.transaction((all) => importRows(all, learner, lines))),
    close: () => connection.close(),
  }
}

/** The lines come from one moment, whatever is written meanwhile; the connection is held until the last is read. */
async function* exportLines(connection: Connection, learner: string, at: string): AsyncGenerator<string, void> {
  const lines = new TransformStream<string, string>()
  const writer = lines.writable.getWriter()
  const reading = connection
    .useOnce((query) =>
      query.transaction((moment) => pump(exportRows(moment, learner, at), writer), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      }),
    )
    .then(
      () => writer.close(),
      (error: unknown) => writer.abort(error),
    )
  yield* lines.readable
  await reading
}

async function pump(rows: AsyncIterable<string>, writer: WritableStreamDefaultWriter<string>): Promise<void> {
  for await (const row of rows) await writer.write(row)
}

function makeHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw diskError(error, home) ?? error
  }
}
