import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RuntimeState } from '../../domain/engine.ts'
import type { Job, JobEvent, JobResult } from '../../domain/job.ts'
import type { Blobs } from '../../domain/runner.ts'
import type { JobRuntime } from '../../domain/runtime.ts'
import { UserError } from '../../domain/user-error.ts'
import { asksForPlainProcesses, ownAccount, programPath } from '../../host/this-machine.ts'
import { notRun, queueFull } from '../not-run.ts'
import { createQueue, PLACES } from '../queue.ts'
import type { IsolatingEngine } from '../isolating-engine.ts'
import { findEnvironment, missing } from './environment.ts'
import { grade } from './grade.ts'
import { run } from './run.ts'
import { LIFETIME, type Lifetime, type Warm, createWarm } from './warm.ts'
import { ZygoteFailed } from './zygote.ts'

export interface PythonEngineOptions {
  /** Folder of Onsite itself: its `runtime/` and `.python/`. */
  readonly project: string
  readonly blobs: Blobs
  /** Where bubblewrap is looked for; default this program's PATH. */
  readonly path?: string
  /** Jobs at once; default one a core. */
  readonly slots?: number
  /** Where sockets lie; default the system's folder for temporary files. */
  readonly scratch?: string
  readonly platform?: NodeJS.Platform
  /** True for plain processes even where there could be walls; default as ONSITE_ISOLATION says. */
  readonly plain?: boolean
  /** After how much a warm interpreter is replaced by a fresh one. */
  readonly lifetime?: Lifetime
}

const PYTHON_RUNTIMES = ['python', 'data', 'torch'] as const
type PythonRuntime = (typeof PYTHON_RUNTIMES)[number]

/** Runs and grades Python in forks of warm interpreters, which start at a runtime's first job. */
export function createPythonEngine({
  project,
  blobs,
  path = programPath(),
  slots = availableParallelism(),
  scratch = tmpdir(),
  platform = process.platform,
  plain = asksForPlainProcesses(),
  lifetime = LIFETIME,
}: PythonEngineOptions): IsolatingEngine {
  const queue = createQueue({ slots: Math.max(1, slots), ...PLACES })
  const own = ownAccount()
  // Its own account beside that of the learner's data and that of SQL exercises: code that broke out could not read them.
  const account = own.dedicated ? { ...own, uid: own.uid + 2, gid: own.gid + 2 } : own
  const warm: Warm = createWarm({
    account,
    programs: join(project, 'runtime'),
    environment: () => findEnvironment(project),
    path,
    scratch,
    platform,
    plain,
    lifetime,
  })

  function stateOf(runtime: JobRuntime): RuntimeState {
    return missing(project, runtime) ?? warm.state(pythonRuntime(runtime))
  }

  async function execute(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal, submitter?: string): Promise<JobResult> {
    let leave: (() => void) | undefined
    try {
      leave = await queue.enter(signal, submitter, (ahead) => onEvent({ type: 'waiting', ahead }))
      if (leave === undefined) return queueFull(job)
      const absent = missing(project, job.runtime)
      if (absent !== undefined) return notRun(job, 'not-run', sentence(absent))
      for (let attempt = 1; attempt <= 2; attempt++) {
        // Whatever ended one interpreter may have ended others: let that be seen before another is asked.
        if (attempt > 1) await new Promise((resolve) => setTimeout(resolve, 100))
        const result = await once(job, onEvent, signal)
        if (signal.aborted) break
        if (result !== undefined) return result
      }
      if (signal.aborted) return notRun(job, 'not-run', 'It was cancelled.')
      return notRun(job, 'our-fault', 'The interpreter ended twice while your code was judged. Try again; this is not about your code.')
    } catch (error) {
      if (signal.aborted) return notRun(job, 'not-run', 'It was cancelled.')
      return notRun(job, 'our-fault', faultOf(error))
    } finally {
      leave?.()
    }
  }

  /** Undefined when an interpreter ended under the job, or while it started. */
  async function once(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<JobResult | undefined> {
    try {
      return await executeOnce(job, onEvent, signal)
    } catch (error) {
      if (error instanceof ZygoteFailed && error.reason === 'killed') return undefined
      throw error
    }
  }

  async function executeOnce(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<JobResult | undefined> {
    const runtime = pythonRuntime(job.runtime)
    const world = optional('world.py')
    if (job.kind === 'run') {
      const texts = { source: file('main.py'), input: optional('input.py'), world }
      const candidates = await unlessAborted(warm.candidates(runtime), signal)
      return run(job, texts, candidates.take(job.permissions), onEvent, signal)
    }
    const texts = { source: file('main.py'), tests: file('tests.py'), solution: file('solution.py'), world }
    const fresh = async () => (await warm.candidates(runtime)).take([])
    const pairs = await unlessAborted(warm.pairs(runtime), signal)
    return grade(job, texts, pairs.take(job.permissions), fresh, onEvent, signal)

    function file(name: string): string {
      const hash = job.files[name]
      if (hash === undefined) throw new Error(`the job has no file ${name}`)
      return blobs.get(hash)
    }

    function optional(name: string): string | undefined {
      return job.files[name] === undefined ? undefined : file(name)
    }
  }

  return {
    runtimes: PYTHON_RUNTIMES,
    state: stateOf,
    isolation: () => warm.isolation(),
    async warm(runtime) {
      if (missing(project, runtime) !== undefined) return
      const python = pythonRuntime(runtime)
      await Promise.allSettled([warm.pairs(python)])
    },
    execute,
    close: () => warm.close(),
  }
}

/** Rejects with the signal's reason as soon as it is aborted: an interpreter that starts takes seconds, and starts for the next job too. */
async function unlessAborted<T>(starting: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  let give = () => undefined as void
  const aborted = new Promise<never>((_, reject) => {
    give = () => reject(signal.reason)
    signal.addEventListener('abort', give, { once: true })
  })
  try {
    return await Promise.race([starting, aborted])
  } finally {
    signal.removeEventListener('abort', give)
  }
}

function pythonRuntime(runtime: JobRuntime): PythonRuntime {
  const found = PYTHON_RUNTIMES.find((one) => one === runtime)
  if (found === undefined) throw new Error(`Python does not run ${runtime}`)
  return found
}

function sentence(state: RuntimeState): string {
  if (state.state === 'installing')
    return `Python's packages are still being installed (${Math.round(state.progress * 100)} %): ${state.message}`
  return state.state === 'unavailable' ? `${state.message} ${state.fix}` : ''
}

function faultOf(error: unknown): string {
  if (error instanceof UserError) return `${error.message} ${error.fix}`
  if (error instanceof ZygoteFailed) return `The interpreter did not start: ${error.message}`
  return `Something of ours broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
