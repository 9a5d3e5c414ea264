import { LOCAL_LEARNER } from '../domain/learner.ts'
import type { Band } from '../domain/readiness.ts'
import { standingOf } from '../gym/readiness.ts'
import { formatDay } from '../planning/calendar.ts'
import { command } from './command.ts'
import { paintFor } from './paint.ts'
import { withGym } from './with-gym.ts'

export const readiness = command({
  meta: { name: 'readiness', description: 'Which share of your target interview you would solve, and how sure that is.' },
  args: { json: { type: 'boolean', description: 'One JSON object.' } },
  run: ({ json }, shell) =>
    withGym(shell, async ({ gym }) => {
      const standing = standingOf(gym, await gym.mind(LOCAL_LEARNER))
      if (json) {
        const { day, targetDay, ...rest } = standing
        const dates = { day: formatDay(day), date: targetDay === undefined ? null : formatDay(targetDay) }
        shell.stdout.write(`${JSON.stringify({ ...dates, ...rest }, null, 2)}\n`)
        return 0
      }
      const paint = paintFor(shell.stdout, shell.env)
      const { now, atDate, targetDay, evidence, calibrated } = standing
      if (evidence === 0) shell.stdout.write('Untested so far: nothing was answered yet.\n')
      else {
        const date = targetDay === undefined ? '' : `; on ${formatDay(targetDay)}, without more practice, ${band(atDate)}`
        shell.stdout.write(`You would solve ${paint.bold(band(now))} unaided today (80 % band, ${evidence} meetings)${date}.\n`)
      }
      for (const { topic, weight, band: own } of standing.topics) {
        shell.stdout.write(
          `  ${topic.padEnd(18)} ${`${Math.round(100 * weight)} %`.padStart(5)}  ${own === undefined ? paint.dim('untested') : band(own)}\n`,
        )
      }
      const most = calibrated.bins.toSorted((a, b) => b.count - a.count)[0]
      if (most !== undefined) {
        shell.stdout.write(`When we said ${Math.round(100 * most.said)} %, you did ${Math.round(100 * most.did)} % (n = ${most.count}).\n`)
      }
      return 0
    }),
})

function band({ low, high }: Band): string {
  return `${Math.round(100 * low)}–${Math.round(100 * high)} %`
}
