/** A process of a trace, by what it did. */
interface Traced {
  parent: Traced | undefined
  /** `judge`, or the runtime of a candidate; undefined for what is neither. */
  role: string | undefined
  /** True from the moment that the filter holds. */
  walled: boolean
  /** Whether it was walled when it was started. */
  born: boolean
  /** Calls that it made behind the filter, and whether any of them succeeded. */
  readonly calls: Map<string, boolean>
}

/** Names of the calls that processes behind a filter made, by role; true where one of them succeeded. */
export type Calls = ReadonlyMap<string, ReadonlyMap<string, boolean>>

const CALL = /^(\d+) +(?:<\.\.\. )?(\w+)(\(| resumed>)(.*)$/
/** Before the name of a call that a process made before it had a filter. */
const FREE = 'free '
const STARTS = new Set(['clone', 'clone3', 'fork', 'vfork'])

/**
 * Reads what `strace -f --decode-pids=pidns` wrote about an engine and all below it. Only what a job does behind its walls
 * counts: the interpreter that it was forked from, and the making of the walls, have no filter.
 */
export function readTrace(lines: Iterable<string>): Calls {
  const processes = new Map<string, Traced>()
  const all = new Set<Traced>()
  const known = (pid: string): Traced => {
    const found = processes.get(pid) ?? { parent: undefined, role: undefined, walled: false, born: false, calls: new Map() }
    processes.set(pid, found)
    all.add(found)
    return found
  }
  const ended = new Map<string, Traced>()
  for (const line of lines) {
    const [, gone] = /^(\d+) +\+\+\+ /.exec(line) ?? []
    if (gone !== undefined) {
      ended.set(gone, known(gone))
      processes.delete(gone)
      continue
    }
    const [, pid, name, how, rest] = CALL.exec(line) ?? []
    if (pid === undefined || name === undefined || rest === undefined) continue
    const process = known(pid)
    const result = / = (-?\d+)(?: \/\* (\d+) in strace's PID NS \*\/)?[^=]*$/.exec(rest)
    if (name === 'execve') process.role = roleOf(rest) ?? process.role
    if (STARTS.has(name) && result !== null && Number(result[1]) > 0) {
      const number = result[2] ?? result[1] ?? ''
      const early = ended.get(number)
      // A child may end before the call that started it has returned; its number may also be that of an older process.
      const child = early !== undefined && early.parent === undefined && !processes.has(number) ? early : known(number)
      child.parent = process
      child.born = process.walled
    }
    const succeeded = how === '(' && rest.includes('<unfinished') ? undefined : result?.[1] !== '-1'
    const key = process.walled ? name : `${FREE}${name}`
    if (name === 'prctl' && rest.includes('PR_SET_SECCOMP') && succeeded !== false) process.walled = true
    else process.calls.set(key, (process.calls.get(key) ?? false) || succeeded === true)
  }
  const calls = new Map<string, Map<string, boolean>>()
  for (const process of all) {
    const role = inherited(process)
    if (role === undefined) continue
    const found = calls.get(role) ?? new Map<string, boolean>()
    calls.set(role, found)
    for (const [call, succeeded] of process.calls) {
      if (call.startsWith(FREE) && !isBornWalled(process)) continue
      const name = call.replace(FREE, '')
      found.set(name, (found.get(name) ?? false) || succeeded)
    }
  }
  return calls
}

/** A child may be seen before the call that started it has returned, so this is asked at the end only. */
function isBornWalled(process: Traced): boolean {
  return process.born || (process.parent !== undefined && isBornWalled(process.parent))
}

function inherited(process: Traced): string | undefined {
  return process.role ?? (process.parent && inherited(process.parent))
}

/** An interpreter's last argument tells what it is. */
function roleOf(execve: string): string | undefined {
  const [, role, runtime] = /zygote\.py", "\{\\"role\\":\\"(\w+)\\",\\"runtime\\":\\"(\w+)\\"/.exec(execve) ?? []
  return role === 'judge' ? 'judge' : runtime
}
