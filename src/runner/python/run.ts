import type { Job, JobEvent, JobResult } from '../../domain/job.ts'
import { readFrame } from './frame.ts'
import { orderOf } from './grade.ts'
import { collectOutput } from './output.ts'
import { runReply } from './report.ts'
import { type Ruling, ruleOnExit } from './verdict.ts'
import { type Forked, printedBy } from './forked.ts'

const LONGEST_REPLY = 1024 * 1024

/** Runs a program for what it prints and its last value; no judge takes part. Undefined when the interpreter ended under it. */
export async function run(
  job: Job,
  { source, input, world }: { readonly source: string; readonly input: string | undefined; readonly world: string | undefined },
  forked: Forked,
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<JobResult | undefined> {
  const { limits, seed } = job
  const started = performance.now()
  forked.begin(orderOf(job), { kind: 'run', source, input: input ?? null, world: world ?? null, seed })
  onEvent({ type: 'started' })
  const output = collectOutput(
    printedBy(forked),
    limits.outputBytes,
    (text) => onEvent({ type: 'output', text }),
    () => forked.kill('output'),
  )
  const timer = setTimeout(() => forked.kill('wall'), limits.wallMs)
  const cancel = () => forked.kill('cancelled')
  signal.addEventListener('abort', cancel, { once: true })
  if (signal.aborted) cancel()

  const body = await readFrame(forked.orders, LONGEST_REPLY)
  await output.settled()
  forked.kill(body === undefined ? 'gone' : 'done')
  const exit = await forked.exit
  clearTimeout(timer)
  signal.removeEventListener('abort', cancel)
  forked.release()
  if (exit.lost) return undefined

  const reply = runReply.safeParse(body)
  const answered = body !== undefined && reply.success && (exit.cause === null || exit.cause === 'done')
  const error = answered ? reply.data.error : undefined
  const ruling: Ruling = !answered
    ? ruleOnExit(exit, limits, '')
    : error === undefined
      ? { verdict: 'passed', message: '' }
      : { verdict: error.memory ? 'out-of-memory' : 'errored', message: error.text }
  return {
    ...ruling,
    checks: [],
    value: answered ? ((reply.data.value ?? undefined) as JobResult['value']) : undefined,
    cpuMs: exit.cpuMs,
    wallMs: Math.round((performance.now() - started) * 10) / 10,
    memoryBytes: exit.memoryBytes ?? undefined,
    stdout: output.text,
    truncated: output.truncated,
    seed,
  }
}
