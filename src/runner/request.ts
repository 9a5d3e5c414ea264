import { createHash } from 'node:crypto'
import type { Exercise, ManifestExercise, PythonExercise, SqlExercise } from '../domain/item.ts'
import type { Job } from '../domain/job.ts'
import type { Blobs } from '../domain/runner.ts'
import type { Limits, PythonRuntime } from '../domain/runtime.ts'

const MIB = 1024 * 1024

/** What is asked of an exercise's job. */
export interface Request {
  /** *run* executes the source and the learner's own input; *grade* lets the judge check it. */
  readonly kind: 'run' | 'grade'
  readonly checks: 'visible' | 'all'
  readonly seed: number
  /** Of a run: statements executed after the source in the same module; for SQL they are not used. */
  readonly input?: string
  /** For authors: hidden checks tell their message and difference too. */
  readonly reveal?: boolean
}

/** The job that runs or grades a source for an exercise; its files go to `blobs`. */
export function jobOf(exercise: Exercise, source: string, request: Request, blobs: Blobs): Job {
  const texts = textsOf(exercise, source, request)
  const { runtime, limits, permissions } = exercise
  const { kind, checks, seed, reveal = false } = request
  return withId({ runtime, kind, checks, limits, permissions, seed, reveal, files: put(texts, blobs) })
}

/** The job of a guide's cell: the value of its last expression shows. */
export function cellJob(runtime: PythonRuntime, source: string, seed: number, blobs: Blobs): Job {
  const files = put({ 'main.py': source }, blobs)
  return withId({ runtime, kind: 'run', checks: 'visible', limits: CELL_LIMITS, permissions: [], seed, reveal: false, files })
}

/** Ample for ten lines that a reader plays with. */
const CELL_LIMITS: Limits = { cpuMs: 10_000, wallMs: 30_000, memoryBytes: 768 * MIB, outputBytes: 64 * 1024 }

type Texts = Readonly<Record<string, string>>

function textsOf(exercise: Exercise, source: string, request: Request): Texts {
  if (exercise.runtime === 'postgres') return sqlFiles(exercise, source, request)
  return 'checks' in exercise ? manifestFiles(exercise, source) : pythonFiles(exercise, source, request)
}

function manifestFiles({ runtime, checks }: ManifestExercise, source: string): Texts {
  return { [runtime === 'dockerfile' ? 'main.dockerfile' : 'main.yaml']: source, 'checks.yml': checks }
}

function pythonFiles(exercise: PythonExercise, source: string, { kind, input }: Request): Texts {
  const world: Texts = exercise.world === undefined ? {} : { 'world.py': exercise.world }
  if (kind === 'grade') return { 'main.py': source, 'tests.py': exercise.tests, 'solution.py': exercise.solution, ...world }
  return input === undefined ? { 'main.py': source, ...world } : { 'main.py': source, 'input.py': input, ...world }
}

function sqlFiles(exercise: SqlExercise, source: string, { kind, checks }: Request): Texts {
  const { schema, solution, compare, tolerance } = exercise
  const wanted = exercise.cases.filter(({ visible }) => visible || (kind === 'grade' && checks === 'all'))
  const cases = kind === 'run' ? wanted.slice(0, 1) : wanted
  const data = Object.fromEntries(cases.map((each, place) => [`cases/${place}.sql`, each.data]))
  if (kind === 'run') return { 'main.sql': source, 'schema.sql': schema, ...data }
  const described = { compare, tolerance, cases: cases.map(({ name, visible, category }) => ({ name, visible, category })) }
  return { 'main.sql': source, 'solution.sql': solution, 'schema.sql': schema, 'cases.json': JSON.stringify(described), ...data }
}

function put(texts: Texts, blobs: Blobs): Job['files'] {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, blobs.put(text)]))
}

/** Equal jobs have equal ids: an id is a hash of what is asked, so that a job stays plain data without a clock. */
function withId(job: Omit<Job, 'id'>): Job {
  const id = createHash('sha256').update(JSON.stringify(job)).digest('hex').slice(0, 32)
  return { id, ...job }
}
