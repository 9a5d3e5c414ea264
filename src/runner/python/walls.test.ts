import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { JobResult } from '../../domain/job.ts'
import type { Permission, Runtime } from '../../domain/runtime.ts'
import { createBlobs } from '../blobs.ts'
import { createPythonEngine } from './engine.ts'
import { findEnvironment } from './environment.ts'

// What the kernel says of a job, asked from outside while the job is there: /proc/<pid> of a process that has no /proc itself.

const project = fileURLToPath(new URL('../../..', import.meta.url))
const blobs = createBlobs()
const engine = createPythonEngine({ project, blobs })
afterAll(() => engine.close())
await engine.warm('python')
const isolated = engine.isolation().mode === 'isolated'
const MIB = 1024 * 1024

function run(source: string, permissions: readonly Permission[] = [], runtime: Runtime = 'python'): Promise<JobResult> {
  const limits = { cpuMs: 20_000, wallMs: 60_000, memoryBytes: 256 * MIB, outputBytes: 64 * 1024 }
  const files = { 'main.py': blobs.put(source) }
  const job = { id: 'walls', kind: 'run', checks: 'all', runtime, limits, permissions, seed: 1, files } as const
  return engine.execute(job, () => undefined, new AbortController().signal)
}

/** The process of a job that takes this name, once it has. */
async function processNamed(name: string): Promise<string> {
  for (;;) {
    const found = readdirSync('/proc').find((pid) => /^\d+$/.test(pid) && commOf(pid) === name)
    if (found !== undefined) return `/proc/${found}`
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

function commOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

const NAMESPACES = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'user', 'uts'] as const

interface Seen {
  readonly status: ReadonlyMap<string, string>
  readonly limits: ReadonlyMap<string, string>
  readonly namespaces: readonly string[]
  readonly mounts: readonly { readonly place: string; readonly options: readonly string[]; readonly kind: string; readonly size: string }[]
  readonly environment: readonly string[]
  readonly descriptors: readonly string[]
  readonly parentNamespaces: readonly string[]
}

let jobs = 0

/** Has a job sleep under a name of its own, and looks at it. */
async function look(permissions: readonly Permission[] = []): Promise<Seen> {
  const name = `walls-${process.pid}-${++jobs}`.slice(0, 15)
  const ended = run(`import ctypes, time\nctypes.CDLL(None).prctl(15, b"${name}", 0, 0, 0)\ntime.sleep(1)`, permissions)
  const at = await processNamed(name)
  const table = (file: string, at2: RegExp) =>
    new Map([...readFileSync(`${at}/${file}`, 'utf8').matchAll(at2)].map(([, key = '', value = '']) => [key, value] as const))
  const status = table('status', /^(\w+):[ \t]*(.*)$/gm)
  const seen: Seen = {
    status,
    limits: table('limits', /^Max ([a-z ]+?) {2,}(\S+ +\S+)/gm),
    namespaces: NAMESPACES.map((each) => readlinkSync(`${at}/ns/${each}`)),
    parentNamespaces: NAMESPACES.map((each) => readlinkSync(`/proc/${status.get('PPid')}/ns/${each}`)),
    mounts: readFileSync(`${at}/mountinfo`, 'utf8').trim().split('\n').map(mountOf),
    environment: readFileSync(`${at}/environ`, 'utf8')
      .split('\0')
      .filter(Boolean)
      .map((each) => each.split('=')[0] ?? ''),
    descriptors: readdirSync(`${at}/fd`).map((each) => `${each} ${readlinkSync(`${at}/fd/${each}`).split(':')[0]}`),
  }
  expect((await ended).verdict).toBe('passed')
  return seen
}

function mountOf(line: string) {
  const [before = '', after = ''] = line.split(' - ')
  const [, , , , place = '', options = ''] = before.split(' ')
  const [kind = '', , system = ''] = after.split(' ')
  return { place, options: options.split(','), kind, size: system }
}

test.skipIf(!isolated)('a job has namespaces of its own, none of ours and none of the interpreter that it was forked from', async () => {
  const [{ namespaces, parentNamespaces }, other] = await Promise.all([look(), look()]) // at once: numbers are used again
  const ours = NAMESPACES.map((each) => readlinkSync(`/proc/self/ns/${each}`))
  expect(namespaces.filter((each) => ours.includes(each) || parentNamespaces.includes(each))).toEqual([])
  expect(namespaces.filter((each) => other.namespaces.includes(each))).toEqual([])
})

test.skipIf(!isolated)('a job has no capabilities, cannot gain any, is filtered, and is nobody that matters', async () => {
  const { status } = await look()
  const told = (name: string) => status.get(name)
  for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb']) expect(told(set)).toBe('0000000000000000')
  expect(told('NoNewPrivs')).toBe('1')
  expect(told('Seccomp')).toBe('2')
  expect(told('Uid')?.split('\t')).not.toContain('0')
  expect(told('Gid')?.split('\t')).not.toContain('0')
  if (process.getuid?.() === 0) expect(told('Groups')?.trim()).toBe('')
  expect(told('NSpid')?.split('\t').at(-1)).toBe('1')
})

test.skipIf(!isolated)('a job writes only to a small disk of its own, and sees neither /proc nor /sys', async () => {
  const { mounts } = await look()
  const writable = mounts.filter(({ place, options }) => !options.includes('ro') && !/^\/dev\/\w+$/.test(place))
  // One disk; it is mounted on /tmp as well where Onsite itself lies below.
  expect(writable.map(({ place }) => place).filter((place) => place !== '/tmp')).toEqual(['/run/job'])
  for (const { kind, size } of writable) expect(`${kind} ${size}`).toMatch(/^tmpfs .*size=32768k,nr_inodes=4096/)
  expect(mounts.filter(({ options }) => !options.includes('nosuid')).map(({ place }) => place)).toEqual([])
  expect(mounts.filter(({ place, options }) => !options.includes('nodev') && !place.startsWith('/dev/')).map(({ place }) => place)).toEqual(
    [],
  )
  expect(mounts.filter(({ kind }) => /^(proc|sysfs|cgroup2?|devpts|mqueue|bpf|debugfs|tracefs|securityfs)$/.test(kind))).toEqual([])
  const outside = mounts.map(({ place }) => place).filter((place) => /^\/(etc|home|var|boot|srv|opt|mnt)(\/|$)/.test(place))
  const { base } = findEnvironment(project) ?? { base: undefined }
  const own = ['/etc/alternatives', '/etc/ld.so.cache', project, base?.path, base?.real].filter((each) => each !== undefined)
  expect(outside.filter((place) => !own.some((each) => place.startsWith(each)))).toEqual([])
})

test.skipIf(!isolated)('a job has its limits from the kernel, and they can not be raised', async () => {
  const { limits } = await look()
  const hard = (name: string) => limits.get(name)?.split(/ +/)
  expect(hard('cpu time')?.[1]).toBe('22')
  expect(Number(hard('data size')?.[1])).toBeLessThan(400 * MIB)
  expect(hard('stack size')).toEqual([`${64 * MIB}`, `${64 * MIB}`])
  expect(hard('file size')).toEqual([`${16 * MIB}`, `${16 * MIB}`])
  expect(hard('open files')).toEqual(['256', '256'])
  expect(hard('processes')).toEqual(['64', '64'])
  expect(hard('pending signals')).toEqual(['1024', '1024'])
  for (const none of ['core file size', 'locked memory', 'msgqueue size', 'nice priority', 'realtime priority'])
    expect(hard(none)).toEqual(['0', '0'])
})

test.skipIf(!isolated)('a job inherits nothing but its own channels and a plain environment', async () => {
  const { descriptors, environment } = await look()
  expect(descriptors.toSorted()).toEqual(['0 /dev/null', '1 socket', '2 socket', '200 socket'])
  expect(environment.filter((name) => !/^(PATH|HOME|TMPDIR|LANG|PWD|PYTHON\w+|\w+_NUM_THREADS|MALLOC_ARENA_MAX)$/.test(name))).toEqual([])
})

const START = (program: string, ...args: string[]) => `
import subprocess
print(subprocess.run(["${program}"${args.map((each) => `, "${each}"`).join('')}], stdout=subprocess.DEVNULL).returncode == 0)`
const CONNECT = `
import socket
server = socket.create_server(("localhost", 0))
print(bool(socket.create_connection(server.getsockname())))`

const landlock = Number(
  execFileSync(`${project}/.python/bin/python`, ['-B', '-c', 'import ctypes, landlock; print(landlock.version(ctypes.CDLL(None)))'], {
    cwd: `${project}/runtime`,
    encoding: 'utf8',
  }),
)

test.skipIf(!isolated)('each permission gives what it names and nothing else, and without one there is none of it', async () => {
  const programs = { shell: START('/bin/sh', '-c', 'true'), compiler: START('/usr/bin/g++', '--version'), network: CONNECT }
  const can = async (permissions: readonly Permission[]) => {
    const results = await Promise.all(
      Object.entries(programs).map(async ([name, source]) => [name, await run(source, permissions)] as const),
    )
    return results.filter(([, { verdict, stdout }]) => verdict === 'passed' && stdout === 'True\n').map(([name]) => name)
  }
  const compiler = readdirSync('/usr/bin').includes('g++') ? ['compiler'] : []
  expect(await can([])).toEqual([])
  expect(await can(['spawn'])).toEqual(['shell', ...compiler])
  expect(await can(['loopback'])).toEqual(['network'])
  expect(await can(['compile'])).toEqual([...(landlock > 0 ? [] : ['shell']), ...compiler])
  expect(await can(['compile', 'loopback', 'spawn'])).toEqual(['shell', ...compiler, 'network'])
})

test.skipIf(!isolated)('loopback reaches this job only: neither the machine nor another job', async () => {
  const { createServer } = await import('node:net')
  const server = createServer((socket) => socket.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const listener = `import socket, time\nserver = socket.create_server(("127.0.0.1", 47311))\ntime.sleep(1.5)`
  const caller = (at: number) => `import socket\nsocket.create_connection(("127.0.0.1", ${at}), timeout=5)`
  const listening = run(listener, ['loopback'])
  const [machine, other] = await Promise.all([run(caller(port), ['loopback']), run(caller(47311), ['loopback'])])
  expect([machine.message, other.message].map((message) => message.split(':')[0])).toEqual([
    'ConnectionRefusedError',
    'ConnectionRefusedError',
  ])
  expect((await listening).verdict).toBe('passed')
  server.close()
})

test.skipIf(!isolated)('what a job left behind is gone for the next', async () => {
  await run('open("left", "w").write("x"); open("/tmp/left", "w").write("x"); open("/dev/shm/left", "w").write("x")')
  const after = await run('import os\nprint([folder for folder in (".", "/tmp", "/dev/shm") if "left" in os.listdir(folder)])')
  expect(after.stdout).toBe('[]\n')
})

/** Calls by number that no list of the runtime has. */
function numbersNotAllowed(): readonly number[] {
  const column = process.arch === 'arm64' ? 2 : 1
  const rows = (list: string) =>
    readFileSync(`${project}/runtime/syscalls/${list}.txt`, 'utf8')
      .split('\n')
      .map((line) => line.split(/ +/))
  const allowed = new Set(rows('python').map(([name]) => name))
  const may = new Set(rows('numbers').flatMap((row) => (allowed.has(row[0]) ? [Number(row[column])] : [])))
  // 335 and 336 belong to the kernel's own probes: it lets no filter see them, and ends whoever calls them with an illegal instruction.
  return Array.from({ length: 600 }, (_, number) => number).filter((number) => !may.has(number) && number !== 335 && number !== 336)
}

test.skipIf(!isolated)('the kernel refuses a job every call that is on no list, and ends it over one of another architecture', async () => {
  const numbers = numbersNotAllowed()
  const { stdout } = await run(`
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
wrong = []
for number in ${JSON.stringify(numbers)}:
    ctypes.set_errno(0)
    if libc.syscall(ctypes.c_long(number), 0, 0, 0, 0, 0, 0) != -1 or ctypes.get_errno() not in (1, 38):
        wrong.append(number)
child = os.fork()
if child == 0:
    libc.syscall(ctypes.c_long(0x40000000 + 39))
    os._exit(0)
print(wrong, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`)
  expect(numbers.length).toBeGreaterThan(300)
  expect(stdout).toBe(process.arch === 'x64' ? '[] -31\n' : '[] 0\n')
})
