import { fileURLToPath } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import type { Job } from '../../domain/job.ts'
import type { Runtime } from '../../domain/runtime.ts'
import { createBlobs } from '../blobs.ts'
import { createPythonEngine } from './engine.ts'

// As on macOS: no walls, no /proc, and no fork of a process that has numpy loaded. Each job's processes were started, and have
// imported, ahead of it; they serve once.
vi.setConfig({ testTimeout: 120_000 })

const blobs = createBlobs()
const engine = createPythonEngine({ project: fileURLToPath(new URL('../../..', import.meta.url)), blobs, platform: 'darwin' })
afterAll(() => engine.close())

const TESTS = `from onsite import check, equal

@check("it doubles", visible=True)
def doubles(learner):
    equal(learner.double(21), 42)

@check("drawn numbers")
def drawn(learner, rng):
    number = int(rng.integers(1000)) if hasattr(rng, "integers") else rng.randrange(1000)
    equal(learner.double(number), 2 * number)
`
const RIGHT = 'def double(number):\n    return 2 * number\n'

test('answers are judged as anywhere, at no cost of the imports to their limits', async () => {
  const source = `import numpy\n\n${RIGHT}`
  const result = await execute(source, { runtime: 'data', cpuMs: 1500 })
  expect(result).toMatchObject({ verdict: 'passed', message: '' })
  expect(result.cpuMs).toBeLessThan(1000)
  expect((await execute('def double(number):\n    return number\n')).verdict).toBe('failed')
  expect((await execute('import os\nos._exit(0)\n')).verdict).toBe('errored')
})

test('CPU time and memory are held by looking at the processes from outside', async () => {
  expect(await execute('def double(number):\n    while True:\n        pass\n', { cpuMs: 1000 })).toMatchObject({ verdict: 'timed-out' })
  const greedy =
    'kept = []\n\ndef double(number):\n    while True:\n        kept.append(bytearray(2**20))\n        if len(kept) > 400:\n            import time\n            time.sleep(5)\n'
  expect(await execute(greedy, { memoryMb: 32 })).toMatchObject({ verdict: 'out-of-memory' })
  const children =
    'import os, time\n\ndef double(number):\n    for _ in range(4):\n        if os.fork() == 0:\n            kept = bytearray(2**26)\n            time.sleep(5)\n            os._exit(0)\n    time.sleep(5)\n'
  expect(await execute(children, { memoryMb: 32 })).toMatchObject({ verdict: 'out-of-memory' })
})

test('the most that was used is told, without what the interpreter has itself', async () => {
  const { memoryBytes } = await execute(`import time\nkept = bytearray(2**26)\ntime.sleep(0.6)\n${RIGHT}`)
  expect(memoryBytes).toBeGreaterThan(50 * 2 ** 20)
  expect(memoryBytes).toBeLessThan(150 * 2 ** 20)
})

test('what is cancelled ends, and the next is judged', async () => {
  const stop = new AbortController()
  const running = execute('def double(number):\n    while True:\n        pass\n', { signal: stop.signal, cpuMs: 60_000 })
  setTimeout(() => stop.abort(), 500)
  expect((await running).verdict).toBe('not-run')
  expect((await execute(RIGHT)).verdict).toBe('passed')
})

function execute(
  source: string,
  {
    runtime = 'python',
    cpuMs = 5000,
    memoryMb = 256,
    signal = new AbortController().signal,
  }: { readonly runtime?: Runtime; readonly cpuMs?: number; readonly memoryMb?: number; readonly signal?: AbortSignal } = {},
) {
  const job: Job = {
    id: 'job',
    runtime,
    kind: 'grade',
    checks: 'all',
    limits: { cpuMs, wallMs: 60_000, memoryBytes: memoryMb * 2 ** 20, outputBytes: 64 * 1024 },
    permissions: [],
    seed: 7,
    files: { 'main.py': blobs.put(source), 'tests.py': blobs.put(TESTS), 'solution.py': blobs.put(RIGHT) },
  }
  return engine.execute(job, () => undefined, signal)
}
