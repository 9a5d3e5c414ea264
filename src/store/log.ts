import { and, asc, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import type { AnswerEvent, AttemptEvent, LogEvent, NewEvent } from '../domain/event.ts'
import { BULK, type Fact } from '../domain/fact.ts'
import type { Progress } from '../domain/store.ts'
import type { Query } from './connection.ts'
import { type EventBody, drafts, events } from './tables.ts'

/** True when the event alone proves its item solved: a submission or a drill that passed, or an answer scored in full. */
function solves(event: NewEvent): boolean {
  if (event.type === 'attempt') return event.mode === 'submit' && event.verdict === 'passed'
  if (event.type === 'estimate') return event.passed
  if (event.type !== 'answer' || event.scores.length === 0) return false
  return event.scores.reduce<number>((sum, score) => sum + (score ?? Number.NaN), 0) >= event.points
}

/** Adds an event under an id that `newEventId` drew; adding it again changes nothing. */
export async function appendEvent(query: Query, event: LogEvent): Promise<void> {
  await query.insert(events).values(rowOf(event)).onConflictDoNothing()
}

/** A UUIDv7: later ids sort behind earlier ones. */
export async function newEventId(query: Query): Promise<string> {
  const { rows } = await query.execute<{ id: string }>(sql`SELECT uuidv7() AS id`)
  return rows[0]?.id as string
}

export function rowOf(event: LogEvent): typeof events.$inferInsert {
  const { id, learner, ...body } = event
  return { learner, id, item: 'item' in event ? event.item : null, type: event.type, at: event.at, solves: solves(event), body }
}

function eventOf(learner: string, { id, body }: { readonly id: string; readonly body: EventBody }): LogEvent {
  return { ...body, id, learner }
}

export async function findAttempts(query: Query, learner: string, item: string): Promise<readonly AttemptEvent[]> {
  return (await findOfType(query, learner, item, 'attempt')) as readonly AttemptEvent[]
}

export async function findAnswers(query: Query, learner: string, item: string): Promise<readonly AnswerEvent[]> {
  return (await findOfType(query, learner, item, 'answer')) as readonly AnswerEvent[]
}

/** Newest first; by id where two have the same time. */
async function findOfType(query: Query, learner: string, item: string, type: LogEvent['type']): Promise<readonly LogEvent[]> {
  const rows = await query
    .select({ id: events.id, body: events.body })
    .from(events)
    .where(and(eq(events.learner, learner), eq(events.item, item), eq(events.type, type)))
    .orderBy(desc(events.at), desc(events.id))
  return rows.map((row) => eventOf(learner, row))
}

export async function findAttempt(query: Query, learner: string, id: string): Promise<AttemptEvent | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined
  const rows = await query
    .select({ id: events.id, body: events.body })
    .from(events)
    .where(and(eq(events.learner, learner), eq(events.id, id), eq(events.type, 'attempt')))
  return rows[0] === undefined ? undefined : (eventOf(learner, rows[0]) as AttemptEvent)
}

export async function findHistory(query: Query, learner: string, item: string): Promise<readonly LogEvent[]> {
  const rows = await query
    .select({ id: events.id, body: events.body })
    .from(events)
    .where(and(eq(events.learner, learner), eq(events.item, item)))
    .orderBy(asc(events.at), asc(events.id))
  return rows.map((row) => eventOf(learner, row))
}

/** What somebody did with an item. */
const ANSWERED = ['attempt', 'answer', 'estimate'] as const satisfies readonly LogEvent['type'][]

/** Of events that have one. */
const itemOfEvent = sql<string>`${events.item}`

/** What came after `after`, without its bulk, as it came. */
export async function findFacts(
  query: Query,
  learner: string,
  after: number,
): Promise<{ readonly facts: readonly Fact[]; readonly came: number }> {
  // PostgreSQL cannot take apart a JSON text that holds a NUL or half a surrogate pair; what a learner typed may, and is bulk.
  const whole = sql`CASE WHEN position('\\u' IN ${events.body}::text) = 0 THEN ${events.body}
    ELSE regexp_replace(${events.body}::text, '\\\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\\\\ufffd', 'g')::json END`
  const slim = sql<Fact>`(SELECT json_object_agg(key, value) FROM json_each(${whole}) WHERE key NOT IN ${BULK})`
  const rows = await query
    .select({ id: events.id, came: events.came, body: slim })
    .from(events)
    .where(and(eq(events.learner, learner), gt(events.came, after)))
    .orderBy(asc(events.came))
  return { facts: rows.map(({ id, body }) => ({ ...body, id, learner })), came: rows.at(-1)?.came ?? after }
}

export async function findProgress(query: Query, learner: string): Promise<ReadonlyMap<string, Progress>> {
  const rows = await query
    .select({ item: itemOfEvent, solved: sql<boolean>`bool_or(${events.solves})` })
    .from(events)
    .where(and(eq(events.learner, learner), inArray(events.type, ANSWERED), isNotNull(events.item)))
    .groupBy(events.item)
  return new Map(rows.map(({ item, solved }) => [item, solved ? 'solved' : 'tried']))
}

/** The item last attempted, answered or drafted. */
export async function findLatestItem(query: Query, learner: string): Promise<string | undefined> {
  const touched = query
    .select({ item: itemOfEvent, at: events.at })
    .from(events)
    .where(and(eq(events.learner, learner), inArray(events.type, ANSWERED), isNotNull(events.item)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1)
  const drafted = query
    .select({ item: drafts.item, at: drafts.updatedAt })
    .from(drafts)
    .where(eq(drafts.learner, learner))
    .orderBy(desc(drafts.updatedAt))
    .limit(1)
  const [[event], [draft]] = [await touched, await drafted]
  if (event === undefined || draft === undefined) return (event ?? draft)?.item
  return Date.parse(draft.at) > Date.parse(event.at) ? draft.item : event.item
}
