import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  fsyncSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { UserError } from '../domain/user-error.ts'
import type { Account } from '../host/account.ts'
import { launch } from '../host/launch.ts'
import { programPath } from '../host/this-machine.ts'
import { type Binaries, POSTGRES_MAJOR } from './binaries.ts'
import { diskError } from './disk-error.ts'
import { isAlive } from './postmaster.ts'

/** The name of the superuser of every cluster that Onsite makes. */
export const SUPERUSER = 'onsite'

/** What a cluster is made of. Its folder holds `data`, the superuser's `password`, the `log` and the socket. */
export interface ClusterFolder {
  readonly folder: string
  readonly binaries: Binaries
  readonly account: Account
  /** False for what may be lost: nothing waits for the disk. */
  readonly durable: boolean
  /** Drawn once, when the cluster is made. */
  readonly newPassword: () => string
}

/**
 * Makes the cluster unless it is there. It is made beside its place and then moved there in one step, so that a killed
 * first start leaves nothing half made, and of two processes that start at once one makes it and the other finds it.
 * Throws UserError where the folder is someone else's, from another PostgreSQL, or the disk is full.
 */
export async function ensureFolder(cluster: ClusterFolder): Promise<void> {
  const { folder, account } = cluster
  sweepUnfinished(folder)
  if (!isEmpty(folder)) return requireOurs(folder, account)
  let making: string | undefined
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
    making = mkdtempSync(`${folder}.new-${process.pid}-`)
    writeFileSync(join(making, 'password'), cluster.newPassword(), { mode: 0o600 })
    if (account.dedicated) for (const path of [making, join(making, 'password')]) chownSync(path, account.uid, account.gid)
    await initialise(cluster, making)
    moveInto(making, folder, cluster.durable)
  } catch (error) {
    throw diskError(error, folder) ?? error
  } finally {
    if (making !== undefined) rmSync(making, { recursive: true, force: true })
  }
  requireOurs(folder, account)
}

async function initialise({ binaries, account, durable }: ClusterFolder, making: string): Promise<void> {
  const child = launch({
    command: binaries.initdb,
    args: [
      `--pgdata=${join(making, 'data')}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${join(making, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Built into PostgreSQL: text sorts the same on every machine.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync', '--no-data-checksums']),
    ],
    account,
    folders: [binaries.folder, making],
    named: true,
    env: { LC_ALL: 'C', PATH: programPath() },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [stderr, [code, signal]] = await Promise.all([text(child.stderr as Readable), once(child, 'close')])
  if (code === 0) return
  throw new Error(`initdb ended with ${signal ?? code}: ${stderr.trim()}`)
}

/** Another process may have put its own there meanwhile: then that one stands. */
function moveInto(making: string, folder: string, durable: boolean): void {
  try {
    renameSync(making, folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
    return
  }
  if (!durable || process.platform === 'win32') return
  for (const path of [folder, dirname(folder)]) {
    const handle = openSync(path, 'r')
    fsyncSync(handle)
    closeSync(handle)
  }
}

function requireOurs(folder: string, account: Account): void {
  const version = versionOf(folder)
  if (version === undefined) {
    throw new UserError('This folder is not a database of Onsite.', {
      where: folder,
      fix: 'Move its content elsewhere, or set ONSITE_HOME to another folder.',
    })
  }
  if (version !== `${POSTGRES_MAJOR}`) {
    throw new UserError(`This database was made by PostgreSQL ${version}; this Onsite has PostgreSQL ${POSTGRES_MAJOR}.`, {
      where: folder,
      fix: 'Run `onsite export` with the Onsite that made it, move the folder elsewhere, start this Onsite and run `onsite import`.',
    })
  }
  const { uid } = statSync(join(folder, 'data'))
  if (process.platform === 'win32' || uid === account.uid) return
  throw new UserError(`This database belongs to the account ${uid}, and Onsite would run it as ${account.uid}.`, {
    where: folder,
    fix: `Start Onsite as the same user as before, or give the folder away: chown -R ${account.uid}:${account.gid} ${folder}`,
  })
}

function versionOf(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'data', 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new UserError(`The database can not be read: ${message}`, {
      where: folder,
      fix: 'Start Onsite as the user who owns this folder.',
    })
  }
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return true
    throw new UserError(`The database's folder can not be read: ${message}`, {
      where: folder,
      fix: 'Set ONSITE_HOME to a folder of yours.',
    })
  }
}

/** Removes what first starts left behind when they were killed. */
function sweepUnfinished(folder: string): void {
  if (!existsSync(dirname(folder))) return
  const prefix = `${basename(folder)}.new-`
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue
    rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
}
