import type { ParsedArgs } from 'citty'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import type { Target } from '../domain/target.ts'
import { UserError } from '../domain/user-error.ts'
import { findTarget, parseTarget, setTarget } from '../gym/target.ts'
import { topicWeights } from '../planning/weights.ts'
import { roundsOf } from '../planning/loops.ts'
import { command } from './command.ts'
import { paintFor } from './paint.ts'
import type { Shell } from './shell.ts'
import { withGym } from './with-gym.ts'

const args = {
  company: { type: 'string', description: 'big-tech, mid-tier, genai-startup, research-lab, quant, ads or infrastructure.' },
  domain: { type: 'string', description: 'general, vision, language, generative-ai, recommenders, tabular, speech or robotics.' },
  level: { type: 'string', description: 'intro, standard, senior or staff.' },
  date: { type: 'string', description: 'Day of the interview, e.g. 2027-03-05.' },
  minutes: { type: 'string', description: 'Minutes a day: one number, or seven with commas, Monday first.' },
  'days-off': { type: 'string', description: 'Days without practice, with commas.' },
  rounds: { type: 'string', description: 'Rounds where known, e.g. algorithms:45,ml-design:45; "usual" takes those of the company.' },
  clear: { type: 'boolean', description: 'Take the target back.' },
  json: { type: 'boolean', description: 'One JSON object.' },
} as const

export const target = command({
  meta: { name: 'target', description: 'Show what you prepare for, or change it.' },
  args,
  run: (given, shell) =>
    withGym(shell, async ({ gym }) => {
      const before = findTarget((await gym.mind(LOCAL_LEARNER)).recollection)
      const after = given.clear ? undefined : merged(before, given)
      if (after !== before) await setTarget(gym, LOCAL_LEARNER, after)
      show(after, given.json === true, shell)
      return 0
    }),
})

/** The target with what was named changed; itself when nothing was. */
function merged(before: Target | undefined, given: ParsedArgs<typeof args>): Target | undefined {
  const change = {
    ...(given.company === undefined ? {} : { company: given.company, rounds: undefined }),
    ...(given.domain === undefined ? {} : { domain: given.domain }),
    ...(given.level === undefined ? {} : { level: given.level }),
    ...(given.date === undefined ? {} : { date: given.date }),
    ...(given.minutes === undefined ? {} : { minutes: minutesOf(given.minutes) }),
    ...(given['days-off'] === undefined ? {} : { daysOff: listOf(given['days-off']) }),
    ...(given.rounds === undefined ? {} : { rounds: given.rounds === 'usual' ? undefined : roundsFrom(given.rounds) }),
  }
  if (Object.keys(change).length === 0) return before
  const missing = before === undefined ? (['company', 'date', 'minutes'] as const).filter((name) => given[name] === undefined) : []
  if (missing.length > 0) {
    throw new UserError(`A first target needs ${missing.map((name) => `--${name}`).join(' and ')} too.`, {
      where: 'onsite target',
      fix: 'For example: onsite target --company big-tech --date 2027-03-05 --minutes 60',
    })
  }
  return parseTarget({ ...before, ...change })
}

function minutesOf(text: string): readonly number[] {
  const minutes = listOf(text).map(Number)
  return minutes.length === 1 ? Array.from({ length: 7 }, () => minutes[0] as number) : minutes
}

function roundsFrom(text: string): readonly { readonly kind: string; readonly minutes: number }[] {
  return listOf(text).map((round) => {
    const [kind = '', minutes = ''] = round.split(':')
    return { kind, minutes: Number(minutes) }
  })
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function show(target: Target | undefined, json: boolean, { stdout, env }: Shell): void {
  if (json) {
    const weights = target === undefined ? undefined : Object.fromEntries(topicWeights(target))
    stdout.write(`${JSON.stringify({ target: target ?? null, weights: weights ?? null }, null, 2)}\n`)
    return
  }
  const paint = paintFor(stdout, env)
  if (target === undefined) {
    stdout.write('There is no target. For example: onsite target --company big-tech --date 2027-03-05 --minutes 60\n')
    return
  }
  const { company, domain, level, date, minutes, daysOff } = target
  stdout.write(`${paint.bold(`${company}, ${level}${domain === 'general' ? '' : `, ${domain}`}, ${date}`)}\n`)
  stdout.write(`minutes a day, Monday first: ${minutes.join(' ')}${daysOff.length > 0 ? `; off: ${daysOff.join(' ')}` : ''}\n`)
  stdout.write(
    `rounds: ${roundsOf(target)
      .map((round) => `${round.kind} ${round.minutes}`)
      .join(', ')}${target.rounds === undefined ? ' (usual)' : ''}\n`,
  )
  for (const [topic, share] of [...topicWeights(target)].toSorted(([, a], [, b]) => b - a)) {
    stdout.write(paint.dim(`  ${String(Math.round(100 * share)).padStart(3)} %  ${topic}\n`))
  }
}
