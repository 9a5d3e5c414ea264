import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { UserError } from '../domain/user-error.ts'
import type { Account } from './account.ts'

/** A program to start as an account that may have fewer rights than we have. */
export interface Launch {
  /** Absolute path, or a name on PATH. */
  readonly command: string
  readonly args: readonly string[]
  readonly account: Account
  /**
   * Absolute paths of existing folders that the program must reach. Each is visible to it at this same path,
   * even inside a home that only root may enter. Their own modes still hold: what it writes to must be its own.
   */
  readonly folders: readonly string[]
  /** True for programs that look up their own user (initdb does): the account then has an entry in /etc/passwd. */
  readonly named?: boolean
  readonly env: Readonly<Record<string, string>>
  /** Default `/`. */
  readonly cwd?: string
  readonly stdio?: StdioOptions
  readonly detached?: boolean
}

/**
 * Starts a program; the process returned is the program itself, so its signals and exit are the program's.
 * Throws UserError where root may not make the private view of the disk that the account needs.
 */
export function launch(launch: Launch): ChildProcess {
  const { command, args, account, env, stdio = 'pipe', detached = false, cwd = '/' } = launch
  const options = { env: { ...env }, stdio, detached, cwd }
  if (!account.dedicated) return spawn(command, [...args], options)

  const folders = [...new Set(launch.folders.map((folder) => realpathSync(folder)))].sort((a, b) => a.length - b.length)
  for (const folder of folders) requireReadable(folder, account)
  const hidden = folders.filter((folder) => closedAncestor(folder, account) !== undefined)
  const unknown = launch.named === true && !hasName(account)
  if (hidden.length === 0 && !unknown) return spawn(command, [...args], { ...options, uid: account.uid, gid: account.gid })

  requirePrivateMounts()
  const script = viewScript(hidden, account, unknown)
  const privileges = ['--reuid', `${account.uid}`, '--regid', `${account.gid}`, '--clear-groups', '--']
  return spawn(
    'unshare',
    ['--mount', '--propagation', 'private', '--', 'sh', '-c', script, 'onsite-launch', 'setpriv', ...privileges, command, ...args],
    options,
  )
}

/**
 * Shell commands that give a private mount namespace its view: each folder that others may not enter is covered by an
 * empty one that they may, and what the program needs is put back at its own path. Nothing changes outside the namespace.
 */
function viewScript(hidden: readonly string[], account: Account, unknown: boolean): string {
  const stage = mkdtempSync(join(tmpdir(), 'onsite-view-'))
  const covered = [...new Set(hidden.map((folder) => closedAncestor(folder, account) ?? folder))]
  const roots = covered.filter((folder) => !covered.some((other) => other !== folder && isInside(folder, other)))
  const empty = (path: string) => `mount -t tmpfs -o mode=0755,size=1m onsite ${quoted(path)}`
  const lines = [
    'set -e',
    'umask 022',
    empty(stage),
    ...hidden.map(
      (folder, place) => `mkdir ${quoted(`${stage}/${place}`)}; mount --rbind ${quoted(folder)} ${quoted(`${stage}/${place}`)}`,
    ),
    ...roots.map(empty),
    ...hidden.map((folder, place) => `mkdir -p ${quoted(folder)}; mount --move ${quoted(`${stage}/${place}`)} ${quoted(folder)}`),
  ]
  if (unknown) {
    const passwd = quoted(`${stage}/passwd`)
    lines.push(
      `{ cat /etc/passwd; echo 'onsite:x:${account.uid}:${account.gid}::/:/bin/false'; } > ${passwd}`,
      `mount --bind ${passwd} /etc/passwd`,
    )
  }
  lines.push(`umount -l ${quoted(stage)}`, `rmdir ${quoted(stage)}`, 'exec "$@"')
  return lines.join('\n')
}

/** The outermost folder above `path` that the account may not enter. */
function closedAncestor(path: string, account: Account): string | undefined {
  const parts = dirname(path).split(sep)
  for (let count = 2; count <= parts.length; count++) {
    const ancestor = parts.slice(0, count).join(sep)
    if (!mayEnter(ancestor, account)) return ancestor
  }
  return undefined
}

function mayEnter(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

function requireReadable(folder: string, account: Account): void {
  if (mayEnter(folder, account)) return
  throw new UserError(`The unprivileged account ${account.uid} may not read this folder, and Onsite does not run it as root.`, {
    where: folder,
    fix: `Run: chmod -R go+rX ${folder}`,
  })
}

function hasName(account: Account): boolean {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .some((line) => line.split(':')[2] === `${account.uid}`)
}

function requirePrivateMounts(): void {
  const probe = spawnSync('unshare', ['--mount', '--propagation', 'private', '--', 'setpriv', '--version'], { encoding: 'utf8' })
  if (probe.status === 0) return
  throw new UserError(
    `Running as root, Onsite needs a private view of the disk for its unprivileged account, and the system refuses one: ${probe.error?.message ?? probe.stderr.trim()}`,
    { where: 'unshare --mount', fix: 'Run Onsite as an ordinary user from a folder of theirs.' },
  )
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
