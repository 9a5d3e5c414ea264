import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from '../../host/account.ts'

const NAME = /^onsite-socket-(\d+)-/

/** Makes the folder of a zygote's socket, named for this process; removes those that a process left that has ended. */
export function makeSocketFolder(scratch: string, account: Account): string {
  for (const name of readdirSync(scratch)) {
    const owner = NAME.exec(name)?.[1]
    if (owner !== undefined && !isAlive(Number(owner))) remove(join(scratch, name))
  }
  const folder = mkdtempSync(join(scratch, `onsite-socket-${process.pid}-`))
  if (account.dedicated) chownSync(folder, account.uid, account.gid)
  return folder
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // Another account's: theirs to remove.
  }
}
