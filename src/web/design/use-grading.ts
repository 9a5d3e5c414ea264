import { useEffect, useRef, useState } from 'react'
import type { DesignLine, GradedDesign, SubmitDesign } from '../../server/design-contract.ts'
import { type Api, ApiError } from '../api.ts'
import { withNaN } from './numbers.ts'

/** A graded run as far as it got. */
export interface GradingState {
  readonly phase: 'idle' | 'sending' | 'queued' | 'running' | 'done' | 'cancelled' | 'broken'
  readonly job: string | undefined
  /** While it waits: how many start before it. */
  readonly ahead: number | undefined
  /** Runs that are done, and of about how many. */
  readonly done: number
  readonly total: number | undefined
  readonly graded: GradedDesign | undefined
  /** What was sent. */
  readonly sent: SubmitDesign | undefined
  /** Why there is no verdict, in *broken*. */
  readonly problem: { readonly message: string; readonly fix: string } | undefined
}

const IDLE: GradingState = {
  phase: 'idle',
  job: undefined,
  ahead: undefined,
  done: 0,
  total: undefined,
  graded: undefined,
  sent: undefined,
  problem: undefined,
}

const LOST = {
  message: 'The connection was lost before the verdict came.',
  fix: 'Your drawing is kept. One that was finished meanwhile is in the list of attempts.',
}
const AWAY = { message: 'The server does not answer.', fix: 'Is Onsite still running? Your drawing is kept; send it again.' }

export interface Grading {
  readonly state: GradingState
  readonly start: (submission: SubmitDesign) => void
  readonly cancel: () => void
}

export function isGrading({ phase }: GradingState): boolean {
  return phase === 'sending' || phase === 'queued' || phase === 'running'
}

/** Follows one graded run at a time: its turn, its progress, its report; or why there is none. */
export function useGrading(api: Api, slug: string, onGraded: (graded: GradedDesign) => void): Grading {
  const [state, setState] = useState(IDLE)
  const current = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => current.current?.abort(), [])

  async function follow(submission: SubmitDesign, controller: AbortController): Promise<void> {
    const step = (change: Partial<GradingState>) => !controller.signal.aborted && setState((before) => ({ ...before, ...change }))
    try {
      for await (const line of api.lines<DesignLine>(`/items/${slug}/design`, submission, controller.signal)) {
        if (line.type === 'queued') step({ phase: 'queued', job: line.job })
        else if (line.type === 'waiting') step({ ahead: line.ahead })
        else if (line.type === 'started') step({ phase: 'running' })
        else if (line.type === 'progress') step({ phase: 'running', done: line.done, total: line.total })
        else if (line.type === 'error') return void step({ phase: 'broken', problem: line.error })
        else if (line.type === 'done') {
          const graded = withNaN(line.graded)
          step({ phase: 'done', graded })
          return onGraded(graded)
        }
      }
      step({ phase: 'broken', problem: LOST })
    } catch (error) {
      step({ phase: 'broken', problem: error instanceof ApiError ? { message: error.message, fix: error.fix } : AWAY })
    }
  }
  return {
    state,
    start: (submission) => {
      if (isGrading(state)) return
      const controller = new AbortController()
      current.current = controller
      setState({ ...IDLE, phase: 'sending', sent: submission })
      void follow(submission, controller)
    },
    cancel: () => {
      // The server stops the job; closing the stream alone would let it go on.
      if (state.job !== undefined) void api.cancel(state.job).catch(() => {})
      current.current?.abort()
      setState((before) => ({ ...before, phase: 'cancelled' }))
    },
  }
}
