import { and, eq, sql } from 'drizzle-orm'
import type { Draft } from '../domain/store.ts'
import type { Query } from './connection.ts'
import { drafts } from './tables.ts'

export async function findDraft(query: Query, learner: string, item: string): Promise<Draft | undefined> {
  const rows = await query
    .select()
    .from(drafts)
    .where(and(eq(drafts.learner, learner), eq(drafts.item, item)))
  return rows[0] === undefined ? undefined : draftOf(rows[0])
}

/**
 * Saves over revision `base`. Where nothing is stored there is nothing to lose, so any base saves (the home may be a younger
 * one than the tab). Saving the same text over the same base again is the same save: an answer may have been lost on its way.
 */
export async function saveDraft(
  query: Query,
  {
    learner,
    item,
    source,
    base,
    at,
  }: { readonly learner: string; readonly item: string; readonly source: string; readonly base: number; readonly at: string },
): Promise<{ readonly saved: boolean; readonly draft: Draft }> {
  const saved = await query
    .insert(drafts)
    .values({ learner, item, revision: base + 1, updatedAt: at, body: { source } })
    .onConflictDoUpdate({
      target: [drafts.learner, drafts.item],
      set: { revision: base + 1, updatedAt: at, body: sql`excluded.body` },
      setWhere: eq(drafts.revision, base),
    })
    .returning()
  if (saved[0] !== undefined) return { saved: true, draft: draftOf(saved[0]) }
  const draft = await findDraft(query, learner, item)
  if (draft === undefined) throw new Error(`the draft of ${item} was neither saved nor found`)
  return { saved: draft.revision === base + 1 && draft.source === source, draft }
}

export function draftOf(row: typeof drafts.$inferSelect): Draft {
  return { item: row.item, source: row.body.source, revision: row.revision, updatedAt: new Date(row.updatedAt).toISOString() }
}
