import { z } from 'zod'
import { findEnvironment } from '../src/runner/python/environment.ts'
import { DEVICE_PATHS, readOnlyPaths } from '../src/runner/python/sandbox.ts'
import { PROJECT } from '../test/onsite.ts'
import { figure } from './report.ts'
import type { Section } from './section.ts'
import { median, percentile } from './statistics.ts'
import { aligned } from './table.ts'
import { withEngines } from './verdicts.ts'

const times = z.object({ layer: z.string(), readyMs: z.array(z.number()), buriedMs: z.array(z.number()) })

const RUNTIMES = ['python', 'data', 'torch'] as const
/** A fork takes milliseconds: many more than rounds. */
const FORKS_A_ROUND = 4

/** Cumulative: each line has all the walls above it. */
export const layers: Section = {
  name: 'layers',
  about: 'what each wall around a job costs, one more at a time',
  async measure({ rounds, progress }) {
    const environment = findEnvironment(PROJECT)
    if (environment === undefined) throw new Error('the Python environment has gone')
    const measured = await withEngines(async (runner, fresh) => {
      if (runner.isolation().mode === 'local') return []
      const found: { readonly runtime: string; readonly layers: readonly z.infer<typeof times>[] }[] = []
      for (const runtime of RUNTIMES) {
        progress.say(`walls around ${runtime}`)
        const programs = `${PROJECT}/runtime`
        const binds = readOnlyPaths({ environment, programs, socketFolder: '/nowhere' })
        const settings = {
          role: 'candidate',
          runtime,
          binds,
          devices: DEVICE_PATHS,
          programs,
          isolated: true,
          rounds: rounds * FORKS_A_ROUND,
        }
        const lines = (await fresh.run('layers.py', settings)).trimEnd().split('\n')
        found.push({ runtime, layers: lines.map((line) => times.parse(JSON.parse(line))) })
      }
      return found
    })
    const rows = measured.flatMap(({ runtime, layers: walls }) => [
      [''],
      [`a fork of the ${runtime} interpreter`],
      ...walls.map(({ layer, readyMs, buriedMs }, place) => {
        const before = walls[place - 1]
        const cost = before === undefined ? undefined : median(readyMs.map((ms, round) => ms - (before.readyMs[round] ?? ms)))
        const all = [median(readyMs), percentile(readyMs, 0.95), Math.min(...readyMs), cost, median(buriedMs)]
        return [`  ${layer}`, ...all.map(figure)]
      }),
    ])
    const head = ['Walls around a job, made before it comes', 'p50 ms', 'p95 ms', 'least ms', 'this one', 'and buried']
    return { lines: measured.length === 0 ? ['Walls around a job: there are none here.'] : aligned([head, ...rows]), data: measured }
  },
}
