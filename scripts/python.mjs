// The Python environment under .python/. Run as a program it installs while the server is already up; .setup/python.json tells how far it is.
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ask, run } from './command.mjs'
import { main, SetupError, step } from './progress.mjs'
import { hashOf, PROJECT, PYTHON, readJson, requireRoom, SETUP, writeJson } from './project.mjs'
import { requireAll, systemPackages } from './system.mjs'

/** PyTorch's own index of CPU builds: taken only where the default resolution would bring NVIDIA's packages. */
const CPU_INDEX = 'https://download.pytorch.org/whl/cpu'
const REQUIREMENTS = join(PROJECT, 'runtime', 'requirements.txt')
const STATE = join(SETUP, 'python.json')
const LOCK = join(SETUP, 'python.lock')
const python = join(PYTHON, 'bin', 'python')

/** Makes the environment be there and match the pinned requirements. Safe to call twice at once: the second waits for the first. */
export async function pythonEnvironment() {
  try {
    await provide()
  } catch (error) {
    tell({ state: 'failed', message: error.message, progress: 0, fix: error.fix ?? 'Run `npm start` again.' })
    throw error
  }
}

async function provide() {
  const interpreter = await findInterpreter()
  const key = hashOf([REQUIREMENTS], interpreter.version, interpreter.path)
  if (isReady(key)) return tell({ state: 'ready', message: '', progress: 1 })
  await withLock(async () => {
    if (isReady(key)) return
    const progress = step('Python packages')
    const report = (message, fraction) => {
      progress.update(`${message}, ${Math.round(fraction * 100)} %,`)
      tell({ state: 'installing', message, progress: fraction })
    }
    try {
      await install(interpreter, report)
      writeJson(join(PYTHON, 'onsite.json'), { key })
      progress.done()
    } catch (error) {
      progress.fail()
      throw error
    }
  })
  tell({ state: 'ready', message: '', progress: 1 })
}

function isReady(key) {
  return readJson(join(PYTHON, 'onsite.json'))?.key === key && existsSync(python)
}

async function findInterpreter() {
  const found = () => {
    for (const name of ['python3', 'python3.13', 'python3.12', 'python3.11']) {
      const answer = ask(name, ['-c', 'import sys; print(sys.version_info[0], sys.version_info[1], sys.executable)'])
      const [major, minor, ...path] = answer?.split(' ') ?? []
      if (Number(major) === 3 && Number(minor) >= 11) return { version: `${major}.${minor}`, path: path.join(' ') }
    }
    return undefined
  }
  const complete = (interpreter) => interpreter !== undefined && ask(interpreter.path, ['-c', 'import ensurepip, venv']) !== undefined
  if (complete(found())) return found()
  const missing = await systemPackages(['python3', 'python3-venv'])
  const interpreter = found()
  if (complete(interpreter)) return interpreter
  if (ask('python3', ['--version']) === undefined || interpreter !== undefined) requireAll(missing)
  throw new SetupError(
    `Onsite needs Python 3.11 or newer; \`python3\` here is ${ask('python3', ['--version']) ?? 'missing'}.`,
    'Install Python 3.11 or newer, then run the same command again.',
  )
}

async function install(interpreter, report) {
  requireRoom(2500, 'The Python environment')
  report('making the environment', 0.01)
  rmSync(PYTHON, { recursive: true, force: true, maxRetries: 5 })
  await must(run(interpreter.path, ['-m', 'venv', PYTHON]), 'The Python environment could not be made')
  report('resolving versions', 0.03)
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input']
  const plan = join(SETUP, 'resolution.json')
  await must(
    run(python, [...pip, '--quiet', '--dry-run', '--report', plan, '-r', REQUIREMENTS]),
    'pip could not resolve the pinned requirements',
  )
  const packages = (readJson(plan)?.install ?? []).map((entry) => entry.metadata.name)
  // Each package is collected once: the count is the progress. PyTorch is most of the bytes, hence the last half.
  let collected = 0
  const onLine = (line) => {
    if (/^Collecting /.test(line)) collected += 1
    if (/^(Collecting|Downloading|Using cached|Processing|Installing)/.test(line.trim())) {
      const fraction = /^Installing collected/.test(line) ? 0.6 : 0.05 + (0.5 * collected) / Math.max(1, packages.length)
      report(
        line
          .trim()
          .replace(/\s*\(.*$/, '')
          .slice(0, 48),
        Math.min(0.9, fraction),
      )
    }
  }
  if (packages.some((name) => name.toLowerCase().startsWith('nvidia'))) {
    const torch = readFileSync(REQUIREMENTS, 'utf8').match(/^torch==\S+/m)?.[0]
    await must(run(python, [...pip, '--index-url', CPU_INDEX, torch], { onLine }), "PyTorch's CPU build could not be installed")
  }
  await must(run(python, [...pip, '-r', REQUIREMENTS], { onLine }), 'pip could not install the pinned requirements')
  report('trying every package', 0.95)
  const probe =
    'import numpy, pandas, scipy, sklearn, torch; assert torch.version.cuda is None, f"torch {torch.__version__} is a CUDA build"'
  await must(run(python, ['-c', probe], { env: { ...process.env, OMP_NUM_THREADS: '1' } }), 'The installed packages do not work')
}

async function must(running, what) {
  const { code, output } = await running
  if (code === 0) return
  const full = /No space left on device|Errno 28/.test(output)
  throw new SetupError(
    `${what}${
      full
        ? ': the disk is full'
        : `:\n${output
            .split('\n')
            .filter((line) => !/^WARNING/.test(line))
            .slice(-6)
            .join('\n')}`
    }`,
    full
      ? 'Make about 2.5 GB of room, then run `npm start` again.'
      : 'Check the network, then run `npm start` again: an unfinished install is redone from the beginning.',
  )
}

async function withLock(work) {
  mkdirSync(SETUP, { recursive: true })
  for (;;) {
    try {
      const handle = openSync(LOCK, 'wx')
      writeFileSync(handle, String(process.pid))
      closeSync(handle)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const holder = Number(readFileSync(LOCK, 'utf8'))
      if (holder > 0 && alive(holder)) await new Promise((resolve) => setTimeout(resolve, 500))
      else rmSync(LOCK, { force: true })
    }
  }
  try {
    await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function tell(state) {
  // Written aside and moved into place: the server never reads half a file.
  writeJson(`${STATE}.new`, state)
  renameSync(`${STATE}.new`, STATE)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(pythonEnvironment)
