import type { Sample, Trial } from './trial.ts'

/** Trials that may run side by side, and how many of those that are foreseen are done. */
export interface Batch {
  readonly trials: readonly Trial[]
  readonly done: number
  readonly total: number
}

/** Work that asks for trials and goes on with their samples: whoever drives it decides where they run, and the result does not depend on it. */
export type Stages<Result> = Generator<Batch, Result, readonly Sample[]>

/** Drives the work here, one trial after the other. */
export function driven<Result>(
  stages: Stages<Result>,
  perform: (trial: Trial) => Sample,
  onBatch: (batch: Batch) => void = () => undefined,
): Result {
  let step = stages.next()
  while (step.done !== true) {
    onBatch(step.value)
    step = stages.next(step.value.trials.map(perform))
  }
  return step.value
}

/** What a piece of work has spent, and how far it has come. */
export class Ledger {
  /** Trials. */
  done = 0
  /** Trials that will probably be asked for, those that were included. */
  foreseen = 0
  /** Of all runs so far. */
  events = 0
}

/** Has trials carried out and writes into the ledger what they took. */
export function* ask(ledger: Ledger, trials: readonly Trial[]): Stages<readonly Sample[]> {
  if (trials.length === 0) return []
  ledger.foreseen = Math.max(ledger.foreseen, ledger.done + trials.length)
  const samples = yield { trials, done: ledger.done, total: ledger.foreseen }
  ledger.done += trials.length
  for (const { events } of samples) ledger.events += events
  return samples
}
