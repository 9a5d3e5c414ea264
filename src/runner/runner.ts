import type { Engine } from '../domain/engine.ts'
import type { Blobs, Isolation, Runner } from '../domain/runner.ts'
import type { Runtime } from '../domain/runtime.ts'

/** An engine that runs a learner's programs and knows how well they are walled off. */
export interface IsolatingEngine extends Engine {
  isolation(): Isolation
}

/** All engines behind one door. Each runtime belongs to one engine; none missing. */
export function createRunner(engines: readonly Engine[], blobs: Blobs): Runner {
  const byRuntime = new Map(engines.flatMap((engine) => engine.runtimes.map((runtime) => [runtime, engine] as const)))
  function engineOf(runtime: Runtime): Engine {
    const engine = byRuntime.get(runtime)
    if (engine === undefined) throw new Error(`No engine runs ${runtime}`)
    return engine
  }
  return {
    blobs,
    state: (runtime) => engineOf(runtime).state(runtime),
    isolation: () => engines.find(isIsolating)?.isolation() ?? { mode: 'unknown', reason: 'No engine runs programs.', fix: '' },
    warm: (runtime) => engineOf(runtime).warm(runtime),
    execute: (job, onEvent, signal, submitter) => engineOf(job.runtime).execute(job, onEvent, signal, submitter),
    async close() {
      await Promise.all(engines.map((engine) => engine.close()))
    },
  }
}

function isIsolating(engine: Engine): engine is IsolatingEngine {
  return 'isolation' in engine
}
