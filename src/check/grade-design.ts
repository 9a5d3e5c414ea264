import type { Case } from '../domain/case.ts'
import type { JobEvent, JobResult } from '../domain/job.ts'
import type { Runner } from '../domain/runner.ts'
import type { Level } from '../domain/target.ts'
import { createCrew } from '../runner/simulation/crew.ts'
import { designJob } from '../runner/simulation/request.ts'

/** Grades a drawing and remembers nothing. Never rejects: what goes wrong is a verdict. */
export function gradeDrawing(
  runner: Runner,
  aCase: Case,
  text: string,
  {
    level,
    seed,
    signal,
    onEvent,
  }: { readonly level: Level; readonly seed: number; readonly signal: AbortSignal; readonly onEvent: (event: JobEvent) => void },
): Promise<JobResult> {
  return runner.execute(designJob(aCase, { text, level, seed, predictions: [], firstToBreak: null }, runner.blobs), onEvent, signal)
}

/** Threads that carry out proofs of designs; they start with the first. */
export function openCrew(project: string) {
  return createCrew({ project })
}
