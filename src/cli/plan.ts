import { LOCAL_LEARNER } from '../domain/learner.ts'
import { planOf } from '../gym/plan.ts'
import { formatDay } from '../planning/calendar.ts'
import { notesOn, sayDropped } from '../planning/reason.ts'
import { command } from './command.ts'
import { paintFor } from './paint.ts'
import { withGym } from './with-gym.ts'

/** The terminal shows so many days and as many patterns that do not fit; `--json` has all. */
const SHOWN_DAYS = 14
const SHOWN_DROPPED = 8

export const plan = command({
  meta: { name: 'plan', description: 'What each day holds until the interview, and what does not fit.' },
  args: { json: { type: 'boolean', description: 'One JSON object.' } },
  run: ({ json }, shell) =>
    withGym(shell, async ({ gym }) => {
      const { plan, problem } = planOf(gym, await gym.mind(LOCAL_LEARNER))
      if (problem !== undefined) throw problem
      if (json) {
        const dated = plan && {
          day: formatDay(plan.day),
          date: formatDay(plan.targetDay),
          idle: plan.idle,
          reached: plan.reached,
          days: plan.days.map(({ day, capacity, entries }) => ({ day: formatDay(day), capacity, entries })),
          dropped: plan.dropped,
        }
        shell.stdout.write(`${JSON.stringify(dated ?? null, null, 2)}\n`)
        return 0
      }
      const paint = paintFor(shell.stdout, shell.env)
      if (plan === undefined) {
        shell.stdout.write('There is no target yet: `onsite target` sets one, and the plan follows from it.\n')
        return 0
      }
      const title = (pattern: string) => gym.library.patterns.get(pattern)?.title ?? pattern
      shell.stdout.write(
        `From ${percent(plan.idle)} without practice to ${paint.bold(percent(plan.reached))} on ${formatDay(plan.targetDay)}.\n`,
      )
      for (const note of notesOn(plan)) shell.stdout.write(`${note}\n`)
      for (const { day, entries } of plan.days.slice(0, SHOWN_DAYS)) {
        const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0)
        shell.stdout.write(`\n${paint.bold(formatDay(day))}  ${paint.dim(`${Math.round(minutes)} min`)}\n`)
        // A review does not say which pattern it asks for.
        for (const { activity, pattern, minutes } of entries) {
          shell.stdout.write(
            `  ${activity.padEnd(8)} ${String(minutes).padStart(4)} min  ${activity === 'lesson' ? title(pattern) : (pattern.split('/')[0] ?? '')}\n`,
          )
        }
      }
      if (plan.dropped.length > 0) shell.stdout.write(`\n${paint.bold('What will not fit')}\n`)
      for (const dropped of plan.dropped.slice(0, SHOWN_DROPPED))
        shell.stdout.write(`  ${title(dropped.pattern)}: ${sayDropped(dropped)}\n`)
      return 0
    }),
})

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}
