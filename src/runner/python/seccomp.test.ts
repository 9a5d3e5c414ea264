import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// The kernel's view of the filter: its instructions are interpreted here, by other code than wrote them, for every number that there is.

const folder = fileURLToPath(new URL('../../../runtime', import.meta.url))
const RUNTIMES = ['python', 'data', 'torch', 'judge'] as const
const PERMISSIONS = [[], ['spawn'], ['loopback'], ['compile'], ['compile', 'loopback', 'spawn']] as const
const MACHINES = { x86_64: { column: 1, audit: 0xc000003e }, aarch64: { column: 2, audit: 0xc00000b7 } } as const
type Machine = keyof typeof MACHINES

const ALLOW = 0x7fff0000
const KILL = 0x80000000
const EPERM = 0x00050001
const ENOSYS = 0x00050026

type Instruction = readonly [code: number, yes: number, no: number, value: number]

interface Call {
  readonly number: number
  readonly audit: number
  readonly arguments: readonly number[]
}

/** Classic BPF as the kernel's documentation has it, as much of it as a system call filter may use. */
function decide(instructions: readonly Instruction[], { number, audit, arguments: given }: Call): number {
  const fields = new Map([[0, number], [4, audit], ...given.map((value, place) => [16 + 8 * place, value] as const)])
  let accumulator = 0
  for (let at = 0, steps = 0; steps < 4096; at++, steps++) {
    const instruction = instructions[at]
    if (instruction === undefined) throw new Error('ran off the end')
    const [code, yes, no, value] = instruction
    if (code === 0x20) accumulator = fields.get(value) ?? 0
    else if (code === 0x54) accumulator = (accumulator & value) >>> 0
    else if (code === 0x05) at += value
    else if (code === 0x15) at += accumulator === value ? yes : no
    else if (code === 0x35) at += accumulator >= value ? yes : no
    else if (code === 0x45) at += (accumulator & value) !== 0 ? yes : no
    else if (code === 0x06) return value
    else throw new Error(`instruction ${code} is none that a filter uses`)
  }
  throw new Error('does not end')
}

/** Every program, by machine, runtime and permissions, as hexadecimal. */
function readPrograms(): ReadonlyMap<string, string> {
  const asked = Object.keys(MACHINES).flatMap((machine) =>
    RUNTIMES.flatMap((runtime) => (runtime === 'judge' ? [[]] : PERMISSIONS).map((permissions) => [runtime, permissions, machine])),
  )
  const print = 'import json, seccomp, sys; print(json.dumps([seccomp.program(*each).hex() for each in json.loads(sys.argv[1])]))'
  const python = `${folder}/../.python/bin/python`
  const told = JSON.parse(execFileSync(python, ['-B', '-c', print, JSON.stringify(asked)], { cwd: folder, encoding: 'utf8' })) as string[]
  return new Map(asked.map((each, place) => [each.join(), told[place] ?? '']))
}

const programs = readPrograms()

function programOf(runtime: string, permissions: readonly string[], machine: Machine): readonly Instruction[] {
  const bytes = Buffer.from(programs.get([runtime, permissions, machine].join()) ?? '', 'hex')
  return Array.from({ length: bytes.length / 8 }, (_, place) => {
    const at = place * 8
    return [bytes.readUInt16LE(at), bytes[at + 2] ?? 0, bytes[at + 3] ?? 0, bytes.readUInt32LE(at + 4)]
  })
}

