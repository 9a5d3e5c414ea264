import { startCpuClock } from './cpu.ts'
import type { Runner } from '../src/domain/runner.ts'
import type { Fresh } from './fresh.ts'
import { type Submission, smallSubmission, submit } from './judging.ts'
import { figure } from './report.ts'
import type { Section } from './section.ts'
import { type Small, getSmall } from './small.ts'
import { median, percentile } from './statistics.ts'
import { aligned } from './table.ts'
import { withEngines } from './verdicts.ts'

const IN_FLIGHT = [1, 2, 8, 32]
const KINDS = ['python', 'pandas', 'torch'] as const
const QUEUED = 1000

interface Rate {
  readonly name: string
  readonly jobs: number
  readonly seconds: number
  readonly cpuSeconds: number | undefined
  readonly ms: readonly number[]
}

/** Jobs as fast as they are judged, each followed by the next: the time of one includes its wait in the queue. */
export const throughput: Section = {
  name: 'throughput',
  about: 'jobs per second and per CPU-second at 1, 2, 8 and 32 in flight; a thousand at once',
  async measure({ rounds, progress }) {
    const measured = await withEngines(async (runner, fresh) => {
      const found: { readonly kind: string; readonly rates: readonly Rate[] }[] = []
      for (const kind of KINDS) {
        const small = getSmall(kind)
        await runner.warm(small.exercise.runtime)
        const submission = smallSubmission(small.exercise)
        await flood(runner, submission, 8, 2)
        const rates: Rate[] = []
        for (const inFlight of IN_FLIGHT) {
          progress.say(`${kind}: ${inFlight} in flight`)
          rates.push({ ...(await flood(runner, submission, Math.max(rounds * 8, inFlight * 4), inFlight)), name: `${inFlight} in flight` })
        }
        progress.say(`${kind}: fresh pairs`)
        rates.push(await freshPairs(fresh, small, Math.max(4, Math.ceil(rounds / 2))))
        if (kind === 'python') {
          progress.say(`${QUEUED} at once`)
          rates.push({ ...(await flood(runner, submission, QUEUED, QUEUED)), name: `${QUEUED} at once` })
        }
        found.push({ kind, rates })
      }
      return found
    })
    const head = [
      'Throughput, the small exercises',
      'jobs',
      'a second',
      'a CPU-s',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'p95 / p50',
      'to fresh',
      'CPU',
    ]
    const rows = measured.flatMap(({ kind, rates }) => [[''], [kind], ...rates.map((rate) => row(rate, rates.find(isFresh)))])
    return { lines: aligned([head, ...rows]), data: measured }
  },
}

const FRESH = 'fresh pairs, 2 in flight'

function isFresh({ name }: Rate): boolean {
  return name === FRESH
}

function row(rate: Rate, fresh: Rate | undefined): string[] {
  const { name, jobs, ms } = rate
  const ratios =
    fresh === undefined || isFresh(rate) ? ['', ''] : [times(perSecond(rate), perSecond(fresh)), times(perCpu(rate), perCpu(fresh))]
  const spread = percentile(ms, 0.95) / median(ms)
  const figures = [perSecond(rate), perCpu(rate), median(ms), percentile(ms, 0.95), percentile(ms, 0.99), spread]
  return [`  ${name}`, `${jobs}`, ...figures.map(figure), ...ratios]
}

function perSecond({ jobs, seconds }: Rate): number {
  return jobs / seconds
}

function perCpu({ jobs, cpuSeconds }: Rate): number | undefined {
  return cpuSeconds === undefined || cpuSeconds <= 0 ? undefined : jobs / cpuSeconds
}

function times(own: number | undefined, other: number | undefined): string {
  return own === undefined || other === undefined ? '' : `${figure(own / other)}×`
}

/** Throws unless every one of them passes. */
function flood(runner: Runner, submission: Submission, jobs: number, inFlight: number): Promise<Rate> {
  return rateOf(jobs, inFlight, (seed) => submit(runner, submission, seed))
}

/** Their CPU time is what the interpreters say of themselves: bubblewrap does not wait for its own, so the system's sum would leave it out. */
async function freshPairs(fresh: Fresh, { exercise }: Small, jobs: number): Promise<Rate> {
  let cpuMs = 0
  const rate = await rateOf(jobs, 2, async (seed) => {
    const sample = await fresh.pair(exercise, 'exercise', seed)
    cpuMs += sample.cpuMs ?? 0
    return sample
  })
  return { ...rate, name: FRESH, cpuSeconds: cpuMs === 0 ? undefined : cpuMs / 1000 }
}

async function rateOf(jobs: number, inFlight: number, once: (seed: number) => Promise<{ readonly ms: number }>): Promise<Rate> {
  const ms: number[] = []
  let next = 0
  const cpu = startCpuClock()
  const started = performance.now()
  async function one(): Promise<void> {
    while (next < jobs) ms.push((await once(next++)).ms)
  }
  await Promise.all(Array.from({ length: inFlight }, one))
  const seconds = (performance.now() - started) / 1000
  const cpuMs = cpu.stop()
  return { name: '', jobs, seconds, cpuSeconds: cpuMs === undefined ? undefined : cpuMs / 1000, ms }
}
