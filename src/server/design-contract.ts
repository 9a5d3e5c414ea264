import type { Case, NamedDrawing } from '../domain/case.ts'
import type { DesignRecord, KeptReport } from '../domain/event.ts'
import type { JobEvent } from '../domain/job.ts'
import type { Report } from '../domain/report.ts'
import type { Level } from '../domain/target.ts'
import type { AttemptSummary, ErrorBody, ItemPageBase, ItemSummary, PatternLink } from './contract.ts'

/*
 * What the server answers about designs.
 *
 * | address | body | answer |
 * | --- | --- | --- |
 * | GET /api/items/:slug | | `ItemPage`, of a case `DesignPage` |
 * | PUT /api/items/:slug/draft | as for exercises, `source` is the drawing's text | `DraftSaved` |
 * | POST /api/items/:slug/ask | `{ ask, zone }`, `ask` being its place in the list, from 0 | `AskSaved` |
 * | GET /api/items/:slug/told | | `Told`: what is told at *intro* without being asked |
 * | POST /api/items/:slug/design | `SubmitDesign` | NDJSON of `DesignLine`; `POST /api/jobs/:job/cancel` stops it |
 * | POST /api/items/:slug/reference | `{ zone }` | `Reference`: the drawing and, as `whyHtml`, the discussion; it is logged |
 * | GET /api/attempts/:id/design | | `DesignAttemptPage` |
 * | GET /api/attempts/:id/runs | | `DesignRuns`, simulated again: takes as long as a few runs |
 *
 * JSON knows no NaN: where a report or a measurement has none to tell, null comes instead.
 */

/** A case as somebody may see it who was not graded yet. */
export type OpenCase = Omit<
  Case,
  | 'patterns'
  | 'folder'
  | 'statement'
  | 'sources'
  | 'ambiguous'
  | 'discussion'
  | 'followUps'
  | 'asks'
  | 'estimates'
  | 'labs'
  | 'par'
  | 'reference'
  | 'right'
  | 'wrong'
>

export interface DesignPage extends ItemPageBase {
  readonly kind: 'design'
  readonly case: OpenCase
  /** The brief without numbers, shown instead of `statementHtml` at the level *staff*. */
  readonly ambiguousHtml: string
  /** What the target says, else *standard*; the level of the last attempt where there is one. */
  readonly level: Level
  /** Dollars an hour of the cheapest drawing known to pass; a level allows a multiple of it. Undefined where none was recorded. */
  readonly par: number | undefined
  /** In the order of the case. */
  readonly asks: readonly {
    readonly ask: string
    /** Undefined until it was asked for; at *intro* everything is told. */
    readonly answerHtml: string | undefined
    readonly asked: boolean
    /** A number of the workload stands behind it, which simulating in the browser needs: keep it from sight at *staff* until it is asked for. */
    readonly moves: string | undefined
    /** How much the answer is worth, 0 to 1; after the first graded run, where it was measured. */
    readonly worth: number | undefined
  }[]
  /** What is to be said before the run. */
  readonly estimates: readonly { readonly ask: string; readonly unit: string }[]
  /** Newest first. */
  readonly attempts: readonly DesignAttempt[]
  readonly labs: readonly ItemSummary[]
  readonly after: DesignAfter
}

/** What is told once there was a graded run. */
export interface DesignAfter {
  /** After the first graded run. */
  readonly discussionHtml: string | undefined
  /** Text of a drawing that passes at every level: after a pass at *standard* or higher, or on request. */
  readonly reference: string | undefined
  /** Text of the cheapest drawing that is known to pass: opened with the reference. */
  readonly cheapest: string | undefined
  /** Other drawings that pass, with other trade-offs: opened with the reference. */
  readonly right: readonly NamedDrawing[]
  /** After the first graded run. */
  readonly patterns: readonly PatternLink[] | undefined
}

/** A graded drawing in a list. */
export interface DesignAttempt extends AttemptSummary {
  readonly design: DesignRecord
}

export interface AskSaved {
  /** Places of all that was asked so far, in order. */
  readonly asked: readonly number[]
  /** To the question of this call. */
  readonly answerHtml: string
}

export interface Told {
  /** To every question, in the order of the case. */
  readonly answersHtml: readonly string[]
}

export interface SubmitDesign {
  readonly level: Level
  /** The drawing. One that cannot be read is refused with its problems and leaves no attempt. */
  readonly text: string
  /** In the order of the page's estimates; null where nothing was said. */
  readonly predictions: readonly (number | null)[]
  /** Name of the component that the learner expects to break first; null where none was named. */
  readonly firstToBreak: string | null
  readonly activeMs?: number
  /** IANA. */
  readonly zone?: string
}

/** A line of the stream of a submission. */
export type DesignLine =
  | { readonly type: 'queued'; readonly job: string }
  | JobEvent
  | { readonly type: 'done'; readonly graded: GradedDesign }
  | { readonly type: 'error'; readonly error: ErrorBody['error'] }

export interface GradedDesign {
  readonly verdict: AttemptSummary['verdict']
  /** One sentence; empty when passed. */
  readonly message: string
  /** Undefined where it could not be graded. */
  readonly report: Report | undefined
  readonly followUps: readonly FollowUpShown[]
  /** Id of the attempt; undefined where nothing was judged. */
  readonly attempt: string | undefined
  readonly after: DesignAfter
  /** The item that today's list has next. */
  readonly next: string | undefined
}

/** What the interviewer asks next, by what came out; `listenHtml` is what a strong answer says, to be unfolded. */
export interface FollowUpShown {
  readonly ask: string
  readonly listenHtml: string
}

/** One graded drawing, as it was told then. */
export interface DesignAttemptPage extends DesignAttempt {
  readonly item: { readonly slug: string; readonly title: string }
  readonly text: string
  /** All but the runs, which are simulated again on request. */
  readonly report: KeptReport | undefined
  readonly followUps: readonly FollowUpShown[]
  /** The case, or the engine, is another by now: runs cannot be shown as they were. */
  readonly outdated: boolean
}

export interface DesignRuns {
  readonly runs: Report['runs']
}
