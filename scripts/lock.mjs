// `node scripts/lock.mjs`, after dependencies changed: names in package-lock.json the builds for other machines, which npm leaves out
// where a registry mirror does not carry them. `npm ci` refuses a lock file without them, everywhere.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './project.mjs'

const SYSTEMS = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix']
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'loong64', 'wasm32']

const file = join(PROJECT, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (above(path).some((folder) => lock.packages[`${folder}node_modules/${name}`] !== undefined)) continue
    const words = name.split(/[/-]/)
    const cpu =
      words.includes('eabi') || words.some((word) => /eabihf$/.test(word)) ? ['arm'] : words.filter((word) => PROCESSORS.includes(word))
    const os = words.filter((word) => SYSTEMS.includes(word))
    const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : undefined
    if (cpu.length + os.length === 0) throw new Error(`${name}: for which machine is it? Its name does not say.`)
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      cpu,
      dev: entry.dev,
      libc,
      optional: true,
      os: os.length > 0 ? os : undefined,
    }
    console.log(`+ ${name}`)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)

/** The folders in which Node looks for a package's dependency, nearest first. */
function above(path) {
  const nearest = path === '' ? '' : `${path}/`
  const cut = path.lastIndexOf('/node_modules/')
  return path === '' ? [''] : [nearest, ...above(cut < 0 ? '' : path.slice(0, cut))]
}
