import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import type { Job } from '../../domain/job.ts'
import type { Blobs } from '../../domain/runner.ts'
import { type Limits, PERMISSIONS, type Permission, RUNTIMES, type Runtime } from '../../domain/runtime.ts'
import { VERDICTS, type Verdict } from '../../domain/verdict.ts'

/** A folder of a suite: one program and what it must come to. README.md describes the files. */
export interface Program {
  /** Its folder below the suite's, e.g. `escapes/mounts`. */
  readonly name: string
  readonly expected: Expected
  readonly runtime: Runtime
  readonly limits: Limits
  /** The job's files, by name. */
  readonly files: Readonly<Record<string, string>>
}

const verdict = z.enum(VERDICTS)
const amount = z.number().int().positive()
const anything = z.record(z.string(), z.unknown())

const expectation = z.strictObject({
  /** One verdict, or several where none of them is wrong; `because` says why. */
  verdict: z.union([verdict, z.array(verdict).min(2)]),
  because: z.string().optional(),
  /** Default: `postgres` for `main.sql`, `python` for `main.py`. */
  runtime: z.enum(RUNTIMES).optional(),
  kind: z.enum(['run', 'grade']).default('grade'),
  limits: z.strictObject({ cpuMs: amount, wallMs: amount, memoryBytes: amount, outputBytes: amount }).partial().default({}),
  permissions: z.array(z.enum(PERMISSIONS)).default([]),
  /** By permission, part of the message that the program gets without it. */
  refused: z.partialRecord(z.enum(PERMISSIONS), z.string().min(1)).default({}),
  /** Part of the result's message. */
  message: z.string().default(''),
  /** Passed or not, by check. */
  checks: z.record(z.string(), z.boolean()).optional(),
  /** Cells that differ, by check. */
  cells: z.record(z.string(), z.array(z.tuple([z.number(), z.number()]))).default({}),
  stdout: z.string().optional(),
  truncated: z.boolean().optional(),
  value: anything.optional(),
  /** What neither the result nor an event may tell. */
  withheld: z.string().optional(),
})
export type Expected = z.infer<typeof expectation>

const MIB = 1024 * 1024
/** Large, so that no other number of a job's happens to be the same. */
const SEED = 3_141_592_653
const LIMITS: Limits = { cpuMs: 2000, wallMs: 20_000, memoryBytes: 256 * MIB, outputBytes: 64 * 1024 }

const FILES = {
  python: ['main.py', 'tests.py', 'solution.py'],
  run: ['main.py', 'input.py'],
  postgres: ['main.sql', 'solution.sql', 'schema.sql', 'cases.json', 'cases/0.sql', 'cases/1.sql'],
} as const

/** Every program below a suite's folder, in the order of their names. */
export function readPrograms(suite: string): readonly Program[] {
  return readdirSync(suite, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/expected.json'))
    .map((path) => readProgram(suite, join(suite, path, '..')))
    .sort((a, b) => a.name.localeCompare(b.name))
}

function readProgram(suite: string, folder: string): Program {
  const name = relative(suite, folder)
  const expected = parse(name, readFileSync(join(folder, 'expected.json'), 'utf8'))
  const runtime = expected.runtime ?? (existsSync(join(folder, 'main.sql')) ? 'postgres' : 'python')
  const wanted = runtime === 'postgres' ? FILES.postgres : expected.kind === 'run' ? FILES.run : FILES.python
  // What the folder lacks the whole suite shares.
  const places = wanted.map((file) => [file, [folder, suite].map((each) => join(each, file)).find(existsSync)] as const)
  const found = Object.fromEntries(places.flatMap(([file, path]) => (path === undefined ? [] : [[file, readFileSync(path, 'utf8')]])))
  const files = expected.kind === 'grade' && runtime !== 'postgres' ? { 'solution.py': '', ...found } : found
  const stray = readdirSync(folder).filter((file) => file !== 'expected.json' && file !== 'cases' && !(file in files))
  if (stray.length > 0) throw new Error(`${name}: no program has a file named ${stray.join(', ')}`)
  return { name, expected, runtime, limits: { ...LIMITS, ...expected.limits }, files }
}

function parse(name: string, text: string): Expected {
  const parsed = expectation.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`${name}/expected.json: ${z.prettifyError(parsed.error)}`)
  const expected = parsed.data
  const explained = expected.because !== undefined
  if (Array.isArray(expected.verdict) && !explained) throw new Error(`${name}/expected.json: several verdicts need a \`because\``)
  return expected
}

/** The verdicts that a program may come to. */
export function verdictsOf({ verdict }: Expected): readonly Verdict[] {
  return typeof verdict === 'string' ? [verdict] : verdict
}

/** The job that runs or grades a program, with other permissions than its own if they are named. */
export function jobOf(program: Program, blobs: Blobs, permissions: readonly Permission[] = program.expected.permissions): Job {
  const files = Object.fromEntries(Object.entries(program.files).map(([file, text]) => [file, blobs.put(text)]))
  const { name: id, runtime, limits, expected } = program
  return { id, runtime, kind: expected.kind, checks: 'all', limits, permissions, seed: SEED, files }
}
