import type { Form } from './item.ts'
import type { CheckResult } from './job.ts'
import type { Runtime } from './runtime.ts'
import type { Verdict } from './verdict.ts'

/** One fact of the append-only log of what a learner did. Every other state is derived from these. */
export type LogEvent = AttemptEvent | HintEvent | ReferenceEvent | AnswerEvent | ReportEvent

interface EventBase {
  /** UUIDv7. */
  readonly id: string
  readonly learner: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** IANA zone of the learner's clock, e.g. `Europe/Berlin`. */
  readonly zone: string
  readonly item: string
  /** Content hash of the item as it was. */
  readonly itemHash: string
}

/** A run of the visible checks or a submission to all of them. */
export interface AttemptEvent extends EventBase {
  readonly type: 'attempt'
  readonly mode: 'run' | 'submit'
  readonly form: Form
  readonly runtime: Runtime
  readonly source: string
  readonly seed: number
  /** Hints shown on this item so far. */
  readonly hintsShown: number
  readonly referenceShown: boolean
  /** Time at work on the item, as the client measured it; 0 when unknown. */
  readonly activeMs: number
  readonly verdict: Verdict
  readonly message: string
  readonly checks: readonly CheckResult[]
  readonly cpuMs: number
  readonly wallMs: number
  readonly stdout: string
  readonly truncated: boolean
  /** Versions of what judged: Onsite, runtime folder hash. */
  readonly judge: { readonly onsite: string; readonly runtime: string }
}

/** A hint was shown; `hint` counts from 1. */
export interface HintEvent extends EventBase {
  readonly type: 'hint'
  readonly hint: number
}

/** The reference solution was shown before a pass or after it. */
export interface ReferenceEvent extends EventBase {
  readonly type: 'reference'
}

/** A written answer to a question, with the learner's own score. */
export interface AnswerEvent extends EventBase {
  readonly type: 'answer'
  readonly text: string
  /** Points the learner gave each rubric point, in order; null is *not assessed*. */
  readonly scores: readonly (number | null)[]
  /** What the rubric was worth in all; the answer is scored in full when the scores add up to it. */
  readonly points: number
  readonly activeMs: number
}

/** 'This verdict looks wrong': names the attempt. */
export interface ReportEvent extends EventBase {
  readonly type: 'report'
  readonly attempt: string
  readonly comment: string
}

/** An event before the store gives it an id. */
export type NewEvent<E extends LogEvent = LogEvent> = E extends LogEvent ? Omit<E, 'id'> : never
