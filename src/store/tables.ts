import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, json, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { NewEvent } from '../domain/event.ts'

/** An event but for its id and whose it is. */
export type EventBody = NewEvent extends infer E ? (E extends NewEvent ? Omit<E, 'learner'> : never) : never

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
    item: text().notNull(),
    type: text().notNull(),
    at: timestamp({ withTimezone: true, precision: 3, mode: 'string' }).notNull(),
    /** The event alone proves the item solved. */
    solves: boolean().notNull(),
    /** `json` keeps the text as it came, NUL and lone surrogates too, which `jsonb` and `text` refuse. */
    body: json().$type<EventBody>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learner, table.id] }),
    index('events_of_item').on(table.learner, table.item, table.at, table.id),
    index('events_in_order').on(table.learner, table.at, table.id),
    index('events_progress').on(table.learner, table.item, table.solves).where(sql`type in ('attempt', 'answer')`),
    check('events_type', sql`type in ('attempt', 'hint', 'reference', 'answer', 'report')`),
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
