import { useEffect, useRef, useState } from 'react'
import type { OpenCase } from '../../server/design-contract.ts'
import { openThread, type Preview, type Thread } from './preview.ts'

/** A preview as far as it got; the last one stays while the next is run. */
export interface PreviewState {
  readonly phase: 'idle' | 'running' | 'done' | 'failed'
  readonly preview: Preview | undefined
  /** Why there is none, in *failed*. */
  readonly message: string
}

/** Nobody types faster than this, ms. */
const PAUSE_MS = 220

/** Runs a scenario again whenever the drawing changes; what an edit overtakes is stopped. `text` is undefined while the drawing cannot be run. */
export function usePreview(asked: OpenCase, text: string | undefined, scenario: string, seed: number): PreviewState {
  const [state, setState] = useState<PreviewState>({ phase: 'idle', preview: undefined, message: '' })
  const thread = useRef<Thread | undefined>(undefined)
  useEffect(() => {
    const opened = openThread()
    thread.current = opened
    return () => opened.stop()
  }, [])
  useEffect(() => {
    if (text === undefined) {
      setState((before) => ({ ...before, phase: 'idle' }))
      return
    }
    let left = false
    setState((before) => ({ ...before, phase: 'running' }))
    const timer = setTimeout(() => {
      void thread.current?.ask({ type: 'run', case: asked, text, scenario, seed }).then((answer) => {
        if (left) return
        if (answer.type === 'ran') setState({ phase: 'done', preview: answer.preview, message: '' })
        else setState((before) => ({ ...before, phase: 'failed', message: answer.type === 'failed' ? answer.message : '' }))
      })
    }, PAUSE_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [asked, text, scenario, seed])
  return state
}
