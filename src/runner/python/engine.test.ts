import { spawn } from 'node:child_process'
import { setMaxListeners } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Job, JobEvent, JobResult } from '../../domain/job.ts'
import { createBlobs } from '../blobs.ts'
import { type PythonEngineOptions, createPythonEngine } from './engine.ts'

// Interpreters start in each test, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

const project = fileURLToPath(new URL('../../..', import.meta.url))
const blobs = createBlobs()
const shared = readFileSync(new URL('fixtures/tests.py', import.meta.url), 'utf8')
const RIGHT = 'def double(number):\n    return 2 * number\n'
const FOREVER = 'while True:\n    pass\n'

test('ten jobs at once each get their own verdict', async () => {
  const { execute } = openEngine()
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, place) => execute(grading(place % 2 === 0 ? RIGHT : 'def double(number):\n    return number\n'))),
  )
  expect(results.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 10 }, (_, place) => (place % 2 === 0 ? 'passed' : 'failed')))
})

test.runIf(existsSync('/proc/self'))('an interpreter killed from outside costs nobody a verdict, and the next job works', async () => {
  const { execute } = openEngine()
  let killed = 0
  const kill = () => {
    for (const pid of killed === 0 ? zygotes() : []) {
      process.kill(pid, 'SIGKILL')
      killed++
    }
  }
  const slow = execute(grading(`import time\ntime.sleep(0.5)\n${RIGHT}`), { onEvent: () => setTimeout(kill, 50) })
  expect((await slow).verdict).toBe('passed')
  expect(killed).toBe(2)
  expect((await execute(grading(RIGHT))).verdict).toBe('passed')
})

test.runIf(existsSync('/proc/self'))('an interpreter that ends under a job twice is our fault', async () => {
  const { execute } = openEngine()
  const kill = () => {
    for (const pid of zygotes()) process.kill(pid, 'SIGKILL')
  }
  const slow = execute(grading(`import time\ntime.sleep(30)\n${RIGHT}`), { onEvent: () => setTimeout(kill, 50) })
  expect(await slow).toMatchObject({ verdict: 'our-fault', message: expect.stringContaining('not about your code') })
})

test('a cancelled job is not run, wherever it was, and its place is free at once', async () => {
  const { execute } = openEngine({ slots: 1 })
  await execute(grading(RIGHT))
  const running = new AbortController()
  const waiting = new AbortController()
  const first = execute(grading(FOREVER), { signal: running.signal, onEvent: () => setTimeout(() => running.abort(), 100) })
  const second = execute(grading(RIGHT), { signal: waiting.signal })
  waiting.abort()
  expect((await second).verdict).toBe('not-run')
  expect((await first).verdict).toBe('not-run')
  expect((await execute(grading(RIGHT), { signal: AbortSignal.abort() })).verdict).toBe('not-run')
  expect((await execute(grading(RIGHT))).verdict).toBe('passed')
})

test('a job that is cancelled while its interpreters start is not run at once, and they start for the next', async () => {
  const { engine, execute } = openEngine()
  const stop = new AbortController()
  const job = { ...grading(RIGHT), runtime: 'data', checks: 'visible' } as const
  const first = execute(job, { signal: stop.signal })
  setTimeout(() => stop.abort(), 50)
  expect((await first).verdict).toBe('not-run')
  expect(engine.state('data').state).toBe('starting')
  expect((await execute(job)).verdict).toBe('passed')
})

test('a judge that crashes under a job costs one more try, then it is our fault', async () => {
  const { execute } = openEngine()
  let tries = 0
  const crashing = { ...grading(RIGHT), files: { ...grading(RIGHT).files, 'tests.py': blobs.put('import os\nos._exit(1)\n') } }
  const result = await execute(crashing, { onEvent: ({ type }) => (tries += type === 'started' ? 1 : 0) })
  expect(result).toMatchObject({ verdict: 'our-fault', message: expect.stringContaining('not about your code') })
  expect(tries).toBe(2)
})

test('a program that Node is too busy to watch gets no free time', async () => {
  const { execute } = openEngine()
  await execute(grading(RIGHT))
  const endless = execute({ ...grading(FOREVER), limits: { ...LIMITS, cpuMs: 300 } })
  await new Promise((resolve) => setTimeout(resolve, 20)) // its payload has been sent
  const until = performance.now() + 2500
  while (performance.now() < until);
  const { verdict, cpuMs } = await endless
  expect(verdict).toBe('timed-out')
  expect(cpuMs).toBeLessThan(1500)
})

test('interpreters are replaced after their time without a job noticing, and the old ones end', async () => {
  const { execute } = openEngine({ lifetime: { forks: 6, ms: 3_600_000 } })
  await execute(grading(RIGHT))
  const first = zygotes()
  const verdicts: string[] = []
  for (let count = 0; count < 40; count++) verdicts.push((await execute(grading(RIGHT))).verdict)
  expect(new Set(verdicts)).toEqual(new Set(['passed']))
  if (existsSync('/proc/self')) {
    await expect.poll(() => zygotes().filter((pid) => first.includes(pid)), { timeout: 20_000 }).toEqual([])
    await expect.poll(() => zygotes().length, { timeout: 20_000 }).toBe(2)
  }
})

