import { useEffect, useReducer, useRef } from 'react'
import type { StreamLine } from '../../server/contract.ts'
import { type Api, ApiError } from '../api.ts'
import { IDLE, isBusy, type Mode, type RunState, stepRun } from './progress.ts'

export interface Run {
  readonly state: RunState
  readonly start: (mode: Mode, open: (signal: AbortSignal) => AsyncIterable<StreamLine>) => void
  readonly cancel: () => void
}

/** Follows one run at a time: what it prints, each check, the verdict; or why there is none. */
export function useRun(api: Api): Run {
  const [state, dispatch] = useReducer(stepRun, IDLE)
  const current = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => current.current?.abort(), [])

  return {
    state,
    start: (mode, open) => {
      if (isBusy(state)) return
      const controller = new AbortController()
      current.current = controller
      dispatch({ type: 'begun', mode })
      follow(open(controller.signal)).catch((error: unknown) => {
        if (controller.signal.aborted) return
        dispatch({ type: 'broken', ...(error instanceof ApiError ? { message: error.message, fix: error.fix } : AWAY) })
      })
    },
    cancel: () => {
      // The server stops the job; closing the stream alone would let a submission go on.
      if (state.job !== undefined) void api.cancel(state.job).catch(() => {})
      dispatch({ type: 'cancelled' })
      current.current?.abort()
    },
  }

  async function follow(lines: AsyncIterable<StreamLine>): Promise<void> {
    for await (const line of lines) dispatch({ type: 'line', line })
    dispatch({ type: 'ended' })
  }
}

const AWAY = { message: 'The server does not answer.', fix: 'Is Onsite still running? Your code is kept; send it again.' }
