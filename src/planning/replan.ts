import type { Curriculum } from '../domain/curriculum.ts'
import type { Plan } from '../domain/plan.ts'
import type { Band } from '../domain/readiness.ts'
import type { Target } from '../domain/target.ts'

/** Why a plan must be made anew. */
export const REPLAN_REASONS = ['no-plan', 'new-day', 'missed-day', 'target-changed', 'content-changed', 'readiness-moved'] as const
export type ReplanReason = (typeof REPLAN_REASONS)[number]

/** What a plan was made from, or what there is now. */
export interface Basis {
  readonly day: number
  readonly target: Target
  readonly curriculum: Curriculum
  /** Readiness on the day. */
  readonly readiness: Band
}

/**
 * Why the plan no longer holds; empty while it does. `worked` are the days on which anything graded was done. A plan is never
 * carried on with what was missed: it is made from what is known now, so nothing is ever overdue.
 */
export function replanReasons(
  plan: Plan | undefined,
  before: Basis | undefined,
  now: Basis,
  worked: ReadonlySet<number>,
): readonly ReplanReason[] {
  if (!plan || !before) return ['no-plan']
  const reasons: ReplanReason[] = []
  if (now.day !== plan.day) reasons.push('new-day')
  const missed = plan.days.some(({ day, entries }) => day < now.day && entries.length > 0 && !worked.has(day))
  if (missed) reasons.push('missed-day')
  if (JSON.stringify(before.target) !== JSON.stringify(now.target)) reasons.push('target-changed')
  if (printOf(before.curriculum) !== printOf(now.curriculum)) reasons.push('content-changed')
  const { low, high } = before.readiness
  if (now.readiness.mean < low || now.readiness.mean > high) reasons.push('readiness-moved')
  return reasons
}

/** What of the content a plan depends on. */
function printOf(curriculum: Curriculum): string {
  return JSON.stringify(curriculum.map(({ id, items }) => [id, items.map((item) => [item.id, item.minutes])]))
}
