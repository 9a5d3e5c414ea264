import { Worker } from 'node:worker_threads'
import type { Sample, Trial } from '../../design/trial.ts'
import { UserError } from '../../domain/user-error.ts'
import { createQueue, type Queue } from '../queue.ts'
import type { Answer, Task } from './worker.ts'

/** A trial took longer than any run may: its thread was ended. */
export class TookTooLong extends Error {
  constructor(seconds: number) {
    super(`One run of this design takes longer than ${seconds} s: the simulation gave up.`)
    this.name = 'TookTooLong'
  }
}

/** What a thread runs: a file of JavaScript, or a script that loads it. */
export type Program = { readonly file: string } | { readonly script: string }

export interface PoolOptions {
  readonly program: Program
  readonly slots: number
  /** Milliseconds that one trial may take. */
  readonly trialMs: number
}

/** A sample, and the milliseconds that its run took. */
export interface Carried {
  readonly sample: Sample
  readonly ms: number
}

export interface Pool {
  /** Carries a trial out in its turn; `text` is the case as JSON. Rejects with a UserError, TookTooLong, or the signal's reason. */
  run(text: string, trial: Trial, signal: AbortSignal, submitter: string | undefined, onAhead: (ahead: number) => void): Promise<Carried>
  close(): Promise<void>
}

/** Objects of one thread's heap; what a run keeps in typed arrays is bounded by its budget. */
const HEAP_MB = 512

/** Threads that carry out trials, at most one for each slot; started when needed. Submitters take turns trial by trial. */
export function createPool({ program, slots, trialMs }: PoolOptions): Pool {
  // Jobs are counted elsewhere; here wait the trials of those that run.
  const queue: Queue = createQueue({ slots, places: 1_000_000, placesEach: 1_000_000 })
  const idle: Worker[] = []
  const all = new Set<Worker>()

  function take(): Worker {
    const known = idle.pop()
    if (known !== undefined) return known
    const settings = { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }, env: {} }
    const worker = 'file' in program ? new Worker(program.file, settings) : new Worker(program.script, { ...settings, eval: true })
    // An idle thread keeps nobody's program alive.
    worker.unref()
    all.add(worker)
    return worker
  }

  function discard(worker: Worker): void {
    all.delete(worker)
    void worker.terminate()
  }

  function carryOut(worker: Worker, task: Task, signal: AbortSignal): Promise<Carried> {
    return new Promise((resolve, reject) => {
      worker.ref()
      const timer = setTimeout(() => fail(new TookTooLong(trialMs / 1000)), trialMs)
      const giveUp = () => fail(signal.reason)
      function end(): void {
        clearTimeout(timer)
        signal.removeEventListener('abort', giveUp)
        worker.off('error', fail).off('exit', exit).off('message', hear)
        worker.unref()
      }
      function fail(reason: unknown): void {
        end()
        discard(worker)
        reject(reason)
      }
      const exit = (code: number) => fail(new Error(`The simulation's thread ended with ${code}.`))
      function hear(answer: Answer): void {
        end()
        idle.push(worker)
        if ('sample' in answer) resolve(answer)
        else if ('refused' in answer) reject(new UserError(answer.refused.message, answer.refused))
        else reject(new Error(answer.bug))
      }
      worker.on('error', fail).on('exit', exit).on('message', hear)
      signal.addEventListener('abort', giveUp, { once: true })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
      worker.postMessage(task)
    })
  }

  return {
    async run(text, trial, signal, submitter, onAhead) {
      const leave = await queue.enter(signal, submitter, onAhead)
      if (leave === undefined) throw new Error('The queue of trials is full.')
      try {
        signal.throwIfAborted()
        return await carryOut(take(), { case: text, trial }, signal)
      } finally {
        leave()
      }
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()))
      all.clear()
      idle.length = 0
    },
  }
}
