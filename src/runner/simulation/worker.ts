import { parentPort } from 'node:worker_threads'
import type { Case } from '../../domain/case.ts'
import { performer, type Sample, type Trial } from '../../design/trial.ts'
import { UserError } from '../../domain/user-error.ts'

/** A trial of a case, which is sent along as text and read once. */
export interface Task {
  readonly case: string
  readonly trial: Trial
}

export type Answer =
  | { readonly sample: Sample; readonly ms: number }
  /** The drawing is to blame. */
  | { readonly refused: { readonly message: string; readonly where: string; readonly fix: string } }
  | { readonly bug: string }

let known: { readonly text: string; readonly perform: (trial: Trial) => Sample } | undefined

parentPort?.on('message', ({ case: text, trial }: Task) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(answer(text, trial))
})

function answer(text: string, trial: Trial): Answer {
  try {
    if (known?.text !== text) known = { text, perform: performer(JSON.parse(text) as Case) }
    const began = performance.now()
    const sample = known.perform(trial)
    return { sample, ms: performance.now() - began }
  } catch (error) {
    if (error instanceof UserError) return { refused: { message: error.message, where: error.where, fix: error.fix } }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
