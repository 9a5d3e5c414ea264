import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadLibrary } from '../../src/content/library.ts'
import type { Job } from '../../src/domain/job.ts'
import type { Blobs } from '../../src/domain/runner.ts'
import type { Limits, Permission } from '../../src/domain/runtime.ts'
import { jobOf } from '../../src/runner/request.ts'
import { jobOf as jobOfProgram, readPrograms } from '../../src/runner/suite/program.ts'

const MIB = 1024 * 1024
/** A traced program is many times slower. */
const LIMITS: Limits = { cpuMs: 300_000, wallMs: 600_000, memoryBytes: 2048 * MIB, outputBytes: 4 * MIB }
const LEGITIMATE = fileURLToPath(new URL('../../src/runner/legitimate', import.meta.url))
const ORDINARY = fileURLToPath(new URL('ordinary', import.meta.url))
const DOUBLE = 'def double(number):\n    return 2 * number\n'

export interface Program {
  readonly name: string
  readonly job: Job
}

/**
 * Right programs that declare exactly these permissions: every exercise's answers, the legitimate programs of the runner's tests, and
 * those in ordinary/, which use what the standard library, numpy, pandas and PyTorch offer and no exercise happens to.
 */
export function programs(project: string, permissions: readonly Permission[], blobs: Blobs): readonly Program[] {
  return [...answers(project, blobs), ...legitimate(blobs), ...ordinary(blobs)].filter(
    ({ job }) => [...job.permissions].sort().join() === [...permissions].sort().join(),
  )
}

function answers(project: string, blobs: Blobs): readonly Program[] {
  return [...loadLibrary(join(project, 'content')).library.items.values()].flatMap((item) => {
    if (item.kind !== 'exercise' || item.runtime === 'postgres') return []
    const generous = { ...item, limits: LIMITS }
    const sources = [{ file: 'solution.py', source: item.solution }, ...item.right]
    return sources.map(({ file, source }) => ({
      name: `${item.slug}/${file}`,
      job: jobOf(generous, source, { kind: 'grade', checks: 'all', seed: 1 }, blobs),
    }))
  })
}

function legitimate(blobs: Blobs): readonly Program[] {
  return readPrograms(LEGITIMATE)
    .filter(({ runtime }) => runtime !== 'postgres')
    .map((program) => ({ name: program.name, job: jobOfProgram({ ...program, limits: LIMITS }, blobs) }))
}

/** The first line names the runtime and, after it, the permissions; `judge` for checks. */
function ordinary(blobs: Blobs): readonly Program[] {
  return readdirSync(ORDINARY).map((file) => {
    const text = readFileSync(join(ORDINARY, file), 'utf8')
    const [runtime = '', ...words] = /^# (.+)$/m.exec(text)?.[1]?.split(' ') ?? []
    const permissions = words.filter((word) => word !== 'judge')
    const texts = words.includes('judge') ? { 'main.py': DOUBLE, 'tests.py': text, 'solution.py': '' } : { 'main.py': text }
    const files = Object.fromEntries(Object.entries(texts).map(([name, each]) => [name, blobs.put(each)]))
    const kind = words.includes('judge') ? 'grade' : 'run'
    const job = { id: file, runtime, kind, checks: 'all', limits: LIMITS, permissions, seed: 1, files }
    return { name: file, job: job as Job }
  })
}
