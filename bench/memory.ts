import { setTimeout as sleep } from 'node:timers/promises'
import { type Interpreter, findInterpreters } from './processes.ts'
import { smallSubmission } from './judging.ts'
import type { Section } from './section.ts'
import { SMALL } from './small.ts'
import { median } from './statistics.ts'
import { aligned } from './table.ts'
import { withEngines } from './verdicts.ts'

export const memory: Section = {
  name: 'memory',
  about: 'memory of a warm interpreter, of a fork that waits, of a small job',
  async measure({ progress }) {
    const jobs: { readonly kind: string; readonly bytes: number | undefined }[] = []
    const fresh: { readonly kind: string; readonly bytes: number }[] = []
    const interpreters = await withEngines(async (runner, baselines) => {
      for (const { kind, exercise } of SMALL) {
        progress.say(`memory: ${kind}`)
        await runner.warm(exercise.runtime)
        const job = smallSubmission(exercise)(1, runner.blobs)
        const result = await runner.execute(job, () => undefined, new AbortController().signal)
        jobs.push({ kind, bytes: result.memoryBytes })
        fresh.push({ kind, bytes: (await baselines.pair(exercise, 'exercise', 1)).residentBytes })
      }
      await sleep(2000) // the next children are forked
      return findInterpreters()
    })
    /** What the two forks have of their own while they wait, and what the job then adds. */
    function jobBytes(runtime: string, added: number | undefined): number | undefined {
      const forks = interpreters.filter(({ name }) => name.endsWith(runtime)).map(ownOfForks)
      return forks.every((own) => own !== undefined) ? forks.reduce((sum, own) => sum + own, added ?? 0) : undefined
    }
    const head = ['Memory, MB', 'in RAM', 'its own', 'a fork that waits, its own']
    const lines = [
      ...aligned([head, ...interpreters.map(row)]),
      '',
      ...aligned([
        ['Memory, MB', 'a small job: two forks', 'a fresh pair for it', 'ratio'],
        ...SMALL.map(({ kind, exercise }, place) => jobRow(kind, jobBytes(exercise.runtime, jobs[place]?.bytes), fresh[place]?.bytes)),
      ]),
    ]
    return { lines, data: { interpreters, jobs, fresh } }
  },
}

function ownOfForks({ forks }: Interpreter): number | undefined {
  const own = forks.flatMap((fork) => (fork.privateBytes === undefined ? [] : [fork.privateBytes]))
  return own.length === 0 ? undefined : median(own)
}

function jobRow(kind: string, ours: number | undefined, fresh: number | undefined): string[] {
  const ratio = ours === undefined || fresh === undefined ? '' : `${(fresh / ours).toFixed(1)}×`
  return [`  ${kind}`, megabytes(ours), megabytes(fresh), ratio]
}

function row(interpreter: Interpreter): string[] {
  const { name, residentBytes, privateBytes } = interpreter
  return [`  ${name}`, megabytes(residentBytes), megabytes(privateBytes), megabytes(ownOfForks(interpreter))]
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '' : (bytes / 2 ** 20).toFixed(1)
}
