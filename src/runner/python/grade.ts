import { createHash } from 'node:crypto'
import type { Job, JobEvent, JobResult } from '../../domain/job.ts'
import { hearJudge } from './hearing.ts'
import { collectOutput } from './output.ts'
import { createRivals } from './rivals.ts'
import { checkResult, checkResults, rule } from './verdict.ts'
import type { Pair } from './stock.ts'
import { type Exit, type Forked, type Order, printedBy } from './forked.ts'

const MIB = 1024 * 1024

/** The files of a grading. */
export interface Texts {
  readonly source: string
  readonly tests: string
  readonly solution: string
  /** Of a lab; undefined of other exercises. */
  readonly world: string | undefined
}

/**
 * Lets the judge question the candidate, which they do without us. We keep the time and read what is printed; the verdict
 * comes from the judge's own connection. `another` forks a candidate without a judge, for what is measured. Undefined when an
 * interpreter ended under it: nothing was learned.
 */
export async function grade(
  job: Job,
  { source, tests, solution, world }: Texts,
  { candidate, judge }: Pair,
  another: () => Promise<Forked>,
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<JobResult | undefined> {
  const { limits, seed } = job
  const started = performance.now()
  const reveal = job.reveal === true
  candidate.begin(orderOf(job), { kind: 'grade', source, world: world ?? null, seed: candidateSeed(seed) })
  judge.begin(judgesOrder(job), { tests, solution, world: world ?? null, checks: job.checks, seed, reveal })
  const kill = (cause: string) => {
    candidate.kill(cause)
    judge.kill(cause)
  }
  onEvent({ type: 'started' })
  const reports = judge.orders
  const output = collectOutput(
    printedBy(candidate),
    limits.outputBytes,
    (text) => onEvent({ type: 'output', text }),
    () => candidate.kill('output'),
  )
  const rivals = createRivals(another, { limits, seed: candidateSeed(seed), sources: { learner: source, solution }, world })
  const timer = setTimeout(() => kill('wall'), limits.wallMs)
  const cancel = () => kill('cancelled')
  signal.addEventListener('abort', cancel, { once: true })
  if (signal.aborted) cancel()

  // What was printed before a check comes by a connection of its own: it is told before the check is.
  let told = Promise.resolve()
  const tell = (event: JobEvent) => (told = told.then(() => output.settled()).then(() => onEvent(event)))

  const hearing = await hearJudge(reports, {
    onHidden: () =>
      void output.settled().then(() => {
        if (!reveal) output.hide()
        reports.write('\n')
      }),
    onCheck: (planned, report) => void tell({ type: 'check', check: checkResult(planned, report) }),
    onRival: (order) => void rivals.obey(order).then((answer) => reports.write(`${JSON.stringify(answer)}\n`)),
  })
  clearTimeout(timer)
  signal.removeEventListener('abort', cancel)
  await told
  await output.settled()
  // Where the learner's process ended the grading, how it ended is the verdict.
  const isDecided = hearing.closing !== undefined && hearing.closing.type !== 'gone'
  candidate.kill(isDecided ? 'done' : 'gone')
  const candidateExit = await candidate.exit
  judge.kill('done')
  await rivals.close()
  // Where the judge has said all that there is, nobody waits for its end.
  const judgeExit = isDecided ? undefined : await judge.exit
  candidate.release()
  judge.release()
  if (candidateExit.lost || judgeExit?.lost === true) return undefined
  // Without its judge the candidate may end by itself before we end it.
  const isLeftAlone = candidateExit.cause === 'gone' || isCrash(candidateExit)
  if (hearing.closing === undefined && judgeExit !== undefined && isCrash(judgeExit) && isLeftAlone) return undefined

  const facts = { ...hearing, limits, candidate: candidateExit, judge: judgeExit, reveal }
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

/** The learner's process draws by a seed of its own: from the job's it could know in advance what the judge will draw. */
function candidateSeed(seed: number): number {
  return createHash('sha256').update(`candidate ${seed}`).digest().readUInt32BE()
}

/** It ended by itself, and not because it was over its limits. */
function isCrash({ cause }: Exit): boolean {
  return cause === null || cause === 'done'
}

/** What the learner's process may use. */
export function orderOf({ limits }: Job): Order {
  const { cpuMs, wallMs, memoryBytes } = limits
  return { cpuMs, wallMs, memoryBytes }
}

/** The judge runs our own code on the learner's data: room for oracles and references, still not endless. */
function judgesOrder({ limits }: Job): Order {
  const { cpuMs, wallMs, memoryBytes } = limits
  return { cpuMs: cpuMs + 60_000, wallMs, memoryBytes: 2 * memoryBytes + 512 * MIB }
}