function linesOf(list: string): readonly string[] {
  return readFileSync(`${folder}/syscalls/${list}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
}

function namesOf(list: string): readonly string[] {
  return linesOf(list).map((line) => line.split(' ')[0] ?? '')
}

const numbers: Readonly<Record<Machine, ReadonlyMap<string, number>>> = { x86_64: numbersOf('x86_64'), aarch64: numbersOf('aarch64') }

function numbersOf(machine: Machine): ReadonlyMap<string, number> {
  const rows = linesOf('numbers').map((line) => line.split(/ +/))
  const { column } = MACHINES[machine]
  return new Map(rows.filter((row) => row[column] !== '-').map((row) => [row[0] ?? '', Number(row[column])]))
}

const LISTS = { python: ['python'], data: ['python', 'data'], torch: ['python', 'data', 'torch'], judge: ['judge'] } as const

function allowed(runtime: keyof typeof LISTS, permissions: readonly string[]): ReadonlySet<string> {
  return new Set([...LISTS[runtime], ...permissions].flatMap(namesOf))
}

/** Calls whose arguments are looked at: some that must pass, some that must not. */
interface Uses {
  readonly may: readonly (readonly number[])[]
  readonly mayNot: readonly (readonly number[])[]
}

function usesOf(runtime: string, permissions: readonly string[]): Readonly<Record<string, Uses>> {
  const [UNIX, INET, INET6, STREAM, DGRAM, RAW, CLOEXEC, TCP, UDP] = [1, 2, 10, 1, 2, 3, 0o2000000, 6, 17]
  const internet = [
    [INET, STREAM, 0],
    [INET, STREAM | CLOEXEC, TCP],
    [INET6, DGRAM, UDP],
    [INET6, DGRAM, 0],
  ]
  const never = [
    [INET, RAW, 0],
    [INET, DGRAM, 1],
    [INET, STREAM, 132],
    [INET6, STREAM, 262],
    [INET6, 5, 0],
    [0, STREAM, 0],
    [16, RAW, 0],
    [17, RAW, 0],
    [40, STREAM, 0],
    [38, 5, 0],
  ]
  const loopback = permissions.includes('loopback')
  return {
    clone: {
      may: [[0], [0x01200011], [0x003d0f00], [0x4111]],
      mayNot: [0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000].map((flag) => [flag | 17]),
    },
    socket: {
      may: [[UNIX, STREAM, 0], [UNIX, DGRAM | CLOEXEC, 0], ...(loopback ? internet : [])],
      mayNot: [...never, ...(loopback ? [] : internet)],
    },
    socketpair: { may: [[UNIX, STREAM, 0]], mayNot: [[INET, STREAM, 0], ...never] },
    ioctl: {
      may: [0x5401, 0x5413, 0x541b, 0x5421, 0x5450, 0x5451].map((request) => [3, request]),
      mayNot: [0x5412, 0x541c, 0x5409, 0x8914, 0x40049409, 0].map((request) => [3, request]),
    },
    fcntl: {
      may: [0, 1, 2, 3, 4, 5, 6, 7, 36, 1030, 1032].map((command) => [3, command]),
      mayNot: [1024, 1026, 1031, 8, 10, 15, 1033].map((command) => [3, command]),
    },
    mknod: {
      may: [
        [1, 0o010600],
        [1, 0o644],
        [1, 0o100644],
      ],
      mayNot: [
        [1, 0o020666],
        [1, 0o060666],
        [1, 0o140666],
      ],
    },
    mknodat: {
      may: [
        [3, 1, 0o010600],
        [3, 1, 0o644],
      ],
      mayNot: [
        [3, 1, 0o020666],
        [3, 1, 0o060666],
        [3, 1, 0o140666],
      ],
    },
    rt_sigaction: {
      may: [[1], [10], [14], [15], [16], [18], [64]],
      mayNot: runtime === 'torch' || permissions.includes('spawn') || permissions.includes('compile') ? [] : [[17]],
    },
    prctl: { may: [[15], [16], [1], [0x53564d41]], mayNot: [[22], [8], [24], [28], [35], [4], [38], [0]] },
  }
}

for (const machine of Object.keys(MACHINES) as Machine[])
  for (const runtime of RUNTIMES)
    for (const permissions of runtime === 'judge' ? [[]] : PERMISSIONS)
      test(`on ${machine} a job of ${runtime}${permissions.map((each) => ` with ${each}`).join('')} may make the calls of its lists, no other`, () => {
        const instructions = programOf(runtime, permissions, machine)
        const { audit } = MACHINES[machine]
        const names = allowed(runtime, permissions)
        const uses = usesOf(runtime, permissions)
        const byNumber = new Map([...numbers[machine]].map(([name, number]) => [number, name]))
        const wrong: string[] = []
        for (let number = 0; number <= 600; number++) {
          const name = byNumber.get(number)
          const special = name !== undefined && names.has(name) ? uses[name] : undefined
          const tried = special?.may ?? [[0], [1, 2, 3], [0xffffffff, 0xffffffff, 0xffffffff]]
          for (const given of tried) {
            const decision = decide(instructions, { number, audit, arguments: given })
            const expected = name !== undefined && names.has(name)
            if (expected ? decision !== ALLOW : decision !== EPERM && decision !== ENOSYS) wrong.push(`${name ?? number}(${given.join()})`)
          }
          for (const given of special?.mayNot ?? [])
            if (decide(instructions, { number, audit, arguments: given }) !== EPERM) wrong.push(`${name ?? number}(${given.join()}) passes`)
        }
        expect(wrong).toEqual([])
        expect(decide(instructions, { number: numbers[machine].get('clone3') ?? 0, audit, arguments: [] })).toBe(ENOSYS)
        expect(decide(instructions, { number: numbers[machine].get('ptrace') ?? 0, audit, arguments: [] })).toBe(EPERM)
        for (const other of [0xc000003e, 0xc00000b7, 0x40000003, 0x40000028].filter((each) => each !== audit))
          expect(decide(instructions, { number: 0, audit: other, arguments: [] })).toBe(KILL)
        expect(decide(instructions, { number: 0x40000000, audit, arguments: [] })).toBe(machine === 'x86_64' ? KILL : ENOSYS)
        expect(instructions.length).toBeLessThan(400)
      })

test('every permission gives what it names and nothing of the others', () => {
  const audit = MACHINES.x86_64.audit
  const may = (permissions: readonly string[], name: string, given: readonly number[]) =>
    decide(programOf('torch', permissions, 'x86_64'), { number: numbers.x86_64.get(name) ?? -1, audit, arguments: given }) === ALLOW
  const table = [[], ['spawn'], ['loopback'], ['compile']].map((permissions) => [
    permissions.join(),
    may(permissions, 'execve', [1, 1, 1]),
    may(permissions, 'socket', [2, 1, 0]),
  ])
  expect(table).toEqual([
    ['', false, false],
    ['spawn', true, false],
    ['loopback', false, true],
    ['compile', true, false],
  ])
})

test('what is listed has a number, and what must never be allowed is on no list', () => {
  const listed = [...Object.keys(LISTS), 'spawn', 'loopback', 'compile'].flatMap(namesOf)
  expect(listed.filter((name) => !numbers.x86_64.has(name))).toEqual([])
  const never =
    'clone3 ptrace unshare setns mount bpf io_uring_setup userfaultfd keyctl execveat process_vm_readv memfd_create perf_event_open'
  expect(never.split(' ').filter((name) => listed.includes(name))).toEqual([])
})
