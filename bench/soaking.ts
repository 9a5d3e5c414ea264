import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job, JobResult } from '../src/domain/job.ts'
import type { Blobs } from '../src/domain/runner.ts'
import type { Verdict } from '../src/domain/verdict.ts'
import { type Interpreter, type Process, findInterpreters, look } from './processes.ts'
import { type Small, getSmall, jobFor } from './small.ts'

/** What is there besides the jobs' results: it must not grow. */
export interface Census {
  readonly node: Process
  readonly interpreters: readonly Interpreter[]
  /** Of this process, in the folder for temporary files. */
  readonly files: number
}

export function takeCensus(): Census {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith('onsite-') && name.includes(`-${process.pid}-`))
  const files = folders.reduce((sum, name) => sum + 1 + readdirSync(join(tmpdir(), name)).length, 0)
  return { node: look(process.pid), interpreters: findInterpreters(), files }
}

/** Numbers that must be the same before and after, by name. */
export function countsOf({ node, interpreters, files }: Census): Readonly<Record<string, number | undefined>> {
  const counts: Record<string, number | undefined> = {
    'Node: descriptors': node.descriptors,
    'Node: sockets': node.sockets,
    'Node: threads': node.threads,
    'temporary files': files,
    interpreters: interpreters.length,
  }
  for (const { name, descriptors, sockets, threads, forks } of interpreters) {
    counts[`${name}: descriptors`] = descriptors
    counts[`${name}: sockets`] = sockets
    counts[`${name}: threads`] = threads
    counts[`${name}: forks`] = forks.length
  }
  return counts
}

/** Looks until nothing changes any more: forks are made ahead after a job, dead ones are buried. */
export async function settledCensus(): Promise<Census> {
  let before = JSON.stringify(countsOf(takeCensus()))
  for (let quiet = 0, turn = 0; quiet < 4 && turn < 200; turn++) {
    await sleep(250)
    const now = JSON.stringify(countsOf(takeCensus()))
    quiet = now === before ? quiet + 1 : 0
    before = now
  }
  return takeCensus()
}

interface Case {
  readonly name: string
  readonly verdict: Verdict
  /** Of the learner; undefined is the right answer. */
  readonly source?: (right: string) => string
  readonly kind?: 'run'
  readonly cancelAfterMs?: number
}

/** One in so many is of each kind; those that take their time are seldom. */
const CASES: readonly Case[] = [
  { name: 'right', verdict: 'passed' },
  { name: 'wrong', verdict: 'failed', source: (right) => right.replace(/return .*/, 'return 0') },
  { name: 'raises', verdict: 'errored', source: (right) => right.replace(/return .*/, 'return {}["missing"]') },
  { name: 'right', verdict: 'passed' },
  { name: 'run', verdict: 'passed', kind: 'run' },
  { name: 'ends itself', verdict: 'errored', source: (right) => `${right}import os\nos._exit(3)\n` },
  { name: 'right', verdict: 'passed' },
  { name: 'crashes', verdict: 'errored', source: (right) => `${right}import ctypes\nctypes.string_at(0)\n` },
  { name: 'leaves a child', verdict: 'passed', source: (right) => `${right}import os, time\nif os.fork() == 0:\n    time.sleep(60)\n` },
  { name: 'right', verdict: 'passed' },
  { name: 'is cancelled', verdict: 'not-run', source: (right) => `${right}while True: pass\n`, cancelAfterMs: 30 },
  { name: 'prints without end', verdict: 'too-much-output', source: (right) => `${right}while True: print("x" * 1000)\n` },
  { name: 'right', verdict: 'passed' },
  { name: 'eats memory', verdict: 'out-of-memory', source: (right) => `${right}all = bytearray(2**31)\n` },
  { name: 'writes files', verdict: 'passed', source: (right) => `${right}open("left", "w").write("x" * 10**6)\n` },
  { name: 'right', verdict: 'passed' },
]
/** Costs its whole time limit. */
const FOREVER: Case = { name: 'computes for ever', verdict: 'timed-out', source: (right) => `${right}while True: pass\n` }
const FOREVER_EVERY = 50
const CPU_MS = 300

export interface Soaked {
  readonly counts: Readonly<Record<string, number>>
  readonly unexpected: readonly string[]
}

/** Judges that many jobs of all kinds over the exercises, so many at once; those that came to another verdict than they should are listed. */
export async function soak(
  execute: (job: Job, signal: AbortSignal) => Promise<JobResult>,
  blobs: Blobs,
  { jobs, inFlight, kinds }: { readonly jobs: number; readonly inFlight: number; readonly kinds: readonly Small['kind'][] },
  onJob: (done: number) => void,
): Promise<Soaked> {
  const counts: Record<string, number> = {}
  const unexpected: string[] = []
  let next = 0
  let done = 0

  async function once(number: number): Promise<void> {
    const one = number % FOREVER_EVERY === FOREVER_EVERY - 1 ? FOREVER : (CASES[number % CASES.length] ?? FOREVER)
    const { exercise } = getSmall(kinds[Math.floor(number / CASES.length) % kinds.length] ?? 'python')
    const source = one.source?.(exercise.solution) ?? exercise.solution
    const job = jobFor(exercise, source, number, blobs)
    const limits = one === FOREVER ? { ...job.limits, cpuMs: CPU_MS } : job.limits
    const stop = new AbortController()
    const asked: Job = one.kind === 'run' ? { ...job, kind: 'run', limits, files: { 'main.py': blobs.put(source) } } : { ...job, limits }
    const timer = one.cancelAfterMs === undefined ? undefined : setTimeout(() => stop.abort(), one.cancelAfterMs)
    const { verdict, message } = await execute(asked, stop.signal)
    clearTimeout(timer)
    counts[`${one.name}: ${verdict}`] = (counts[`${one.name}: ${verdict}`] ?? 0) + 1
    if (verdict !== one.verdict) unexpected.push(`${exercise.slug} that ${one.name}: ${verdict}. ${message}`)
    onJob(++done)
  }
  async function worker(): Promise<void> {
    while (next < jobs) await once(next++)
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  return { counts, unexpected }
}
