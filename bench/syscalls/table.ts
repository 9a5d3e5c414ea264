import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PERMISSIONS, type Permission, type PythonRuntime } from '../../src/domain/runtime.ts'
import { withTheirKind } from './kinds.ts'

/** What a list stands for, told at its head. */
const HEADS: Readonly<Record<string, string>> = {
  python: 'What a job of the runtime `python` may call',
  data: 'What a job of the runtime `data` may call beyond python.txt',
  torch: 'What a job of the runtime `torch` may call beyond python.txt and data.txt',
  judge: 'What a judge may call',
  spawn: 'What the permission `spawn` adds',
  loopback: 'What the permission `loopback` adds',
  compile: 'What the permission `compile` adds',
}

/** What a permission is for; a trace made while it is still refused does not show it. */
const GIVES: Readonly<Record<Permission, readonly string[]>> = { spawn: ['execve'], loopback: [], compile: ['execve'] }

/** Calls seen behind the walls. */
export interface Seen {
  readonly candidates: Readonly<Record<PythonRuntime, ReadonlySet<string>>>
  readonly permissions: Readonly<Record<Permission, ReadonlySet<string>>>
  readonly judge: ReadonlySet<string>
}

/** The lists of a job's allowed calls, by name: each call with the reason, without what the lists that it adds to have. */
export function listsOf({ candidates, permissions, judge }: Seen): Readonly<Record<string, ReadonlyMap<string, string>>> {
  const python = withTheirKind(candidates.python)
  const data = without(withTheirKind(candidates.data), python)
  const torch = without(withTheirKind(candidates.torch), python, data)
  const added = PERMISSIONS.map((name) => {
    const calls = withTheirKind([...permissions[name], ...GIVES[name]])
    return [name, without(calls, python, data, torch)] as const
  })
  return { python, data, torch, judge: withTheirKind(judge), ...Object.fromEntries(added) }
}

function without(calls: ReadonlyMap<string, string>, ...others: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, string> {
  return new Map([...calls].filter(([name]) => !others.some((other) => other.has(name))))
}

export function writeLists(folder: string, lists: Readonly<Record<string, ReadonlyMap<string, string>>>): void {
  for (const [name, calls] of Object.entries(lists)) {
    const head = `# ${HEADS[name]}: \`seen\` in traced programs, or \`as\` one that was.\n# Written by bench/syscalls/main.ts; add a program that needs a call, not the call.\n`
    const width = Math.max(0, ...[...calls.keys()].map(({ length }) => length))
    const rows = [...calls].sort(([a], [b]) => (a < b ? -1 : 1)).map(([call, why]) => `${call.padEnd(width)} ${why}\n`)
    writeFileSync(join(folder, `${name}.txt`), head + rows.join(''))
  }
}
