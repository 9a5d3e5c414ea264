import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { Query } from './connection.ts'
import { draftOf } from './draft.ts'
import { FORMAT } from './line.ts'
import { drafts, events } from './tables.ts'

/** Rows fetched at once: a source may be 200 kB. */
const PAGE = 100

/**
 * Everything of a learner, one JSON text a line: a header that counts what follows, drafts, events in order. The
 * connection must be in a transaction that sees one moment. It names its columns, so that the backup before a migration
 * can read the older tables with it.
 */
export async function* exportRows(query: Query, learner: string, at: string): AsyncGenerator<string, void> {
  const ownDrafts = eq(drafts.learner, learner)
  const ownEvents = eq(events.learner, learner)
  const [draftCount] = await query.select({ total: count() }).from(drafts).where(ownDrafts)
  const [eventCount] = await query.select({ total: count() }).from(events).where(ownEvents)
  yield JSON.stringify({ format: FORMAT, at, drafts: draftCount?.total ?? 0, events: eventCount?.total ?? 0 })

  const columns = { item: drafts.item, revision: drafts.revision, updatedAt: drafts.updatedAt, body: drafts.body, learner: drafts.learner }
  for (const row of await query.select(columns).from(drafts).where(ownDrafts).orderBy(asc(drafts.item))) {
    yield JSON.stringify({ draft: draftOf(row) })
  }
  let after: { readonly at: string; readonly id: string } | undefined
  for (;;) {
    const rows = await query
      .select({ at: events.at, id: events.id, body: events.body })
      .from(events)
      .where(and(ownEvents, after === undefined ? undefined : sql`(${events.at}, ${events.id}) > (${after.at}, ${after.id})`))
      .orderBy(asc(events.at), asc(events.id))
      .limit(PAGE)
    for (const { id, body } of rows) yield JSON.stringify({ event: { id, ...body } })
    after = rows.at(-1)
    if (rows.length < PAGE) return
  }
}
