import { isDeepStrictEqual } from 'node:util'
import { and, eq, inArray } from 'drizzle-orm'
import type { LogEvent } from '../domain/event.ts'
import type { Draft } from '../domain/store.ts'
import { UserError } from '../domain/user-error.ts'
import type { Query } from './connection.ts'
import { type Line, parseLine } from './line.ts'
import { rowOf } from './log.ts'
import { drafts, events } from './tables.ts'

const BATCH = 200

interface NumberedEvent {
  readonly event: LogEvent
  /** From 1. */
  readonly line: number
}

/**
 * Adds what is not there yet; the caller's transaction makes it all or nothing. A draft that is there stays as it is:
 * it is what the learner last typed here. Throws UserError with the line that is wrong.
 */
export async function importRows(
  query: Query,
  learner: string,
  lines: AsyncIterable<string>,
): Promise<{ readonly added: number; readonly known: number }> {
  let added = 0
  let number = 0
  const seen = { drafts: 0, events: 0 }
  let header: Extract<Line, { kind: 'header' }> | undefined
  let batch: NumberedEvent[] = []
  const flush = async () => {
    added += await addEvents(query, learner, batch)
    batch = []
  }
  for await (const text of lines) {
    number++
    if (text.trim() === '') continue
    const line = parseLine(text, number)
    if (line.kind === 'header') {
      if (header !== undefined)
        throw new UserError('A second header: the file holds more than one export.', {
          where: `line ${number}`,
          fix: 'Import one learner at a time.',
        })
      header = line
    } else if (line.kind === 'draft') {
      seen.drafts++
      added += await addDraft(query, learner, line.draft)
    } else {
      seen.events++
      batch.push({ event: { ...line.event, learner } as LogEvent, line: number })
      if (batch.length === BATCH) await flush()
    }
  }
  await flush()
  requireWhole(header, seen, number)
  return { added, known: seen.drafts + seen.events - added }
}

function requireWhole(header: Line | undefined, seen: { readonly drafts: number; readonly events: number }, last: number): void {
  const fix = 'Export again and import the whole file.'
  if (header === undefined || header.kind !== 'header') throw new UserError('The file is empty.', { where: 'line 1', fix })
  if (header.drafts === seen.drafts && header.events === seen.events) return
  throw new UserError(
    `The header promises ${header.drafts} drafts and ${header.events} events; the file has ${seen.drafts} and ${seen.events}.`,
    { where: `line ${last}`, fix },
  )
}

async function addDraft(query: Query, learner: string, { item, source, revision, updatedAt }: Draft): Promise<number> {
  const row = { learner, item, revision, updatedAt, body: { source } }
  return (await query.insert(drafts).values(row).onConflictDoNothing().returning({ item: drafts.item })).length
}

async function addEvents(query: Query, learner: string, batch: readonly NumberedEvent[]): Promise<number> {
  if (batch.length === 0) return 0
  const rows = batch.map(({ event }) => rowOf(event))
  const added = await query.insert(events).values(rows).onConflictDoNothing().returning({ id: events.id })
  const isNew = new Set(added.map(({ id }) => id))
  const known = batch.filter(({ event }) => !isNew.has(event.id.toLowerCase()))
  if (known.length > 0) await requireSame(query, learner, known)
  return added.length
}

/** The log never changes, so an id that is here already must say the same. */
async function requireSame(query: Query, learner: string, known: readonly NumberedEvent[]): Promise<void> {
  const ids = known.map(({ event }) => event.id)
  const stored = await query
    .select({ id: events.id, body: events.body })
    .from(events)
    .where(and(eq(events.learner, learner), inArray(events.id, ids)))
  const bodies = new Map(stored.map(({ id, body }) => [id, body]))
  for (const { event, line } of known) {
    if (isDeepStrictEqual(bodies.get(event.id.toLowerCase()), rowOf(event).body)) continue
    throw new UserError(`The event ${event.id} is here already and says something else.`, {
      where: `line ${line}`,
      fix: 'Set ONSITE_HOME to a new folder and import the file there.',
    })
  }
}
