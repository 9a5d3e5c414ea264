import type { Measurement } from '../../domain/measurement.ts'
import type { Report } from '../../domain/report.ts'
import type { Level } from '../../domain/target.ts'
import type { OpenCase } from '../../server/design-contract.ts'

/** One run of one scenario with one seed: quick, and no verdict. */
export interface Preview {
  readonly scenario: string
  readonly seed: number
  /** The drawing that was run. */
  readonly text: string
  readonly measurement: Measurement
  /** By name of an objective of the scenario. */
  readonly readings: Readonly<Record<string, number>>
  /** What it took. */
  readonly ms: number
}

export type WorkerQuestion =
  | { readonly type: 'run'; readonly case: OpenCase; readonly text: string; readonly scenario: string; readonly seed: number }
  | {
      readonly type: 'grade'
      readonly case: OpenCase
      readonly text: string
      readonly level: Level
      readonly seed: number
      /** Dollars an hour. */
      readonly par: number | undefined
    }

export type WorkerAnswer =
  | { readonly type: 'ran'; readonly preview: Preview }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'graded'; readonly report: Report }
  | { readonly type: 'failed'; readonly message: string }

/** A thread for runs. */
export interface Thread {
  /** Asks; what it was asked before and has not answered is given up, and never answered. */
  readonly ask: (question: WorkerQuestion, onProgress?: (done: number, total: number) => void) => Promise<WorkerAnswer>
  readonly stop: () => void
}

/** A thread that starts with its first question and stays, since code that has run is fast: it is ended only when it must give something up. */
export function openThread(): Thread {
  let worker: Worker | undefined
  let isBusy = false
  const stop = () => {
    worker?.terminate()
    worker = undefined
    isBusy = false
  }
  return {
    stop,
    ask: (question, onProgress = () => undefined) => {
      if (isBusy) stop()
      const asked = worker ?? new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' })
      worker = asked
      isBusy = true
      return new Promise((resolve) => {
        asked.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
          if (data.type === 'progress') return onProgress(data.done, data.total)
          isBusy = false
          resolve(data)
        }
        asked.onerror = ({ message }) => {
          stop()
          resolve({ type: 'failed', message: message === '' ? 'The simulation could not be loaded.' : message })
        }
        asked.postMessage(question, [])
      })
    },
  }
}
