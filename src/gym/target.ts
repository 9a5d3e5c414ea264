import { z } from 'zod'
import type { TargetEvent } from '../domain/event.ts'
import { COMPANIES, DOMAINS, LEVELS, ROUND_KINDS, type Target } from '../domain/target.ts'
import { UserError } from '../domain/user-error.ts'
import { openCalendar } from '../planning/calendar.ts'
import { weigh } from '../planning/weights.ts'
import { dayAt } from './day.ts'
import type { Gym } from './gym.ts'
import type { Recollection } from './recollection.ts'

const shape = z.strictObject({
  company: z.enum(COMPANIES),
  domain: z.enum(DOMAINS).default('general'),
  level: z.enum(LEVELS).default('standard'),
  date: z.string(),
  minutes: z.array(z.number().min(0).max(1440)).length(7),
  daysOff: z.array(z.string()).max(400).default([]),
  rounds: z
    .array(z.strictObject({ kind: z.enum(ROUND_KINDS), minutes: z.number().min(5).max(480) }))
    .min(1)
    .max(20)
    .optional(),
})

/** A target from outside. Throws UserError that names the field and what it may be. */
export function parseTarget(value: unknown): Target {
  const parsed = shape.safeParse(value)
  if (parsed.success) return { ...parsed.data, rounds: parsed.data.rounds }
  const [issue] = parsed.error.issues
  throw new UserError(`The target is not understood: ${issue?.message ?? 'it is no object'}.`, {
    where: issue?.path.join('.') || 'target',
    fix: 'Give company, domain, level, date, seven numbers of minutes, days off and rounds as docs/command-line.md shows.',
  })
}

/** Remembers the target; undefined takes it back. Throws UserError for a date that is over or rounds that ask for nothing technical. */
export async function setTarget(gym: Gym, learner: string, target: Target | undefined): Promise<void> {
  const now = gym.now()
  if (target !== undefined) {
    openCalendar(target, dayAt(now, gym.zone()))
    weigh(target, gym.curriculum())
  }
  await gym.store.append<TargetEvent>({
    type: 'target',
    learner,
    at: new Date(now).toISOString(),
    zone: gym.zone(),
    target: target ?? null,
  })
}

/** The target set last, if it was not taken back. */
export function findTarget({ facts }: Recollection): Target | undefined {
  const last = facts.findLast((fact) => fact.type === 'target')
  return last?.type === 'target' ? (last.target ?? undefined) : undefined
}
