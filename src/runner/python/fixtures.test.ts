import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { Job, JobResult } from '../../domain/job.ts'
import type { Limits, Permission, Runtime } from '../../domain/runtime.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { createBlobs } from '../blobs.ts'
import { createPythonEngine } from './engine.ts'

// A folder of fixtures/ is a case: a program, what it must come to, and checks where the shared ones do not do.

interface Expected {
  readonly verdict: Verdict
  readonly runtime?: Runtime
  readonly kind?: 'run' | 'grade'
  readonly limits?: Partial<Limits>
  readonly permissions?: readonly Permission[]
  /** Part of the result's message. */
  readonly message?: string
  /** Passed or not, by check. */
  readonly checks?: Readonly<Record<string, boolean>>
  /** Cells that differ, by check. */
  readonly cells?: Readonly<Record<string, unknown>>
  readonly stdout?: string
  readonly truncated?: boolean
  readonly value?: Readonly<Record<string, unknown>>
  /** What the result must not tell. */
  readonly withheld?: string
}

const folder = fileURLToPath(new URL('fixtures', import.meta.url))
const project = fileURLToPath(new URL('../../..', import.meta.url))
const blobs = createBlobs()
const engine = createPythonEngine({ project, blobs })
const local = createPythonEngine({ project, blobs, plain: true })
afterAll(() => Promise.all([engine.close(), local.close()]))

const MIB = 1024 * 1024
const LIMITS: Limits = { cpuMs: 2000, wallMs: 20_000, memoryBytes: 256 * MIB, outputBytes: 64 * 1024 }
const isolatedOnly = new Set(['opens-socket', 'breaks-out', 'looks-for-the-checks', 'fills-the-disk', 'fork-bomb'])

await Promise.all([engine.warm('python'), local.warm('python')])
const isolated = engine.isolation().mode === 'isolated'

for (const entry of readdirSync(folder, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue
  const expected = JSON.parse(readFileSync(join(folder, entry.name, 'expected.json'), 'utf8')) as Expected
  test.skipIf(!isolated && isolatedOnly.has(entry.name))(
    `${entry.name}: ${expected.verdict}`,
    async () => {
      const result = await engine.execute(jobOfFixture(entry.name, expected), () => undefined, new AbortController().signal)
      expectResult(result, expected)
    },
    60_000,
  )
  // The same verdicts from plain processes: judge and candidate are apart everywhere.
  test.skipIf(!isolated || isolatedOnly.has(entry.name))(
    `${entry.name}: ${expected.verdict} without walls too`,
    async () => {
      expect(local.isolation()).toMatchObject({ mode: 'local', fix: 'Leave ONSITE_ISOLATION out.' })
      const result = await local.execute(jobOfFixture(entry.name, expected), () => undefined, new AbortController().signal)
      expectResult(result, expected)
    },
    60_000,
  )
}

function jobOfFixture(name: string, { kind = 'grade', runtime = 'python', limits, permissions = [] }: Expected): Job {
  const files = kind === 'grade' ? ['main.py', 'tests.py', 'solution.py'] : ['main.py', 'input.py']
  const hashes = files.flatMap((file) => {
    const text = textOf(name, file)
    return text === undefined ? [] : [[file, blobs.put(text)]]
  })
  return {
    id: name,
    kind,
    runtime,
    checks: 'all',
    limits: { ...LIMITS, ...limits },
    permissions,
    seed: 7,
    files: Object.fromEntries(hashes),
  }
}

function textOf(name: string, file: string): string | undefined {
  const own = join(folder, name, file)
  if (existsSync(own)) return readFileSync(own, 'utf8')
  if (file === 'tests.py') return readFileSync(join(folder, file), 'utf8')
  return file === 'solution.py' ? '' : undefined
}

function expectResult(result: JobResult, expected: Expected): void {
  expect(result).toMatchObject({ verdict: expected.verdict, message: expect.stringContaining(expected.message ?? '') })
  if (expected.checks !== undefined)
    expect(Object.fromEntries(result.checks.map(({ name, passed }) => [name, passed]))).toEqual(expected.checks)
  for (const [name, cells] of Object.entries(expected.cells ?? {}))
    expect(result.checks.find((check) => check.name === name)?.difference?.cells).toEqual(cells)
  if (expected.stdout !== undefined) expect(result.stdout).toBe(expected.stdout)
  if (expected.truncated !== undefined) expect(result.truncated).toBe(expected.truncated)
  if (expected.value !== undefined) expect(result.value).toMatchObject(expected.value)
  if (expected.withheld !== undefined) expect(JSON.stringify(result)).not.toContain(expected.withheld)
}
