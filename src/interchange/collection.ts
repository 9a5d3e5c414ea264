import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import { z } from 'zod'
import { UserError } from '../domain/user-error.ts'

/** One line of Anki's review log, with what its card says. */
export interface LoggedReview {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The button: 1 to 4; 0 for what nobody pressed. */
  readonly ease: number
  /** 0 learning, 1 review, 2 relearning, 3 out of order, 4 by hand, 5 moved. */
  readonly type: number
  /** Separated by spaces. */
  readonly tags: string
  /** Separated by U+001F. */
  readonly fields: string
  readonly deck: string
}

/** Reads the review log of a collection, schema 11 to 18. `scratch` is a folder for a temporary file. Throws UserError. */
export function readCollection(
  bytes: Uint8Array,
  { name, scratch }: { readonly name: string; readonly scratch: string },
): readonly LoggedReview[] {
  const folder = mkdtempSync(join(scratch, 'onsite-anki-'))
  try {
    const file = join(folder, 'collection.sqlite')
    writeFileSync(file, withoutLog(bytes))
    const database = new sqlite.Database(file, { readOnly: true })
    try {
      return reviewsIn(database)
    } finally {
      database.close()
    }
  } catch (error) {
    if (!(error instanceof sqlite.SQLite3Error) && !(error instanceof z.ZodError)) throw error
    const cause = error instanceof z.ZodError ? 'its tables hold something else' : error.message
    throw new UserError(`Is not a collection of Anki's: ${cause}.`, {
      where: name,
      fix: 'Export it again from Anki, as a deck package (.apkg) or a collection package (.colpkg).',
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Database = InstanceType<typeof sqlite.Database>

const id = z.union([z.number(), z.bigint()]).transform(String)
const reviewRow = z.object({
  at: z.union([z.number(), z.bigint()]).transform(Number),
  ease: z.number(),
  type: z.number(),
  tags: z.string(),
  fields: z.string(),
  deck: id,
})
const deckRow = z.object({ id, name: z.string() })
const oldDecks = z.record(z.string(), z.object({ name: z.string() }))

function reviewsIn(database: Database): readonly LoggedReview[] {
  const decks = decksIn(database)
  const rows = database.all(
    `SELECT r.id AS at, r.ease AS ease, r.type AS type, n.tags AS tags, n.flds AS fields, CASE WHEN c.odid > 0 THEN c.odid ELSE c.did END AS deck
     FROM revlog r JOIN cards c ON c.id = r.cid JOIN notes n ON n.id = c.nid ORDER BY r.id`,
  )
  return rows.map((row) => {
    const review = reviewRow.parse(row)
    return { ...review, deck: decks.get(review.deck) ?? '' }
  })
}

/** Names of decks by id: a table since schema 15, JSON in the only row of `col` before. They are a help, not more: without them cards still have tags and fronts. */
function decksIn(database: Database): ReadonlyMap<string, string> {
  if (database.get("SELECT 1 AS there FROM sqlite_master WHERE type = 'table' AND name = 'decks'") !== null) {
    const rows = z.array(deckRow).parse(database.all('SELECT id, name FROM decks NOT INDEXED'))
    return new Map(rows.map((row) => [row.id, row.name.replaceAll('\u001f', '::')]))
  }
  const row = z.object({ decks: z.string() }).safeParse(database.get('SELECT decks FROM col'))
  return new Map(Object.entries(namesIn(row.data?.decks ?? '{}')).map(([key, { name }]) => [key, name]))
}

function namesIn(json: string): z.infer<typeof oldDecks> {
  try {
    return oldDecks.safeParse(JSON.parse(json)).data ?? {}
  } catch {
    return {}
  }
}

/** A file written for one reader: without the log beside it that its header promises, it opens in no other way. */
function withoutLog(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes)
  // Bytes 18 and 19 say how it is written and read: 1 is a rollback journal, 2 a write-ahead log.
  if (copy[18] === 2 && copy[19] === 2) copy.fill(1, 18, 20)
  return copy
}
