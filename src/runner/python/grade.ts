import type { Job, JobEvent, JobResult } from '../../domain/job.ts'
import { hearJudge } from './hearing.ts'
import { collectOutput } from './output.ts'
import { relay } from './relay.ts'
import { checkResult, checkResults, rule } from './verdict.ts'
import type { Order, Zygote } from './zygote.ts'

const MIB = 1024 * 1024

/** The files of a grading. */
export interface Texts {
  readonly source: string
  readonly tests: string
  readonly solution: string
}

/** The two warm interpreters of a runtime. */
export interface Sides {
  readonly candidate: Zygote
  readonly judge: Zygote
}

/**
 * Lets the judge question the candidate. Node only passes their frames on, counts them, and keeps the time; the verdict
 * comes from the judge's own connection. Undefined when an interpreter ended under it: nothing was learned.
 */
export async function grade(
  job: Job,
  { source, tests, solution }: Texts,
  sides: Sides,
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<JobResult | undefined> {
  const { limits, seed } = job
  const started = performance.now()
  const reveal = job.reveal === true
  const candidate = sides.candidate.begin(orderOf(job), { kind: 'grade', source, seed })
  const judge = sides.judge.begin(judgesOrder(job), { tests, solution, checks: job.checks, seed, reveal })
  const kill = (cause: string) => {
    candidate.kill(cause)
    judge.kill(cause)
  }
  onEvent({ type: 'started' })
  const { reports } = judge.channels
  judge.channels.output.resume()

  const turn = relay(candidate, judge)
  const output = collectOutput(
    candidate.channels.output,
    limits.outputBytes,
    (text) => onEvent({ type: 'output', text }),
    () => candidate.kill('output'),
  )
  let waitingFor = turn.at
  const timer = setTimeout(() => {
    waitingFor = turn.at
    kill('wall')
  }, limits.wallMs)
  const cancel = () => kill('cancelled')
  signal.addEventListener('abort', cancel, { once: true })
  if (signal.aborted) cancel()

  const hearing = await hearJudge(
    reports,
    () => {
      void output.settled().then(() => {
        if (!reveal) output.hide()
        reports.write('\n')
      })
    },
    (planned, report) => onEvent({ type: 'check', check: checkResult(planned, report) }),
  )
  clearTimeout(timer)
  signal.removeEventListener('abort', cancel)
  await output.settled()
  // Where the learner's process ended the grading, how it ended is the verdict.
  candidate.kill(hearing.closing === undefined || hearing.closing.type === 'gone' ? 'gone' : 'done')
  judge.kill('done')
  const [candidateExit, judgeExit] = await Promise.all([candidate.exit, judge.exit])
  for (const { channels } of [candidate, judge]) for (const socket of Object.values(channels)) socket.destroy()
  if (candidateExit.lost || judgeExit.lost) return undefined

  const facts = { ...hearing, limits, candidate: candidateExit, judge: judgeExit, waitingFor, reveal }
  const ruling = rule(facts)
  return {
    ...ruling,
    checks: checkResults(facts, ruling),
    value: undefined,
    cpuMs: candidateExit.cpuMs,
    wallMs: Math.round((performance.now() - started) * 10) / 10,
    memoryBytes: candidateExit.memoryBytes ?? undefined,
    stdout: output.text,
    truncated: output.truncated,
    seed,
  }
}

/** What the learner's process may use. */
export function orderOf({ limits, permissions }: Job): Order {
  const { cpuMs, wallMs, memoryBytes } = limits
  return { cpuMs, wallMs, memoryBytes, permissions }
}

/** The judge runs our own code on the learner's data: room for oracles and references, still not endless. */
function judgesOrder({ limits }: Job): Order {
  const { cpuMs, wallMs, memoryBytes } = limits
  return { cpuMs: cpuMs + 60_000, wallMs, memoryBytes: 2 * memoryBytes + 512 * MIB, permissions: [] }
}
