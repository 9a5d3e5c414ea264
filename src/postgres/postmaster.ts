import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A server as its own lock file describes it. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Undefined when it listens on a unix socket only. */
  readonly host: string | undefined
}

/**
 * The server that holds this data folder, or undefined. The lock file outlives a killed server and its process number may
 * be anyone's by now, so where the system tells what a process runs, that must be PostgreSQL on this very folder.
 */
export function findPostmaster(data: string): Postmaster | undefined {
  const lines = linesOf(join(data, 'postmaster.pid'))
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
  const command = commandOf(pid)
  if (command !== undefined && !command.includes(data)) return undefined
  // Lines 4 to 6: port, socket folder, listen address. A server that is still starting has not written them.
  const host = lines[5]?.trim()
  return { pid, port: Number(lines[3] ?? 0), host: host === '' ? undefined : host }
}

/**
 * Lets a server start where the lock file of a dead one names a number that another program has taken over since.
 * Only the number goes: by the rest PostgreSQL still sees whether processes of the dead server are at work on the folder.
 */
export function forgetTakenNumber(data: string): void {
  const lines = linesOf(join(data, 'postmaster.pid'))
  if (lines.length === 0 || findPostmaster(data) !== undefined || !isAlive(Number(lines[0]))) return
  writeFileSync(join(data, 'postmaster.pid'), [NOBODY, ...lines.slice(1)].join('\n'))
}

/** Above the highest process number of any system. */
const NOBODY = 2 ** 30

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The arguments that a process was started with, or undefined where the system does not tell. */
function commandOf(pid: number): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return undefined
  }
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
