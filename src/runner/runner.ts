import type { Engine } from '../domain/engine.ts'
import type { Blobs, Runner } from '../domain/runner.ts'
import type { JobRuntime } from '../domain/runtime.ts'
import type { Probe } from './probe/probe.ts'

/** All engines behind one door. Each runtime belongs to one engine; none missing. */
export function createRunner(engines: readonly Engine[], blobs: Blobs, probe: Probe): Runner {
  const byRuntime = new Map(engines.flatMap((engine) => engine.runtimes.map((runtime) => [runtime, engine] as const)))
  function engineOf(runtime: JobRuntime): Engine {
    const engine = byRuntime.get(runtime)
    if (engine === undefined) throw new Error(`No engine runs ${runtime}`)
    return engine
  }
  return {
    blobs,
    state: (runtime) => engineOf(runtime).state(runtime),
    isolation: () => probe.isolation(),
    probe: (options, signal) => probe.run(options, signal),
    warm: (runtime) => engineOf(runtime).warm(runtime),
    execute: (job, onEvent, signal, submitter) => engineOf(job.runtime).execute(job, onEvent, signal, submitter),
    async close() {
      await Promise.all(engines.map((engine) => engine.close()))
    },
  }
}
