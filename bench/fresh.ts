import { execFileSync } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { PythonExercise } from '../src/domain/item.ts'
import { UserError } from '../src/domain/user-error.ts'
import { launch } from '../src/host/launch.ts'
import { ownAccount, programPath } from '../src/host/this-machine.ts'
import { findEnvironment } from '../src/runner/python/environment.ts'
import { judgeReport } from '../src/runner/python/report.ts'
import { bubblewrapArguments, neededFolders, type Sandbox } from '../src/runner/python/sandbox.ts'
import type { Sample } from './rounds.ts'

/** What is graded. */
export type Graded = Pick<PythonExercise, 'slug' | 'runtime' | 'tests' | 'solution' | 'limits' | 'permissions'>

/** What a new interpreter imports: what the exercise names, or all packages of its runtime. */
export type Packages = 'exercise' | 'runtime'

/** Grades an exercise's own solution in new interpreters. */
export interface Fresh {
  /** Judge and candidate in one. */
  alone(exercise: Graded, packages: Packages, seed: number): Promise<FreshSample>
  /** One for the judge and one for the candidate, started together. */
  pair(exercise: Graded, packages: Packages, seed: number): Promise<PairSample>
  /** Runs a program of ours where a warm interpreter runs; resolves with what it printed. */
  run(program: string, input: object): Promise<string>
  close(): void
}

/** CPU time is that of the interpreter alone. */
export interface FreshSample extends Sample {
  /** The part of it that is the exercise's own work: everything after the imports. */
  readonly checks: Sample
}

/** CPU time is that of the interpreters alone: bubblewrap does not wait for its own, so the system's sum would leave it out. Memory of both at their peaks, bytes. */
export interface PairSample extends Sample {
  readonly residentBytes: number
}

/** The last line that fresh.py says. */
const figures = z.object({ cpuMs: z.number(), checksMs: z.number(), checksCpuMs: z.number(), residentBytes: z.number() })

/** As the warm interpreters have it: one thread, hashes that do not vary. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  HOME: '/tmp',
  LANG: 'C.UTF-8',
  PYTHONHASHSEED: '0',
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  NUMEXPR_NUM_THREADS: '1',
  MALLOC_ARENA_MAX: '2',
}

/** `isolated` is false where there is no sandbox: the interpreter then runs as a plain process, as the warm ones do. Throws UserError without Python. */
export function openFresh(project: string, isolated: boolean): Fresh {
  const environment = findEnvironment(project)
  if (environment === undefined)
    throw new UserError('Python is not set up yet.', { where: join(project, '.python'), fix: 'Run: npm start' })
  const own = ownAccount()
  // The account of the warm interpreters.
  const account = own.dedicated ? { ...own, uid: own.uid + 2, gid: own.gid + 2 } : own
  const folder = mkdtempSync(join(tmpdir(), 'onsite-fresh-'))
  // Compiled ahead, as an installed program is: compiling our own few files is not what a fresh interpreter is slow at.
  cpSync(join(project, 'runtime'), folder, { recursive: true })
  for (const program of ['fresh.py', 'layers.py']) cpSync(join(import.meta.dirname, program), join(folder, program))
  execFileSync(environment.python, ['-m', 'compileall', '-q', folder])
  if (account.dedicated) chownSync(folder, account.uid, account.gid)
  const sandbox: Sandbox = { environment, programs: join(project, 'runtime'), socketFolder: folder }

  async function interpret(program: readonly string[], input: string): Promise<string> {
    const wrapper = isolated ? ['bwrap', ...bubblewrapArguments(sandbox, ENVIRONMENT)] : []
    const [command = '', ...args] = [...wrapper, environment?.python ?? '', '-s', '-B', '-X', 'utf8', ...program]
    const env = isolated ? { PATH: programPath() } : ENVIRONMENT
    const child = launch({ command, args, account, folders: neededFolders(sandbox), env, stdio: ['pipe', 'pipe', 'pipe'] })
    if (child.stdin === null || child.stdout === null || child.stderr === null) throw new Error('an interpreter without pipes')
    child.stdin.on('error', () => undefined) // it ended early: its exit code tells
    child.stdin.end(input)
    const exit = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
    const [said, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
    if (code !== 0) throw new Error(`A fresh interpreter ended with ${code}:\n${complaint.slice(-2000)}`)
    return said
  }

  async function judged(exercise: Graded, packages: Packages, seed: number, side: 'both' | 'judge' | 'candidate', socket?: string) {
    const { slug, runtime, tests, solution } = exercise
    const job = { side, socket, runtime, packages, tests, solution, source: solution, checks: 'all', seed }
    const lines = (await interpret([join(folder, 'fresh.py')], JSON.stringify(job))).trimEnd().split('\n')
    if (side !== 'candidate') requirePassed(slug, lines.slice(0, -1))
    return figures.parse(JSON.parse(lines.at(-1) ?? ''))
  }

  let pairs = 0
  return {
    async alone(exercise, packages, seed) {
      const started = performance.now()
      const { cpuMs, checksMs, checksCpuMs } = await judged(exercise, packages, seed, 'both')
      return { ms: performance.now() - started, cpuMs, checks: { ms: checksMs, cpuMs: checksCpuMs } }
    },
    async pair(exercise, packages, seed) {
      const socket = join(folder, `pair-${++pairs}`)
      const started = performance.now()
      const candidate = judged(exercise, packages, seed, 'candidate', socket)
      const judge = await judged(exercise, packages, seed, 'judge', socket)
      const ms = performance.now() - started // the verdict is out: nobody waits for the candidate's end
      const other = await candidate
      return { ms, cpuMs: judge.cpuMs + other.cpuMs, residentBytes: judge.residentBytes + other.residentBytes }
    },
    run: (program, input) => interpret([join(folder, program)], JSON.stringify(input)),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The baseline counts only when it did the same work: every check of the plan ran and passed. */
function requirePassed(slug: string, lines: readonly string[]): void {
  const reports = lines.map((line) => judgeReport.parse(JSON.parse(line)))
  const planned = reports.find((report) => report.type === 'plan')
  const passed = new Set(reports.flatMap((report) => (report.type === 'check' && report.outcome === 'passed' ? [report.name] : [])))
  if (reports.at(-1)?.type === 'end' && planned?.checks.every(({ name }) => passed.has(name)) === true) return
  throw new Error(`${slug} did not pass in a fresh interpreter:\n${lines.join('\n').slice(-2000)}`)
}
