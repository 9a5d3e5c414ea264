import { useEffect, useRef, useState } from 'react'
import type { Comparison } from '../../validation/compare.ts'
import type { FreshAnswer, FreshQuestion } from './fresh.ts'

/** A report on fresh seeds as far as it got. */
export interface Fresh {
  readonly phase: 'idle' | 'running' | 'stopped' | 'done' | 'failed'
  readonly seed: number
  /** Forms that are done. */
  readonly done: number
  readonly rows: readonly Comparison[]
}

const NONE: Fresh = { phase: 'idle', seed: 0, done: 0, rows: [] }

/** Runs the forms in a thread; `total` is their number. */
export function useFresh(total: number): { readonly fresh: Fresh; readonly start: () => void; readonly stop: () => void } {
  const [fresh, setFresh] = useState(NONE)
  const worker = useRef<Worker | undefined>(undefined)
  useEffect(() => () => worker.current?.terminate(), [])
  return {
    fresh,
    start: () => {
      worker.current?.terminate()
      const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
      setFresh({ ...NONE, phase: 'running', seed })
      const thread = new Worker(new URL('./fresh-worker.ts', import.meta.url), { type: 'module' })
      worker.current = thread
      thread.onmessage = ({ data: { rows, done } }: MessageEvent<FreshAnswer>) =>
        setFresh((before) => ({ ...before, phase: done === total ? 'done' : 'running', done, rows: [...before.rows, ...rows] }))
      thread.onerror = () => setFresh((before) => ({ ...before, phase: 'failed' }))
      thread.postMessage({ seed } satisfies FreshQuestion, [])
    },
    stop: () => {
      worker.current?.terminate()
      setFresh((before) => ({ ...before, phase: 'stopped' }))
    },
  }
}
