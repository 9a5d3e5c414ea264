import { LOCAL_LEARNER } from '../domain/learner.ts'
import type { Form } from '../domain/item.ts'
import { getItem } from '../gym/find.ts'
import { beginToday, todayOf, whyOf } from '../gym/today.ts'
import { formatDay } from '../planning/calendar.ts'
import { command } from './command.ts'
import { paintFor } from './paint.ts'
import { wholeNumber } from './whole-number.ts'
import { withGym } from './with-gym.ts'

export const today = command({
  meta: { name: 'today', description: 'The right next things for the minutes you have.' },
  args: {
    minutes: { type: 'string', description: "How many you have; those of your target's weekday when left out." },
    begin: { type: 'boolean', description: 'Fix the list for today; begun before, it grows by what the minutes have room for.' },
    json: { type: 'boolean', description: 'One JSON object.' },
  },
  run: ({ minutes: given, begin, json }, shell) =>
    withGym(shell, async ({ gym }) => {
      const minutes = wholeNumber(given, '--minutes', { least: 1, most: 1440 })
      if (begin) await beginToday(gym, LOCAL_LEARNER, minutes, true)
      const mind = await gym.mind(LOCAL_LEARNER)
      const list = todayOf(gym, mind, minutes)
      if (list.planned.problem !== undefined) throw list.planned.problem
      const entries = list.entries.map((entry) => ({
        item: entry.item,
        title: getItem(gym, entry.item).title,
        form: getItem(gym, entry.item).form,
        activity: entry.activity,
        minutes: entry.minutes,
        gain: entry.gain,
        why: whyOf(gym, mind, entry),
        done: list.done.has(entry.item),
      }))
      if (json) {
        shell.stdout.write(
          `${JSON.stringify({ day: formatDay(mind.today), begun: list.begun, capacity: list.capacity, entries }, null, 2)}\n`,
        )
        return 0
      }
      const paint = paintFor(shell.stdout, shell.env)
      if (list.planned.target === undefined)
        shell.stdout.write('There is no target yet: `onsite target` sets one, and the list follows from it.\n')
      for (const { item, title, form, activity, minutes, why, done } of entries) {
        const what = activity === 'exercise' ? form : activity
        const how = done ? undefined : howTo(form, item)
        shell.stdout.write(
          `${done ? '✓' : '·'} ${paint.bold(title)}  ${item}\n    ${paint.dim(`${what}, ${minutes} min: ${why}`)}\n${how === undefined ? '' : `    ${paint.dim(how)}\n`}`,
        )
      }
      return 0
    }),
})

/** What to do with what `onsite practice` does not take. */
function howTo(form: Form, item: string): string | undefined {
  if (form === 'design') return `Draw it in the browser (onsite start), or grade a file: onsite simulate ${item} <file>`
  return form === 'estimate' ? 'Estimate it in the browser (onsite start).' : undefined
}
