import { appendFileSync, chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { RuntimeState } from '../../domain/engine.ts'
import type { Job, JobResult } from '../../domain/job.ts'
import { createBlobs } from '../blobs.ts'
import type { IsolatingEngine } from '../isolating-engine.ts'
import { notRun } from '../not-run.ts'
import { createPythonEngine } from '../python/engine.ts'
import { CANARIES } from './canaries.ts'
import { createProbe } from './probe.ts'
import type { Remembered } from './remembered.ts'

// Interpreters start in each test, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

const project = resolve(import.meta.dirname, '../../..')
const path = process.env['PATH'] ?? ''
const slow = CANARIES.filter((canary) => canary.slow === true).map(({ name }) => name)
/** The slow probes need interpreters that take seconds to start: `onsite probe` and the server's tests run them. */
const knowing: Remembered = { read: () => new Set(slow), write: () => undefined }
const never = new AbortController().signal
const blobs = createBlobs()

const sound = await probed({})
const walled = sound.mode === 'isolated'

test.runIf(walled)('every attack on the sandbox as it is fails', () => {
  expect(sound.probes.filter(({ holds }) => holds !== true)).toEqual([])
  expect(sound.probes.map(({ name }) => name)).toEqual(CANARIES.map(({ name }) => name))
})

test('without bubblewrap the mode is local, and only what needs no walls is tried', async () => {
  const isolation = await probed({ path: '/nowhere' })
  expect(isolation).toMatchObject({ mode: 'local', fix: expect.stringContaining('apt-get install bubblewrap') })
  expect(isolation.probes.map(({ holds }) => holds)).toEqual(CANARIES.filter(({ everywhere }) => everywhere === true).map(() => true))
})

/** A wall left out: what is appended to a program of `runtime/`, and which probe must notice. */
const faults: readonly {
  readonly without: string
  readonly programs: Readonly<Record<string, string>>
  readonly probe: string
  readonly message: string
}[] = [
  {
    without: 'a root of its own that leaves /proc out',
    programs: {
      isolate: '_prepare = prepare\ndef prepare(settings):\n    _prepare(settings)\n    state["binds"].append(("/proc", True))\n',
    },
    probe: 'No file of this machine is there',
    message: '/proc/self',
  },
  {
    without: 'a limit of processes',
    programs: { child: 'MOST_PROCESSES = 4000\n' },
    probe: 'Endless processes stop',
    message: '150 processes were started',
  },
  {
    without: 'polling of memory',
    programs: { watch: 'MEMORY_MARGIN = 2**40\n' },
    probe: 'Shared memory is counted',
    message: '256 MB of shared memory',
  },
  {
    without: 'a limit of data',
    programs: { child: '_limit = limit\ndef limit(settings, *rest):\n    _limit({**settings, "data": 0}, *rest)\n' },
    probe: 'A gigabyte of memory is refused',
    message: '1073741824 bytes',
  },
]

for (const { without, programs, probe, message } of faults) {
  test.runIf(walled)(`without ${without} the mode is local, and the probe that noticed is named`, async () => {
    const isolation = await probed({ project: projectWith(programs) })
    expect(isolation.mode).toBe('local')
    expect(isolation.reason).toContain(probe)
    expect(isolation.reason).toContain(message)
    expect(isolation.fix).not.toBe('')
    expect(isolation.probes.filter(({ holds }) => holds === false).map(({ name }) => name)).toEqual([probe])
  })
}

test.runIf(walled)('without a network of its own a connection arrives, and the mode is local', async () => {
  const isolation = await probed({
    project: projectWith({ isolate: 'NEWNET = 0\nbring_loopback_up = lambda: None\n' }),
    path: pathWithBubblewrap('--unshare-net'),
  })
  expect(isolation.mode).toBe('local')
  expect(isolation.reason).toContain('A connection arrived')
})

test('a probe that cannot be tried leaves the mode unknown, and one whose packages are missing does not', async () => {
  const busy = await probed({ engine: engineOf({ execute: (job) => notRun(job, 'our-fault', 'The machine was too busy.') }) })
  expect(busy).toMatchObject({ mode: 'unknown', reason: expect.stringContaining('too busy') })
  const installing: RuntimeState = { state: 'installing', message: 'PyTorch is coming.', progress: 0.5 }
  const partly = await probed({
    engine: engineOf({ state: (runtime) => (runtime === 'torch' ? installing : { state: 'ready' }) }),
    remembered: [],
  })
  expect(partly.mode).toBe('isolated')
  expect(partly.probes.at(-1)).toEqual({ name: CANARIES.at(-1)?.name, holds: undefined, message: 'PyTorch is coming.' })
})

test('an innocent program that is disturbed beside an attack is a wall that does not hold', async () => {
  const isolation = await probed({
    engine: engineOf({
      execute: (job, source) => (source.includes('sleep(0.2)') ? result(job, 'errored', 'It was killed.') : asItShould(job)),
    }),
  })
  expect(isolation).toMatchObject({ mode: 'local', reason: expect.stringContaining('was disturbed') })
})

test('slow probes that held are taken as they were, but only on the very same system', async () => {
  const kept = new Map<string, readonly string[]>()
  const remembered: Remembered = { read: (system) => new Set(kept.get(system)), write: (system, held) => void kept.set(system, held) }
  const executed: string[] = []
  const engine = engineOf({
    execute: (job) => {
      executed.push(job.runtime)
      return asItShould(job)
    },
  })
  let system = 'linux 6'
  const probe = createProbe({ engine, blobs, remembered, system: () => Promise.resolve(system), paths: [] })
  const runs = async (again: boolean) => {
    executed.length = 0
    expect((await probe.run({ remembered: again }, never)).mode).toBe('isolated')
    return executed.includes('torch')
  }
  expect(await runs(true)).toBe(true)
  expect(await runs(true)).toBe(false)
  expect(executed).toContain('python')
  expect(await runs(false)).toBe(true)
  system = 'linux 7'
  expect(await runs(true)).toBe(true)
})

async function probed({
  project: folder = project,
  path: programs = path,
  engine,
  remembered = slow,
}: {
  readonly project?: string
  readonly path?: string
  readonly engine?: IsolatingEngine
  readonly remembered?: readonly string[]
}) {
  const files = createBlobs()
  const probing = engine ?? createPythonEngine({ project: folder, blobs: files, path: programs })
  const probe = createProbe({
    engine: probing,
    blobs: engine === undefined ? files : blobs,
    remembered: { ...knowing, read: () => new Set(remembered) },
    system: () => Promise.resolve(''),
    paths: ['/etc/passwd', '/proc/self'],
  })
  expect(probe.isolation().mode).not.toBe('isolated')
  const isolation = await probe.run({ remembered: true }, never)
  expect(probe.isolation()).toEqual(isolation)
  await probing.close()
  return isolation
}

/** Onsite's runtime with something appended to its programs. */
function projectWith(programs: Readonly<Record<string, string>>): string {
  const folder = temporary()
  cpSync(join(project, 'runtime'), join(folder, 'runtime'), { recursive: true })
  symlinkSync(join(project, '.python'), join(folder, '.python'))
  for (const [name, text] of Object.entries(programs)) appendFileSync(join(folder, 'runtime', `${name}.py`), `\n\n${text}`)
  return folder
}

/** A PATH whose bubblewrap leaves one of its options out. */
function pathWithBubblewrap(without: string): string {
  const folder = temporary()
  const script = `#!/bin/sh\nfor word; do\n  shift\n  [ "$word" = ${without} ] || set -- "$@" "$word"\ndone\nexec env PATH='${path}' bwrap "$@"\n`
  writeFileSync(join(folder, 'bwrap'), script)
  chmodSync(join(folder, 'bwrap'), 0o755)
  return `${folder}${delimiter}${path}`
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-probe-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** An engine that is all walls and whose jobs come to what they should, but for what a test says. */
function engineOf({
  execute = asItShould,
  state = () => ({ state: 'ready' }),
}: {
  readonly execute?: (job: Job, source: string) => JobResult
  readonly state?: IsolatingEngine['state']
}): IsolatingEngine {
  return {
    runtimes: ['python', 'data', 'torch'],
    state,
    isolation: () => ({ mode: 'isolated', reason: '', fix: '' }),
    warm: () => Promise.resolve(),
    execute: (job) => Promise.resolve(execute(job, blobs.get(job.files['main.py'] ?? ''))),
    close: () => Promise.resolve(),
  }
}

function asItShould(job: Job): JobResult {
  const canary = CANARIES.find(({ name }) => job.id === `probe ${name}`)
  return result(job, canary?.holds[0] ?? 'passed', '')
}

function result(job: Job, verdict: JobResult['verdict'], message: string): JobResult {
  return { ...notRun(job, 'our-fault', message), verdict }
}
