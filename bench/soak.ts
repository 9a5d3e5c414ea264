import { figure } from './report.ts'
import type { Section } from './section.ts'
import { SMALL } from './small.ts'
import { type Census, countsOf, settledCensus, soak as soakIn } from './soaking.ts'
import { aligned } from './table.ts'
import { withEngines } from './verdicts.ts'

const IN_FLIGHT = 8

export const soak: Section = {
  name: 'soak',
  about: 'thousands of jobs, right, wrong, crashing, endless: what is left of them (--jobs, 10000 unless said)',
  isLong: true,
  async measure({ jobs, progress }) {
    const kinds = SMALL.map(({ kind }) => kind)
    const measured = await withEngines(async (runner) => {
      const execute: Parameters<typeof soakIn>[0] = (job, signal) => runner.execute(job, () => undefined, signal)
      const some = { inFlight: IN_FLIGHT, kinds }
      progress.say('everything starts')
      for (const { exercise } of SMALL) await runner.warm(exercise.runtime)
      await soakIn(execute, runner.blobs, { ...some, jobs: 100 }, () => undefined)
      const before = await settledCensus()
      const started = performance.now()
      const soaked = await soakIn(execute, runner.blobs, { ...some, jobs }, (done) => {
        if (done % 100 === 0) progress.say(`${done} of ${jobs} jobs`)
      })
      const seconds = (performance.now() - started) / 1000
      return { before, after: await settledCensus(), seconds, ...soaked }
    })
    const { before, after, seconds, counts, unexpected } = measured
    const [first, last] = [countsOf(before), countsOf(after)]
    const lines = [
      `Soak: ${jobs} jobs in ${figure(seconds)} s (${figure(jobs / seconds)} a second), ${IN_FLIGHT} in flight; ${unexpected.length} with another verdict than they should`,
      ...unexpected.slice(0, 20).map((text) => `  ${text.slice(0, 200)}`),
      ...aligned([
        ['  a job that ...: its verdict', 'jobs'],
        ...Object.entries(counts)
          .sort()
          .map(([name, count]) => [`  ${name}`, `${count}`]),
      ]),
      '',
      ...aligned([
        ['What is there', 'before', 'after', ''],
        ...Object.entries(first).map(([name, count]) => [`  ${name}`, `${count}`, `${last[name]}`, count === last[name] ? '' : 'differs']),
        ...memoryRows(before, after),
      ]),
    ]
    return { lines, data: measured }
  },
}

function memoryRows(before: Census, after: Census): string[][] {
  const named = (census: Census) => [['Node', census.node] as const, ...census.interpreters.map((one) => [one.name, one] as const)]
  const later = new Map(named(after))
  const mb = (bytes: number | undefined) => (bytes === undefined ? '' : (bytes / 2 ** 20).toFixed(1))
  return named(before).map(([name, process]) => [`  ${name}: MB in RAM`, mb(process.residentBytes), mb(later.get(name)?.residentBytes), ''])
}
