import type { CheckResult, JobResult } from '../../domain/job.ts'
import type { PatternLink, Reference, StreamLine } from '../../server/contract.ts'

/** What is being done: the visible checks, all checks, or the learner's own statements. */
export type Mode = 'run' | 'submit' | 'try'

/** A run as far as it got. */
export interface RunState {
  readonly phase: 'idle' | 'sending' | 'queued' | 'running' | 'done' | 'cancelled' | 'broken'
  readonly mode: Mode
  /** Names the job, so that it can be cancelled. */
  readonly job: string | undefined
  /** While *queued*: how many start before it, once that is known. */
  readonly ahead: number | undefined
  readonly output: string
  readonly checks: readonly CheckResult[]
  readonly result: JobResult | undefined
  readonly attempt: string | undefined
  readonly patterns: readonly PatternLink[] | undefined
  readonly reference: Reference | undefined
  /** The item that today's list has next. */
  readonly next: string | undefined
  /** Why there is no verdict, in *broken*. */
  readonly problem: { readonly message: string; readonly fix: string } | undefined
}

export type RunEvent =
  | { readonly type: 'begun'; readonly mode: Mode }
  | { readonly type: 'line'; readonly line: StreamLine }
  | { readonly type: 'ended' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'broken'; readonly message: string; readonly fix: string }

export const IDLE: RunState = {
  phase: 'idle',
  mode: 'run',
  job: undefined,
  ahead: undefined,
  output: '',
  checks: [],
  result: undefined,
  attempt: undefined,
  patterns: undefined,
  reference: undefined,
  next: undefined,
  problem: undefined,
}

export function isBusy({ phase }: RunState): boolean {
  return phase === 'sending' || phase === 'queued' || phase === 'running'
}

/** What is said before anything runs. */
export function waitingWords({ ahead }: RunState): string {
  return ahead === undefined ? 'Waiting for its turn…' : ahead === 0 ? 'Waiting: it is next…' : `Waiting: ${ahead} before it…`
}

export function stepRun(state: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'begun':
      return { ...IDLE, phase: 'sending', mode: event.mode }
    case 'line':
      return isBusy(state) ? readLine(state, event.line) : state
    case 'ended':
      return isBusy(state) ? breakOff(state, LOST) : state
    case 'cancelled':
      return isBusy(state) ? { ...state, phase: 'cancelled' } : state
    case 'broken':
      return breakOff(state, event)
  }
}

const LOST = {
  message: 'The connection was lost before the verdict came.',
  fix: 'Your code is kept. Send it again; a submission that was finished meanwhile is in the list of attempts.',
}

function breakOff(state: RunState, { message, fix }: { readonly message: string; readonly fix: string }): RunState {
  return { ...state, phase: 'broken', problem: { message, fix } }
}

function readLine(state: RunState, line: StreamLine): RunState {
  switch (line.type) {
    case 'queued':
      return { ...state, phase: 'queued', job: line.job }
    case 'waiting':
      return { ...state, ahead: line.ahead }
    case 'started':
    // Only designs tell it.
    case 'progress':
      return { ...state, phase: 'running' }
    case 'output':
      return { ...state, phase: 'running', output: state.output + line.text }
    case 'check':
      return { ...state, phase: 'running', checks: [...state.checks, line.check] }
    case 'done':
      return {
        ...state,
        phase: line.result.message === '' && line.result.verdict === 'not-run' ? 'cancelled' : 'done',
        output: line.result.stdout,
        checks: line.result.checks,
        result: line.result,
        attempt: line.attempt,
        patterns: line.patterns,
        reference: line.reference,
        next: line.next,
      }
    case 'error':
      return breakOff(state, line.error)
  }
}
