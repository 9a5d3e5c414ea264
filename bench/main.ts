import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { UserError } from '../src/domain/user-error.ts'
import { designs, flips } from './designs.ts'
import { learners } from './learners/section.ts'
import { memory } from './memory.ts'
import { pipe } from './pipe.ts'
import { planning } from './planning.ts'
import { openProgress } from './progress.ts'
import { type Results, textOf } from './report.ts'
import type { Asked, Section } from './section.ts'
import { pages, start } from './site.ts'
import { simulation } from './simulation.ts'
import { soak } from './soak.ts'
import { throughput } from './throughput.ts'
import { exercises, latency } from './verdicts.ts'
import { layers } from './walls.ts'

const SECTIONS: readonly Section[] = [
  latency,
  exercises,
  layers,
  throughput,
  pipe,
  memory,
  start,
  pages,
  planning,
  learners,
  simulation,
  designs,
  flips,
  soak,
]
const ROUNDS = 15
const JOBS = 10_000

const HELP = `npm run bench [-- <section> ...] [--rounds <n>] [--jobs <n>] [--json]

Sections, all unless named:
${SECTIONS.map(({ name, about, isLong }) => `  ${name.padEnd(12)}${about}${isLong === true ? '; only when named' : ''}`).join('\n')}
`

async function measure(sections: readonly Section[], asked: Asked): Promise<Results> {
  const before = loadavg()[0] ?? 0
  const measured: Results['sections'][number][] = []
  for (const section of sections) measured.push({ name: section.name, ...(await section.measure(asked)) })
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
    load: [before, loadavg()[0] ?? 0],
    rounds: asked.rounds,
    sections: measured,
  }
}

function sectionsOf(names: readonly string[]): readonly Section[] {
  if (names.length === 0) return SECTIONS.filter(({ isLong }) => isLong !== true)
  return names.map((name) => {
    const found = SECTIONS.find((section) => section.name === name)
    if (found !== undefined) return found
    throw new UserError(`The benchmark has no section "${name}".`, {
      where: 'npm run bench',
      fix: `Name some of: ${SECTIONS.map((section) => section.name).join(', ')}.`,
    })
  })
}

function wholeNumber(option: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new UserError(`${text} is no whole number above 0.`, { where: option, fix: 'Give one, or leave it out.' })
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { rounds: { type: 'string' }, jobs: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help === true) {
    process.stdout.write(HELP)
    return
  }
  const progress = openProgress(process.stderr)
  const asked = { rounds: wholeNumber('--rounds', values.rounds, ROUNDS), jobs: wholeNumber('--jobs', values.jobs, JOBS), progress }
  const results = await measure(sectionsOf(positionals), asked).finally(progress.end)
  process.stdout.write(values.json === true ? `${JSON.stringify(results)}\n` : textOf(results))
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UserError)) throw error
  process.stderr.write(`${error.message} (${error.where})\n→ ${error.fix}\n`)
  process.exitCode = 2
}
