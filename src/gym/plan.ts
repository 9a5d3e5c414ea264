import type { DayEntry } from '../domain/event.ts'
import type { Plan, PlanEntry } from '../domain/plan.ts'
import type { Target } from '../domain/target.ts'
import { UserError } from '../domain/user-error.ts'
import { formatDay } from '../planning/calendar.ts'
import { makePlan } from '../planning/plan.ts'
import type { PlanRequest } from '../planning/pool.ts'
import type { Gym } from './gym.ts'
import type { Mind } from './mind.ts'
import { findTarget } from './target.ts'

/** What can be said of a learner's plan: the plan, or why there is none. */
export interface Planned {
  readonly target: Target | undefined
  /** What it was made from; undefined without a target. */
  readonly request: PlanRequest | undefined
  readonly plan: Plan | undefined
  /** The target asks for what cannot be planned: its date is over, say. */
  readonly problem: UserError | undefined
}

/** The plan from today on. It is made anew for each day and after each change; in between it is the one made before. */
export function planOf(gym: Gym, mind: Mind): Planned {
  const known = made.get(mind.recollection)
  if (known !== undefined && known.today === mind.today) return known.planned
  const planned = planFor(gym, mind)
  made.set(mind.recollection, { today: mind.today, planned })
  return planned
}

/** A recollection is replaced whenever the log grows, and with it the plan that was made from it. */
const made = new WeakMap<object, { readonly today: number; readonly planned: Planned }>()

function planFor(gym: Gym, mind: Mind): Planned {
  const target = findTarget(mind.recollection)
  if (target === undefined) return { target, request: undefined, plan: undefined, problem: undefined }
  const list = todaysList(mind)
  const done = doneToday(mind)
  const request: PlanRequest = {
    target,
    today: mind.today,
    curriculum: gym.curriculum(),
    memory: mind.memory,
    ...(list === undefined
      ? {}
      : {
          frozen: list.filter(({ item }) => !done.has(item)).map(planEntry),
          spentMinutes: list.filter(({ item }) => done.has(item)).reduce((sum, { minutes }) => sum + minutes, 0),
        }),
  }
  try {
    return { target, request, plan: makePlan(request), problem: undefined }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { target, request: undefined, plan: undefined, problem: error }
  }
}

/** Today's list as it was begun; undefined before. */
export function todaysList({ recollection, today }: Mind): readonly DayEntry[] | undefined {
  const day = formatDay(today)
  const list = recollection.facts.findLast((fact) => fact.type === 'day' && fact.day === day)
  return list?.type === 'day' ? list.entries : undefined
}

/** Items that something graded happened to today. */
export function doneToday({ recollection, today }: Mind): ReadonlySet<string> {
  return new Set(recollection.evidence.filter(({ day }) => day === today).map(({ item }) => item))
}

/** An entry of today's list as the plan has it. */
export function planEntry({ pattern, activity, novelty, purpose, minutes, gain }: DayEntry): PlanEntry {
  return { pattern, activity, novelty, probe: purpose === 'probe', minutes, gain }
}
