import type { AnswerEvent, AttemptEvent, LogEvent, NewEvent } from './event.ts'
import type { Fact } from './fact.ts'

/** What the learner types, saved as they type. */
export interface Draft {
  readonly item: string
  readonly source: string
  /** Counts saves; a save names the revision that it builds on. */
  readonly revision: number
  readonly updatedAt: string
}

/** How far a learner is with an item. */
export type Progress = 'solved' | 'tried'

/** What is remembered. Every promise that resolves is durable. */
export interface Store {
  append<E extends LogEvent>(event: NewEvent<E>): Promise<E>
  /** Newest first. */
  attempts(learner: string, item: string): Promise<readonly AttemptEvent[]>
  attempt(learner: string, id: string): Promise<AttemptEvent | undefined>
  answers(learner: string, item: string): Promise<readonly AnswerEvent[]>
  /** Every event of an item, oldest first. */
  history(learner: string, item: string): Promise<readonly LogEvent[]>
  /**
   * Facts that reached this database after `after` (0 for all), in the order in which they came, which is not always that of
   * their times. `came` is where to go on from.
   */
  facts(learner: string, after: number): Promise<{ readonly facts: readonly Fact[]; readonly came: number }>
  /** By item slug: solved once a submission or a drill passed or an answer was scored in full, tried with any attempt or answer. */
  progress(learner: string): Promise<ReadonlyMap<string, Progress>>
  /** Slug of the item last attempted, answered or drafted. */
  latestItem(learner: string): Promise<string | undefined>
  draft(learner: string, item: string): Promise<Draft | undefined>
  /** Saves when `base` is the revision stored (0 for none); otherwise changes nothing and returns what is stored, as a conflict. */
  saveDraft(learner: string, item: string, source: string, base: number): Promise<{ readonly saved: boolean; readonly draft: Draft }>
  /** One JSON text a line: a header, then drafts and events in order. */
  exportLines(learner: string): AsyncIterable<string>
  /** Adds what is not there yet; running it twice changes nothing. Throws UserError with the line that is wrong, having changed nothing. */
  importLines(learner: string, lines: AsyncIterable<string>): Promise<{ readonly added: number; readonly known: number }>
  close(): Promise<void>
}
