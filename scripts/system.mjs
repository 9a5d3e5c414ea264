import { existsSync } from 'node:fs'
import { ask, run } from './command.mjs'
import { step, SetupError } from './progress.mjs'

/** Programs that come from the system, and the Debian package of each. */
const PROGRAMS = {
  bubblewrap: { there: () => ask('bwrap', ['--version']) !== undefined, why: 'It walls off the code that you run.' },
  chromium: { there: () => existsSync('/usr/bin/chromium'), why: 'The tests drive the pages in it.' },
  'python3-venv': {
    there: () => ask('python3', ['-c', 'import ensurepip, venv']) !== undefined,
    why: 'Exercises run in a Python environment of their own.',
  },
  python3: { there: () => ask('python3', ['--version']) !== undefined, why: 'Exercises are written in Python.' },
}

/** Installs what is missing where this account may (root on Debian or Ubuntu). Returns what is still missing, with the command that mends it. */
export async function systemPackages(names) {
  if (process.platform !== 'linux')
    return names.filter((name) => name.startsWith('python3') && !PROGRAMS[name].there()).map((name) => missing(name))
  const absent = names.filter((name) => !PROGRAMS[name].there())
  if (absent.length === 0) return []
  if (process.getuid?.() !== 0 || ask('apt-get', ['--version']) === undefined) return absent.map(missing)
  const progress = step(`System packages: ${absent.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const onLine = (line) => progress.update(`${line.slice(0, 60)},`)
  await run('apt-get', ['update', '-q'], { env, onLine })
  const result = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...absent], { env, onLine })
  if (result.code === 0) progress.done()
  else progress.fail(`System packages: ${result.output.split('\n').at(-1)}`)
  return absent.filter((name) => !PROGRAMS[name].there()).map(missing)
}

function missing(name) {
  return {
    name,
    why: PROGRAMS[name].why,
    command: process.platform === 'linux' ? `sudo apt-get install ${name}` : 'install Python 3.11 or newer from python.org',
  }
}

/** Says what is missing, one sentence each. */
export function sayMissing(list) {
  for (const { name, why, command } of list) console.log(`! ${name} is missing. ${why} Mend it with: ${command}`)
}

/** Throws SetupError when anything is missing. */
export function requireAll(list) {
  if (list.length === 0) return
  throw new SetupError(
    list.map(({ name, why }) => `${name} is missing. ${why}`).join('\n'),
    list.map(({ command }) => command).join('\n→ '),
  )
}
