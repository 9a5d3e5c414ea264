import type { Graded } from './fresh.ts'
import { smallSubmission, submit } from './judging.ts'
import { figure } from './report.ts'
import { interleave, type Series } from './rounds.ts'
import type { Section } from './section.ts'
import { getSmall } from './small.ts'
import { median } from './statistics.ts'
import { aligned } from './table.ts'
import { withEngines } from './verdicts.ts'

const CALLS = 500
const ARRAYS = 20
const ONE_MB = 125_000 // numbers of 8 bytes

/** What a job says many times over, less what it costs to say it once. */
const SAID: readonly { readonly name: string; readonly times: number; readonly line: (count: number) => string }[] = [
  { name: 'a call with a number, and its answer', times: CALLS, line: (count) => `for n in range(${count}): learner.same(n)` },
  { name: 'a callback within a call', times: CALLS, line: (count) => `learner.each(lambda n: n, ${count})` },
  {
    name: 'a call with 1 MB of numbers, and as much back',
    times: ARRAYS,
    line: (count) => `for n in range(${count}): learner.same(LARGE)`,
  },
]

export const pipe: Section = {
  name: 'pipe',
  about: 'a call, a callback and 1 MB between judge and candidate',
  async measure({ rounds, progress }) {
    const measured = await withEngines(async (runner) => {
      await runner.warm('data')
      const found: { readonly name: string; readonly times: number; readonly once: Series; readonly often: Series }[] = []
      for (const { name, times, line } of SAID) {
        const ways = [1, times + 1].map((count) => {
          const submission = smallSubmission(exerciseSaying(line(count)))
          return { name: `${count}`, times: 2, every: 1, once: (seed: number) => submit(runner, submission, seed) }
        })
        const [once, often] = await interleave(ways, rounds, (round) => progress.round(name, round, rounds))
        if (once !== undefined && often !== undefined) found.push({ name, times, once, often })
      }
      return found
    })
    const rows = measured.map(({ name, times, once, often }) => {
      const [few, many] = [once, often].map((series) => series.rounds.map((samples) => Math.min(...samples.map(({ ms }) => ms))))
      const each = (many ?? []).map((ms, round) => (1000 * (ms - (few?.[round] ?? 0))) / times)
      return [`  ${name}`, `${times}`, figure(median(each)), figure(Math.min(...each))]
    })
    return { lines: aligned([['Between judge and candidate', 'in a job', 'p50 µs', 'least µs'], ...rows]), data: measured }
  },
}

function exerciseSaying(line: string): Graded {
  return {
    ...getSmall('numpy').exercise,
    solution: 'def same(value):\n    return value\n\ndef each(call, count):\n    for number in range(count):\n        call(number)\n',
    tests: `
import numpy as np
from onsite import check

LARGE = np.arange(${ONE_MB}, dtype=float)

@check("says it", visible=True)
def says_it(learner):
    ${line}
`,
  }
}
