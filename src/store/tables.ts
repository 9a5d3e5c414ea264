import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, json, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { LogEvent, NewEvent } from '../domain/event.ts'

/** An event but for its id and whose it is. */
export type EventBody = NewEvent extends infer E ? (E extends NewEvent ? Omit<E, 'learner'> : never) : never

const TYPES = [
  'attempt',
  'hint',
  'reference',
  'answer',
  'report',
  'recognition',
  'forecast',
  'target',
  'self-rating',
  'diagnostic',
  'day',
  'review',
  'ask',
  'estimate',
] as const satisfies readonly LogEvent['type'][]

export const learners = pgTable('learners', {
  id: text().primaryKey(),
  createdAt: timestamp('created_at', { withTimezone: true, precision: 3, mode: 'string' }).notNull(),
})

/** The append-only log; a trigger of the first migration refuses UPDATE, DELETE and TRUNCATE. */
export const events = pgTable(
  'events',
  {
    learner: text()
      .notNull()
      .references(() => learners.id),
    id: uuid().notNull(),
    /** Null for what is about the learner alone. */
    item: text(),
    type: text().notNull(),
    at: timestamp({ withTimezone: true, precision: 3, mode: 'string' }).notNull(),
    /** The order in which events reached this database, whatever their clocks say: what is new since a reader's last look. */
    came: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    /** The event alone proves the item solved. */
    solves: boolean().notNull(),
    /** `json` keeps the text as it came, NUL and lone surrogates too, which `jsonb` and `text` refuse. */
    body: json().$type<EventBody>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learner, table.id] }),
    index('events_of_item').on(table.learner, table.item, table.at, table.id),
    index('events_in_order').on(table.learner, table.at, table.id),
    index('events_progress').on(table.learner, table.item, table.solves).where(sql`type in ('attempt', 'answer', 'estimate')`),
    index('events_as_they_came').on(table.learner, table.came),
    check('events_type', sql.raw(`type in (${TYPES.map((type) => `'${type}'`).join(', ')})`)),
  ],
)

export const drafts = pgTable(
  'drafts',
  {
    learner: text()
      .notNull()
      .references(() => learners.id),
    item: text().notNull(),
    revision: integer().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true, precision: 3, mode: 'string' }).notNull(),
    /** An object, since a driver takes a bare JSON string for JSON once more. */
    body: json().$type<{ readonly source: string }>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.learner, table.item] })],
)
