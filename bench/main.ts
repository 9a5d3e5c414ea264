import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadLibrary } from '../src/content/library.ts'
import type { Library } from '../src/domain/library.ts'
import type { Runner } from '../src/domain/runner.ts'
import { UserError } from '../src/domain/user-error.ts'
import { openRunner } from '../src/gym/open-runner.ts'
import { PROJECT, startOnsite, temporaryHome } from '../test/onsite.ts'
import { CHOSEN, CHOSEN_SQL, getPythonExercise, getSqlExercise } from './chosen.ts'
import { type Fresh, openFresh } from './fresh.ts'
import { freshWays, warmWay } from './judging.ts'
import { pageWays, untilWarm, VISITED } from './pages.ts'
import { type Progress, openProgress } from './progress.ts'
import { type Comparison, type PageSize, type Results, textOf } from './report.ts'
import { type Series, interleave } from './rounds.ts'
import { serverWays } from './server.ts'
import { openReplay, sqlWays } from './sql.ts'

const ROUNDS = 15
/** A browser takes seconds to start. */
const MOST_VISITS = 5

async function measure(rounds: number, progress: Progress): Promise<Results> {
  const before = loadavg()[0] ?? 0
  const { library } = loadLibrary(join(PROJECT, 'content'))
  const verdicts = await measureVerdicts(library, rounds, progress)
  const server = await measureServer(rounds, progress)
  const { paints, pages } = await measurePages(Math.min(rounds, MOST_VISITS), progress)
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
    load: [before, loadavg()[0] ?? 0],
    rounds,
    verdicts,
    server,
    paints,
    pages,
  }
}

async function measureVerdicts(library: Library, rounds: number, progress: Progress): Promise<readonly Comparison[]> {
  const runner = openRunner(PROJECT)
  try {
    progress.say('The interpreters start')
    for (const runtime of ['python', 'data', 'torch', 'postgres'] as const) await runner.warm(runtime)
    const fresh = openFresh(PROJECT, runner.isolation().mode === 'isolated')
    try {
      return [...(await measurePython(library, runner, fresh, rounds, progress)), await measureSql(library, runner, rounds, progress)]
    } finally {
      fresh.close()
    }
  } finally {
    await runner.close()
  }
}

async function measurePython(
  library: Library,
  runner: Runner,
  fresh: Fresh,
  rounds: number,
  progress: Progress,
): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = []
  for (const { kind, slug, aim } of CHOSEN) {
    const exercise = getPythonExercise(library, slug)
    const ways = [warmWay(runner, exercise), ...freshWays(PROJECT, exercise, fresh)]
    const series = await interleave(ways, rounds, (round) => progress.round(`${kind}: ${slug}`, round, rounds))
    comparisons.push({ title: `${kind}: ${slug}, ${checksOf(exercise.tests)} checks`, series, aim })
  }
  return comparisons
}

async function measureSql(library: Library, runner: Runner, rounds: number, progress: Progress): Promise<Comparison> {
  const exercise = getSqlExercise(library, CHOSEN_SQL)
  const replay = await openReplay(PROJECT)
  try {
    const ways = [warmWay(runner, exercise), ...sqlWays(runner, exercise, replay)]
    const series = await interleave(ways, rounds, (round) => progress.round(`SQL: ${CHOSEN_SQL}`, round, rounds))
    return { title: `SQL: ${CHOSEN_SQL}, ${exercise.cases.length} checks`, series, aim: undefined }
  } finally {
    await replay.close()
  }
}

async function measureServer(rounds: number, progress: Progress): Promise<Comparison> {
  const { ways, remove } = await serverWays()
  try {
    const series = await interleave(ways, rounds, (round) => progress.round('start of the server', round, rounds))
    return { title: '', series: lastFirst(series), aim: undefined }
  } finally {
    await remove()
  }
}

async function measurePages(
  rounds: number,
  progress: Progress,
): Promise<{ readonly paints: Comparison; readonly pages: readonly PageSize[] }> {
  const { home, remove } = await temporaryHome()
  const onsite = await startOnsite(home)
  try {
    progress.say('The server warms up')
    await untilWarm(onsite.url)
    const { ways, transfers, close } = await pageWays(onsite.url)
    const measured = await interleave(ways, rounds, (round) => progress.round('pages in a browser', round, rounds)).finally(close)
    const pages = VISITED.flatMap(({ name, budget }) => {
      const transfer = transfers.get(name)
      return transfer === undefined ? [] : [{ name, budget, transfer }]
    })
    return { paints: { title: '', series: lastFirst(measured), aim: undefined }, pages }
  } finally {
    await onsite.stop()
    await remove()
  }
}

/** The plain way on top: the others are held against it. */
function lastFirst(series: readonly Series[]): readonly Series[] {
  return [...series.slice(-1), ...series.slice(0, -1)]
}

function checksOf(tests: string): number {
  return [...tests.matchAll(/^@check\(/gm)].length
}

function roundsOf(text: string | undefined): number {
  const rounds = text === undefined ? ROUNDS : Number(text)
  if (Number.isInteger(rounds) && rounds > 0) return rounds
  throw new UserError(`${text} is no number of rounds.`, { where: '--rounds', fix: 'Give a whole number above 0, or leave it out.' })
}

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string' }, json: { type: 'boolean' } } })
  const progress = openProgress(process.stderr)
  const results = await measure(roundsOf(values.rounds), progress).finally(progress.end)
  process.stdout.write(values.json === true ? `${JSON.stringify(results)}\n` : textOf(results))
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UserError)) throw error
  process.stderr.write(`${error.message} (${error.where})\n→ ${error.fix}\n`)
  process.exitCode = 2
}
