import { parse } from 'yaml'
import type { Engine } from '../../domain/engine.ts'
import type { CheckResult, Job, JobEvent, JobResult } from '../../domain/job.ts'
import type { Blobs } from '../../domain/runner.ts'
import { MANIFEST_RUNTIMES } from '../../domain/runtime.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Checks } from '../../manifests/checks.ts'
import type { Checked } from '../../manifests/judge.ts'
import { notRun } from '../not-run.ts'

/**
 * Judges Dockerfiles and Kubernetes manifests. Nothing of them runs: they are parsed, held against rules, and rollouts are
 * simulated, in this process and within bounds on size, so there is no queue and no sandbox. Its parsers load with the first job.
 */
export function createManifestEngine(blobs: Blobs): Engine {
  let closed = false
  const load = () => Promise.all([import('../../manifests/judge.ts'), import('../../manifests/checks.ts')])

  async function execute(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<JobResult> {
    if (signal.aborted || closed) return notRun(job, 'not-run', 'Cancelled.')
    const runtime = MANIFEST_RUNTIMES.find((one) => one === job.runtime)
    if (job.kind === 'run' || runtime === undefined) return notRun(job, 'not-run', 'Nothing of this runs: it is judged by its checks.')
    try {
      const [{ judgeFile }, { checksSchema }] = await load()
      const began = performance.now()
      const usage = process.cpuUsage()
      const source = fileOf(job, runtime === 'dockerfile' ? 'main.dockerfile' : 'main.yaml')
      const all = checksSchema(runtime).parse(parse(fileOf(job, 'checks.yml')))
      const asked = { ...all, checks: all.checks.filter(({ visible }) => visible || job.checks === 'all') }
      onEvent({ type: 'started' })
      const judged = judgeFile(source, asked)
      const { user, system } = process.cpuUsage(usage)
      const spent = { wallMs: performance.now() - began, cpuMs: (user + system) / 1000 }
      const result =
        'refused' in judged
          ? resultOf(job, spent, { verdict: 'errored', message: judged.refused, checks: asked.checks.map(notReached), stdout: '' })
          : graded(job, spent, judged.checked)
      for (const check of result.checks) onEvent({ type: 'check', check })
      if (result.stdout !== '') onEvent({ type: 'output', text: result.stdout })
      return result
    } catch (error) {
      return notRun(job, 'our-fault', `This could not be judged: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  function fileOf(job: Job, name: string): string {
    const hash = job.files[name]
    if (hash === undefined) throw new Error(`the job has no file ${name}`)
    return blobs.get(hash)
  }

  return {
    runtimes: MANIFEST_RUNTIMES,
    state: () => ({ state: 'ready' }),
    warm: () => load().then(() => undefined),
    execute,
    async close() {
      closed = true
    },
  }
}

/** Milliseconds. */
interface Spent {
  readonly wallMs: number
  readonly cpuMs: number
}

function graded(job: Job, spent: Spent, checked: readonly Checked[]): JobResult {
  const checks = checked.map((one) => checkOf(one, job.reveal === true))
  const first = checks.find(({ passed }) => !passed)
  const tells = first !== undefined && (first.visible || job.reveal === true)
  const told = checked.filter(({ check, told: text }) => text !== '' && (check.visible || job.reveal === true))
  return resultOf(job, spent, {
    verdict: first === undefined ? 'passed' : 'failed',
    message: first === undefined ? '' : tells ? `${first.name}: ${first.message.split('\n')[0] ?? ''}` : first.message,
    checks,
    stdout: told.map(({ check, told: text }) => `${check.name}\n${text}\n`).join('\n'),
  })
}

function checkOf({ check: { name, visible, category }, passed, message, difference }: Checked, reveal: boolean): CheckResult {
  if (passed) return { name, visible, category, passed, message: '', difference: undefined }
  if (visible || reveal) return { name, visible, category, passed, message, difference }
  return { name, visible, category, passed, message: `A hidden check (${category}) did not pass.`, difference: undefined }
}

function notReached({ name, visible, category }: Checks['checks'][number]): CheckResult {
  return { name, visible, category, passed: false, message: 'Not judged: the file was refused.', difference: undefined }
}

function resultOf(
  job: Job,
  { wallMs, cpuMs }: Spent,
  {
    verdict,
    message,
    checks,
    stdout,
  }: { readonly verdict: Verdict; readonly message: string; readonly checks: readonly CheckResult[]; readonly stdout: string },
): JobResult {
  const truncated = stdout.length > job.limits.outputBytes
  return {
    verdict,
    message,
    checks,
    value: undefined,
    cpuMs,
    wallMs,
    memoryBytes: undefined,
    stdout: truncated ? stdout.slice(0, job.limits.outputBytes) : stdout,
    truncated,
    seed: job.seed,
  }
}
