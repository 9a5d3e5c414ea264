import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { PythonEnvironment } from './environment.ts'

/** What a zygote must see of the disk; everything else is not there. */
export interface Sandbox {
  readonly environment: PythonEnvironment
  /** Onsite's `runtime/`. */
  readonly programs: string
  /** Folder of the zygote's socket: the zygote writes there, its jobs do not have it. */
  readonly socketFolder: string
}

const SYSTEM = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/etc/ld.so.cache', '/etc/alternatives']
const DEVICES = ['/dev/null', '/dev/zero', '/dev/full', '/dev/random', '/dev/urandom']

/** Read-only paths that both a zygote and its jobs have, source before target. */
export function readOnlyPaths({ environment, programs }: Sandbox): readonly (readonly [string, string])[] {
  const { base, folder } = environment
  const system = SYSTEM.filter((path) => existsSync(path)).map((path) => [path, path] as const)
  const own = [
    [base.real, base.real],
    [base.real, base.path],
    [folder, folder],
    [programs, programs],
  ] as const
  const inSystem = (path: string) => path === '/usr' || path.startsWith('/usr/')
  const targets = new Set<string>()
  return [
    ...system,
    ...own.filter(([, target]) => {
      const wanted = !inSystem(target) && !targets.has(target)
      targets.add(target)
      return wanted
    }),
  ]
}

export const DEVICE_PATHS: readonly string[] = DEVICES

/**
 * Arguments of bubblewrap around a zygote. The zygote keeps CAP_SYS_ADMIN over its own user namespace, so that it can give
 * each job a pid namespace; `--dev` would take that away again, so devices are bound one by one.
 */
export function bubblewrapArguments(sandbox: Sandbox, env: Readonly<Record<string, string>>): readonly string[] {
  const binds = readOnlyPaths(sandbox).flatMap(([source, target]) => ['--ro-bind', source, target])
  return [
    '--unshare-user',
    '--unshare-pid',
    '--unshare-net',
    '--unshare-ipc',
    '--unshare-uts',
    '--unshare-cgroup-try',
    '--die-with-parent',
    '--new-session',
    '--cap-drop',
    'ALL',
    '--cap-add',
    'CAP_SYS_ADMIN',
    '--hostname',
    'onsite',
    '--clearenv',
    ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
    '--proc',
    '/proc',
    '--dir',
    '/dev',
    ...DEVICES.flatMap((path) => ['--dev-bind', path, path]),
    '--tmpfs',
    '/tmp',
    '--dir',
    '/run/root',
    ...binds,
    '--bind',
    sandbox.socketFolder,
    sandbox.socketFolder,
    '--chdir',
    '/',
    '--',
  ]
}

/** Folders that the account must be able to reach. */
export function neededFolders({ environment, programs, socketFolder }: Sandbox): readonly string[] {
  const { base, folder } = environment
  const usr = base.real === '/usr' || base.real.startsWith('/usr/')
  return [
    folder,
    programs,
    socketFolder,
    ...(usr ? [] : [base.real]),
    ...(existsSync(base.path) && !usr ? [dirname(`${base.path}/.`)] : []),
  ]
}
