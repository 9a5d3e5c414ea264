import { createHash } from 'node:crypto'
import type { Case } from '../../domain/case.ts'
import type { Job } from '../../domain/job.ts'
import type { Blobs } from '../../domain/runner.ts'
import type { Limits } from '../../domain/runtime.ts'
import type { Level } from '../../domain/target.ts'

/** A drawing to be graded. */
export interface DesignRequest {
  readonly text: string
  readonly level: Level
  /** Drawn anew for each grading, so that nobody tunes a drawing to its random numbers; the report names it. */
  readonly seed: number
  /** In the order of the case's estimates; null where nothing was said. */
  readonly predictions: readonly (number | null)[]
  /** Name of the component that is expected to break first; null where none was named. */
  readonly firstToBreak: string | null
}

/** Two cores grade the heaviest case in ten seconds; a busy machine may take its time. */
const LIMITS: Limits = { cpuMs: 300_000, wallMs: 300_000, memoryBytes: 1024 ** 3, outputBytes: 0 }

/** The job that grades a drawing. */
export function designJob(item: Case, { text, level, seed, predictions, firstToBreak }: DesignRequest, blobs: Blobs): Job {
  return jobOf(item, 'grade', seed, text, { level, predictions, firstToBreak }, blobs)
}

/** The job that simulates the runs of a report again: one of each scenario, under the report's seed. */
export function runsJob(item: Case, { text, level, seed }: Pick<DesignRequest, 'text' | 'level' | 'seed'>, blobs: Blobs): Job {
  return jobOf(item, 'run', seed, text, { level, predictions: [], firstToBreak: null }, blobs)
}

function jobOf(
  item: Case,
  kind: Job['kind'],
  seed: number,
  text: string,
  options: Omit<DesignRequest, 'text' | 'seed'>,
  blobs: Blobs,
): Job {
  const files = {
    'case.json': blobs.put(JSON.stringify(item)),
    'drawing.yml': blobs.put(text),
    'options.json': blobs.put(JSON.stringify(options)),
  }
  const job = { runtime: 'simulation', kind, checks: 'all', limits: LIMITS, permissions: [], files, seed, reveal: false } as const
  return { id: createHash('sha256').update(JSON.stringify(job)).digest('hex').slice(0, 32), ...job }
}

/** What a job of designs asks for. Our own jobs only: what is in their files was typed before. */
export function readDesignJob(job: Job, blobs: Blobs): { readonly case: Case } & DesignRequest {
  const file = (name: string): string => {
    const hash = job.files[name]
    if (hash === undefined) throw new Error(`the job has no file ${name}`)
    return blobs.get(hash)
  }
  const options = JSON.parse(file('options.json')) as Omit<DesignRequest, 'text' | 'seed'>
  return { case: JSON.parse(file('case.json')) as Case, text: file('drawing.yml'), seed: job.seed, ...options }
}
