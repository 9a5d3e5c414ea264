import { readFileSync } from 'node:fs'

/** CPU time that a process has used since its start, ms, or undefined where the system does not tell (only Linux does). */
export function cpuMsOf(pid: number): number | undefined {
  try {
    // The first field is the time on a CPU in nanoseconds.
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return undefined
  }
}