test('beyond its places in the queue a job is told so at once', async () => {
  const { execute } = openEngine({ slots: 1 })
  const stop = new AbortController()
  setMaxListeners(0, stop.signal)
  const jobs = Array.from({ length: 34 }, () => execute(grading(FOREVER), { signal: stop.signal, submitter: 'ada' }))
  const last = await jobs[33]
  stop.abort()
  expect(last).toMatchObject({ verdict: 'not-run', message: expect.stringContaining('32 of your own runs are waiting') })
  expect((await Promise.all(jobs)).every(({ verdict }) => verdict === 'not-run')).toBe(true)
})

test('a thousand submissions at once of this program and of learners all come to their own verdict, none twice', async () => {
  const { execute } = openEngine()
  await execute(grading(RIGHT))
  const started = new Map<number, number>()
  const results = await Promise.all(
    Array.from({ length: 1000 }, (_, number) =>
      execute(running(`${number} * 2`, { seed: number, runtime: 'python' }), {
        // Thirty of each of ten learners; the rest are this program's own.
        ...(number < 300 ? { submitter: `learner ${number % 10}` } : {}),
        onEvent: ({ type }) => type === 'started' && started.set(number, (started.get(number) ?? 0) + 1),
      }),
    ),
  )
  expect(results.map(({ value }) => value)).toEqual(results.map((_, number) => expect.objectContaining({ text: `${2 * number}` })))
  expect([...started.values()]).toEqual(results.map(() => 1))
})

test('what a check draws is that of the seed, which the result names: the same failure again with it, another with another', async () => {
  const { execute } = openEngine()
  const draw = async (seed: number) => {
    const { checks, seed: named } = await execute({ ...grading('def double(number):\n    return 0\n'), seed, reveal: true })
    expect(named).toBe(seed)
    return checks[1]?.message
  }
  expect(await draw(1)).toMatch(/^expected \d+, got 0$/)
  expect(await draw(1)).toBe(await draw(1))
  expect(await draw(1)).not.toBe(await draw(2))
})

test.each([
  ['random', 'import random\nrandom.random()\n'],
  ['numpy', 'import numpy\nnumpy.random.rand()\n'],
  ['torch', 'import torch\n[torch.rand(1).item(), torch.randn(2).tolist()]\n'],
])('what %s draws is that of the seed: the same again with it, another with another', async (_library, source) => {
  const { execute } = openEngine()
  const draw = async (seed: number) => (await execute(running(source, { seed, runtime: 'torch' }))).value
  const first = await draw(1)
  expect(first).toBeDefined()
  expect(await draw(1)).toEqual(first)
  expect(await draw(2)).not.toEqual(first)
})

test('output and outcomes of checks come while the job runs', async () => {
  const { execute } = openEngine()
  const events: JobEvent[] = []
  await execute(grading(`print('hello')\n${RIGHT}`), { onEvent: (event) => events.push(event) })
  expect(events.map(({ type }) => type)).toEqual(['started', 'output', 'check', 'check'])
})

test('a line that was printed without its end is shown too', async () => {
  const { execute } = openEngine()
  const job = grading('def double(number):\n    print(number, end="")\n    return 2 * number\n')
  expect((await execute({ ...job, checks: 'visible' })).stdout).toBe('21')
  expect((await execute(job)).stdout).toBe('21')
})

test('only the visible checks run when only they are asked for', async () => {
  const { execute } = openEngine()
  const result = await execute({ ...grading(RIGHT), checks: 'visible' })
  expect(result.checks.map(({ name }) => name)).toEqual(['twenty-one'])
})

test('hidden checks tell their reason to authors only', async () => {
  const { execute } = openEngine()
  const job = grading('def double(number):\n    return 42\n')
  expect((await execute(job)).checks[1]?.message).toBe('A hidden check (correctness) did not pass.')
  expect((await execute({ ...job, reveal: true })).checks[1]?.message).toMatch(/^expected \d+, got 42$/)
})

test('without bubblewrap it serves one person with plain processes, says so, and judges alike', async () => {
  const { engine, execute } = openEngine({ path: '/nowhere' })
  expect(engine.isolation().mode).toBe('unknown')
  expect((await execute(grading(RIGHT))).verdict).toBe('passed')
  expect(engine.isolation()).toMatchObject({ mode: 'local', fix: expect.stringContaining('apt-get install bubblewrap') })
  const limits = { cpuMs: 500, wallMs: 20_000, memoryBytes: 2 ** 26, outputBytes: 1000 }
  expect((await execute({ ...grading(FOREVER), limits })).verdict).toBe('timed-out')
  const daemon = 'import os, time\nif os.fork() == 0:\n    os.setsid()\n    while True:\n        time.sleep(0.01)\n'
  expect((await execute(grading(daemon + RIGHT))).verdict).toBe('passed')
  // Two interpreters and, of each, the two children that wait for the next job.
  if (existsSync('/proc/self')) await expect.poll(() => descendants(process.pid).length, { timeout: 20_000 }).toBe(6)
})

