import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { RuntimeState } from '../../domain/engine.ts'
import type { JobRuntime } from '../../domain/runtime.ts'

/** Where a Python interpreter and what it needs lie on the disk. */
export interface PythonEnvironment {
  /** The virtual environment's interpreter. */
  readonly python: string
  /** The virtual environment. */
  readonly folder: string
  /** The installation it was made from; `path` is where the environment looks for it, `real` where it is. */
  readonly base: { readonly path: string; readonly real: string }
}

/** What the set-up says of itself in `.setup/python.json`. */
const setup = z.object({
  state: z.enum(['installing', 'ready', 'failed']),
  message: z.string().default(''),
  progress: z.number().min(0).max(1).default(0),
  fix: z.string().optional(),
})

const FIX = 'Run: npm start'

/** Whether the packages of a runtime are there. Undefined when they are: the engine then knows the rest. */
export function missing(project: string, runtime: JobRuntime): RuntimeState | undefined {
  const found = findEnvironment(project)
  const told = readSetup(project)
  if (told === undefined) {
    return found === undefined ? { state: 'unavailable', message: 'Python is not set up yet.', fix: FIX } : undefined
  }
  // The standard library is there from the first minute of the set-up.
  if (runtime === 'python' && found !== undefined) return undefined
  if (told.state === 'installing') return { state: 'installing', message: told.message, progress: told.progress }
  if (told.state === 'failed') return { state: 'unavailable', message: told.message, fix: told.fix ?? FIX }
  return found === undefined ? { state: 'unavailable', message: 'The Python environment has gone.', fix: FIX } : undefined
}

/** The environment under the project folder, or undefined when it is not there or its interpreter has gone. */
export function findEnvironment(project: string): PythonEnvironment | undefined {
  const folder = join(project, '.python')
  const python = join(folder, 'bin', 'python')
  try {
    const real = realpathSync(python)
    const home = /^home\s*=\s*(.+)$/m.exec(readFileSync(join(folder, 'pyvenv.cfg'), 'utf8'))?.[1]?.trim()
    return { python, folder, base: { path: dirname(home ?? dirname(real)), real: dirname(dirname(real)) } }
  } catch {
    return undefined
  }
}

function readSetup(project: string) {
  try {
    return setup.parse(JSON.parse(readFileSync(join(project, '.setup', 'python.json'), 'utf8')))
  } catch {
    return undefined
  }
}
