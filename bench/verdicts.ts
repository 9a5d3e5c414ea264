import { join } from 'node:path'
import { loadLibrary } from '../src/content/library.ts'
import type { Library } from '../src/domain/library.ts'
import type { Runner } from '../src/domain/runner.ts'
import { openRunner } from '../src/gym/open-runner.ts'
import { PROJECT } from '../test/onsite.ts'
import { CHOSEN, CHOSEN_SQL, getPythonExercise, getSqlExercise } from './chosen.ts'
import { type Fresh, openFresh } from './fresh.ts'
import { coldWay, freshWays, smallSubmission, submissionOf, warmWay } from './judging.ts'
import { type Comparison, verdictTable } from './report.ts'
import { interleave } from './rounds.ts'
import type { Asked, Section } from './section.ts'
import { SMALL } from './small.ts'
import { openReplay, sqlWays } from './sql.ts'

export const latency: Section = {
  name: 'latency',
  about: 'a small exercise of each runtime, warm against fresh interpreters',
  async measure({ rounds, progress }) {
    const comparisons = await withEngines(async (runner, fresh) => {
      const found: Comparison[] = []
      for (const { kind, aim, exercise } of SMALL) {
        progress.say(`The ${exercise.runtime} interpreters start`)
        await runner.warm(exercise.runtime)
        const ways = [warmWay(runner, smallSubmission(exercise)), ...freshWays(exercise, fresh)]
        const series = await interleave(ways, rounds, (round) => progress.round(`small exercise: ${kind}`, round, rounds))
        found.push({ title: `${kind}, 2 checks`, series, aim })
      }
      return found
    })
    return { lines: verdictTable('Submission to verdict, a small exercise', comparisons), data: comparisons }
  },
}

export const exercises: Section = {
  name: 'exercises',
  about: 'exercises of the content, with all of their checks, and SQL',
  async measure(asked) {
    const { library } = loadLibrary(join(PROJECT, 'content'))
    const comparisons = await withEngines(async (runner, fresh) => [
      ...(await measurePython(library, runner, fresh, asked)),
      await measureSql(library, runner, asked),
    ])
    return { lines: verdictTable('Submission to verdict, exercises of the content', comparisons), data: comparisons }
  },
}

async function measurePython(library: Library, runner: Runner, fresh: Fresh, { rounds, progress }: Asked): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = []
  for (const { kind, slug } of CHOSEN) {
    const exercise = getPythonExercise(library, slug)
    await runner.warm(exercise.runtime)
    const submission = submissionOf(exercise)
    const ways = [warmWay(runner, submission), ...freshWays(exercise, fresh), coldWay(PROJECT, submission)]
    const series = await interleave(ways, rounds, (round) => progress.round(`${kind}: ${slug}`, round, rounds))
    comparisons.push({ title: `${kind}: ${slug}, ${checksOf(exercise.tests)} checks`, series, aim: undefined })
  }
  return comparisons
}

async function measureSql(library: Library, runner: Runner, { rounds, progress }: Asked): Promise<Comparison> {
  const exercise = getSqlExercise(library, CHOSEN_SQL)
  await runner.warm('postgres')
  const replay = await openReplay(PROJECT)
  try {
    const ways = [warmWay(runner, submissionOf(exercise)), ...sqlWays(runner, exercise, replay)]
    const series = await interleave(ways, rounds, (round) => progress.round(`SQL: ${CHOSEN_SQL}`, round, rounds))
    return { title: `SQL: ${CHOSEN_SQL}, ${exercise.cases.length} checks`, series, aim: undefined }
  } finally {
    await replay.close()
  }
}

function checksOf(tests: string): number {
  return [...tests.matchAll(/^@check\(/gm)].length
}

/** The engines that the server uses, and interpreters started anew beside them. */
export async function withEngines<T>(work: (runner: Runner, fresh: Fresh) => Promise<T>): Promise<T> {
  const runner = openRunner(PROJECT)
  try {
    await runner.warm('python')
    const fresh = openFresh(PROJECT, runner.isolation().mode !== 'local')
    try {
      return await work(runner, fresh)
    } finally {
      fresh.close()
    }
  } finally {
    await runner.close()
  }
}