test('where forking a loaded interpreter is not safe each job imports for itself, at no cost to its time limit', async () => {
  const { engine, execute } = openEngine({ platform: 'darwin' })
  const source = 'import numpy\n\ndef double(number):\n    return number + number\n'
  const result = await execute({ ...grading(source), runtime: 'data', checks: 'visible', limits: { ...LIMITS, cpuMs: 3000 } })
  expect(result.verdict).toBe('passed')
  expect(result.cpuMs).toBeLessThan(1000)
  expect(engine.isolation()).toMatchObject({ mode: 'local', reason: expect.stringContaining('darwin') })
})

test.runIf(existsSync('/proc/self'))(
  'when this program is killed its interpreters end with it, and every process of a job at work',
  async () => {
    const script = fileURLToPath(new URL('fixtures/holds-open.ts', import.meta.url))
    const owner = spawn(process.execPath, ['--import', 'tsx', script, project], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void owner.kill('SIGKILL'))
    expect(await new Promise((resolve) => owner.stdout.once('data', (data: Buffer) => resolve(data.toString())))).toBe('passed\n')
    const left = descendants(Number(owner.pid))
    // Two interpreters, what waits in them, and both processes of the job.
    expect(left.length).toBeGreaterThan(2 + 4 + 1)
    owner.kill('SIGKILL')
    await expect.poll(() => left.filter((pid) => readProcess(pid, 'cmdline').includes('zygote.py')), { timeout: 20_000 }).toEqual([])
  },
)

test('a project without its Python environment says what to do', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'onsite-empty-'))
  onTestFinished(() => rmSync(empty, { recursive: true }))
  const { engine, execute } = openEngine({ project: empty })
  expect(engine.state('torch')).toEqual({ state: 'unavailable', message: 'Python is not set up yet.', fix: 'Run: npm start' })
  expect(await execute(grading(RIGHT))).toMatchObject({ verdict: 'not-run', message: 'Python is not set up yet. Run: npm start' })
})

test.runIf(existsSync('/proc/self'))('closing ends every process and leaves nothing behind', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'onsite-scratch-'))
  onTestFinished(() => rmSync(scratch, { recursive: true }))
  chmodSync(scratch, 0o711)
  mkdirSync(join(scratch, 'onsite-socket-999999999-left'))
  const { engine, execute } = openEngine({ scratch })
  expect(engine.state('python')).toEqual({ state: 'cold' })
  await execute(grading(RIGHT))
  expect(engine.state('python')).toEqual({ state: 'ready' })
  expect(zygotes().length).toBeGreaterThan(0)
  await engine.close()
  expect(zygotes()).toEqual([])
  expect(readdirSync(scratch)).toEqual([])
})

function openEngine(options: Partial<PythonEngineOptions> = {}) {
  const engine = createPythonEngine({ project, blobs, ...options })
  onTestFinished(() => engine.close())
  function execute(
    job: Job,
    {
      onEvent = () => undefined,
      signal = new AbortController().signal,
      submitter,
    }: { onEvent?: (event: JobEvent) => void; signal?: AbortSignal; submitter?: string } = {},
  ): Promise<JobResult> {
    return engine.execute(job, onEvent, signal, submitter)
  }
  return { engine, execute }
}

const LIMITS = { cpuMs: 5000, wallMs: 60_000, memoryBytes: 2 ** 28, outputBytes: 64 * 1024 }

function grading(source: string): Job {
  const files = { 'main.py': blobs.put(source), 'tests.py': blobs.put(shared), 'solution.py': blobs.put('') }
  return { id: 'job', runtime: 'python', kind: 'grade', checks: 'all', limits: LIMITS, permissions: [], seed: 7, files }
}

function running(source: string, { seed, runtime }: Pick<Job, 'seed' | 'runtime'>): Job {
  return { ...grading(source), kind: 'run', files: { 'main.py': blobs.put(source) }, seed, runtime }
}

/** The warm interpreters that this process started, by the process table. */
function zygotes(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === process.pid && readProcess(pid, 'cmdline').includes('zygote.py'))
}

/** All below a process that are interpreters of ours or forks of them. */
function descendants(root: number): number[] {
  const all = readdirSync('/proc').map(Number)
  const below = (pid: number): number[] =>
    all.filter((each) => each > 0 && parentOf(each) === pid).flatMap((each) => [each, ...below(each)])
  return below(root).filter((pid) => readProcess(pid, 'cmdline').includes('zygote.py'))
}

function parentOf(pid: number): number {
  return Number(readProcess(pid, 'stat').split(') ')[1]?.split(' ')[1])
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // it has just ended
  }
}
