import { readdirSync, readFileSync } from 'node:fs'

/** Linux tells processes' times in these, whatever the kernel's own clock is. */
const TICK_MS = 10

/** CPU time so far, ms, of this process and of everything that it started, alive or ended; undefined where the system does not tell. */
export interface CpuClock {
  /** Milliseconds since `start`. */
  stop(): number | undefined
}

/**
 * Starts counting. One count is off by up to some ticks of 10 ms in either direction; their mean over many is not.
 * Processes that end without being waited for by their parent are not in it.
 */
export function startCpuClock(): CpuClock {
  const othersBefore = othersMs()
  const before = process.cpuUsage()
  return {
    stop() {
      const { user, system } = process.cpuUsage(before)
      const others = othersMs()
      return others === undefined || othersBefore === undefined ? undefined : (user + system) / 1000 + others - othersBefore
    },
  }
}

interface Entry {
  readonly parent: number
  /** Its own time and that of the children it has waited for, in ticks. */
  readonly own: number
  readonly waited: number
}

/** Of all processes below this one, and of its children that have ended. */
function othersMs(): number | undefined {
  const entries = readEntries()
  const self = entries?.get(process.pid)
  if (entries === undefined || self === undefined) return undefined
  const children = new Map<number, number[]>()
  for (const [pid, { parent }] of entries) children.set(parent, [...(children.get(parent) ?? []), pid])
  const below = (pid: number): number =>
    (children.get(pid) ?? []).reduce((sum, child) => {
      const entry = entries.get(child)
      return sum + (entry === undefined ? 0 : entry.own + entry.waited) + below(child)
    }, 0)
  return (self.waited + below(process.pid)) * TICK_MS
}

function readEntries(): ReadonlyMap<number, Entry> | undefined {
  if (process.platform !== 'linux') return undefined
  const entries = new Map<number, Entry>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      // proc_pid_stat(5): after the name in brackets come state, parent, ... and as 12th to 15th utime, stime, cutime, cstime.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
        .map(Number)
      const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15)
      entries.set(Number(name), { parent: fields[1] ?? 0, own: utime + stime, waited: cutime + cstime })
    } catch {
      // It ended while we looked.
    }
  }
  return entries
}
