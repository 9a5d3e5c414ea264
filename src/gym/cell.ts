import type { JobEvent, JobResult } from '../domain/job.ts'
import type { PythonRuntime } from '../domain/runtime.ts'
import { cellJob } from '../runner/request.ts'
import type { Gym } from './gym.ts'

/** Runs a cell of a guide; the value of its last expression is in the result. Logs nothing. */
export function runCell(
  gym: Gym,
  cell: { readonly learner: string; readonly runtime: PythonRuntime; readonly source: string },
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<JobResult> {
  return gym.runner.execute(cellJob(cell.runtime, cell.source, gym.drawSeed(), gym.runner.blobs), onEvent, signal, cell.learner)
}
