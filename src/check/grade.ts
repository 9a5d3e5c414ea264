import type { Exercise } from '../domain/item.ts'
import type { JobResult } from '../domain/job.ts'
import type { Runner } from '../domain/runner.ts'
import type { JobRuntime } from '../domain/runtime.ts'
import { UserError } from '../domain/user-error.ts'
import { jobOf } from '../runner/request.ts'

/**
 * Judges a source by all checks of an exercise and remembers nothing. Never rejects: what goes wrong is a verdict.
 * `reveal` tells an author what hidden checks found.
 */
export function grade(
  runner: Runner,
  exercise: Exercise,
  source: string,
  { seed, signal, reveal }: { readonly seed: number; readonly signal: AbortSignal; readonly reveal: boolean },
): Promise<JobResult> {
  return runner.execute(jobOf(exercise, source, { kind: 'grade', checks: 'all', seed, reveal }, runner.blobs), () => {}, signal)
}

/** Runs a source for a value; `input` is what follows it, or the case of a SQL exercise. Never rejects. */
export function runFor(
  runner: Runner,
  exercise: Exercise,
  source: string,
  { input, seed, signal }: { readonly input: string; readonly seed: number; readonly signal: AbortSignal },
): Promise<JobResult> {
  const one = exercise.runtime === 'postgres' ? { ...exercise, cases: exercise.cases.filter(({ name }) => name === input) } : exercise
  return runner.execute(jobOf(one, source, { kind: 'run', checks: 'visible', seed, input }, runner.blobs), () => {}, signal)
}

/** Starts a runtime. Throws UserError when it cannot take jobs: then no verdict would speak of an answer. */
export async function requireRuntime(runner: Runner, runtime: JobRuntime): Promise<void> {
  await runner.warm(runtime)
  const state = runner.state(runtime)
  if (state.state === 'unavailable') throw new UserError(state.message, { where: `runtime ${runtime}`, fix: state.fix })
  if (state.state === 'installing')
    throw new UserError(state.message, { where: `runtime ${runtime}`, fix: 'Wait until the set-up is done, then run the command again.' })
}
