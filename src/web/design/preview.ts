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

/** Asks a thread of its own. `stop` ends it, whatever it does. */
export function askWorker(
  question: WorkerQuestion,
  onProgress: (done: number, total: number) => void = () => undefined,
): { readonly answer: Promise<WorkerAnswer>; readonly stop: () => void } {
  const worker = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<WorkerAnswer>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.type === 'progress') return onProgress(data.done, data.total)
      worker.terminate()
      resolve(data)
    }
    worker.onerror = ({ message }) => {
      worker.terminate()
      resolve({ type: 'failed', message: message === '' ? 'The simulation could not be loaded.' : message })
    }
  })
  worker.postMessage(question)
  return { answer, stop: () => worker.terminate() }
}
