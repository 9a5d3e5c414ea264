import type { LogEvent } from './event.ts'

/** What fills an event's room in the log and says nothing about what the learner knows. */
export const BULK = ['source', 'stdout', 'checks', 'text', 'reason', 'comment', 'judge', 'report', 'answers', 'drawn'] as const

/** An event as memory reads it: whole but for its bulk. */
export type Fact = LogEvent extends infer E ? (E extends LogEvent ? Omit<E, (typeof BULK)[number]> : never) : never
