// `npx tsx bench/syscalls/main.ts`: traces the calls of right programs behind their walls, and writes the allowlists runtime/syscalls/*.txt.
// Needs strace, and a machine on which jobs are isolated. `--dry` says what would change.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, createReadStream, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { PERMISSIONS, type Permission } from '../../src/domain/runtime.ts'
import { createBlobs } from '../../src/runner/blobs.ts'
import { createPythonEngine } from '../../src/runner/python/engine.ts'
import { programs } from './programs.ts'
import { type Seen, listsOf, writeLists } from './table.ts'
import { type Calls, readTrace } from './trace.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDER = join(PROJECT, 'runtime', 'syscalls')

/** A project whose filter allows all that is not refused: a call that is missing from a list would end its program before the next. */
function openProject(folder: string): string {
  for (const name of ['.python', '.setup']) symlinkSync(join(PROJECT, name), join(folder, name))
  cpSync(join(PROJECT, 'runtime'), join(folder, 'runtime'), { recursive: true })
  const refused = refusedNames()
  const lists = join(folder, 'runtime', 'syscalls')
  const rows = readFileSync(join(lists, 'numbers.txt'), 'utf8').split('\n')
  const names = rows.flatMap((row) => row.split(/[ #]/)[0] ?? []).filter((name) => name !== '' && !refused.has(name))
  for (const list of ['python', 'judge']) writeFileSync(join(lists, `${list}.txt`), [...names, 'socket', 'socketpair', ''].join('\n'))
  return folder
}

/** Runs all programs that have exactly these permissions; what does not pass has not shown what it calls. */
async function runPrograms(project: string, permissions: readonly Permission[]): Promise<void> {
  const blobs = createBlobs()
  const engine = createPythonEngine({ project, blobs, slots: 1 })
  for (const { name, job } of programs(PROJECT, permissions, blobs)) {
    const { verdict, message, stdout } = await engine.execute(job, () => undefined, new AbortController().signal)
    process.stderr.write(`${verdict === 'passed' ? '' : `${verdict} (${message}) ${stdout} `}${name}\n`)
    if (engine.isolation().mode !== 'isolated') throw new Error(`jobs are not isolated here: ${engine.isolation().reason}`)
    if (verdict !== 'passed') process.exitCode = 1
  }
  await engine.close()
}

async function trace(permissions: readonly Permission[]): Promise<Calls> {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-trace-'))
  try {
    chmodSync(folder, 0o755) // what is traced runs as another account
    const output = join(folder, 'calls')
    const tsx = join(PROJECT, 'node_modules', 'tsx', 'dist', 'cli.mjs')
    const traced = [process.execPath, tsx, fileURLToPath(import.meta.url), 'programs', openProject(folder), ...permissions]
    const options = ['-f', '--decode-pids=pidns', '-e', 'signal=none', '-s', '80', '-o', output]
    const { status } = spawnSync('strace', [...options, ...traced], { stdio: ['ignore', 'inherit', 'inherit'] })
    if (status !== 0) throw new Error('a traced program did not pass')
    const lines: string[] = []
    for await (const line of createInterface({ input: createReadStream(output) })) lines.push(line)
    return readTrace(lines)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Names that seccomp.py refuses: a failed attempt at one of them is no sign that a program needs it. */
function refusedNames(): ReadonlySet<string> {
  const print = 'import seccomp; print(*seccomp.NEVER, *seccomp.REFUSED.values())'
  return new Set(
    execFileSync('python3', ['-B', '-c', print], { cwd: join(PROJECT, 'runtime'), encoding: 'utf8' })
      .trim()
      .split(' '),
  )
}

async function main(args: readonly string[]): Promise<void> {
  const [command, ...rest] = args
  const [project] = rest
  if (command === 'programs' && project !== undefined)
    return runPrograms(
      project,
      PERMISSIONS.filter((permission) => rest.includes(permission)),
    )
  const refused = refusedNames()
  const traces = new Map<string, Calls>()
  for (const permissions of [[], ...PERMISSIONS.map((each) => [each])]) traces.set(permissions.join(), await trace(permissions))
  const needed = (role: string, permission = ''): ReadonlySet<string> => {
    const calls = [...(traces.get(permission)?.get(role) ?? [])]
    for (const [name, succeeded] of calls)
      if (refused.has(name) && !succeeded) process.stderr.write(`${role} ${permission}: ${name} failed\n`)
    return new Set(calls.filter(([name, succeeded]) => name !== 'clone3' && (succeeded || !refused.has(name))).map(([name]) => name))
  }
  const roles = ['python', 'data', 'torch'] as const
  const anyRole = (permission: Permission) => new Set(roles.flatMap((role) => [...needed(role, permission)]))
  const seen: Seen = {
    candidates: { python: needed('python'), data: needed('data'), torch: needed('torch') },
    permissions: { spawn: anyRole('spawn'), loopback: anyRole('loopback'), compile: anyRole('compile') },
    judge: new Set(['', ...PERMISSIONS].flatMap((permission) => [...needed('judge', permission)])),
  }
  const lists = listsOf(seen)
  if (!args.includes('--dry')) writeLists(FOLDER, lists)
  for (const [name, calls] of Object.entries(lists)) process.stdout.write(`${name}: ${calls.size} calls\n`)
}

await main(process.argv.slice(2))
