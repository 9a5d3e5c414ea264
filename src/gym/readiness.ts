import type { TransferGap } from '../domain/memory.ts'
import type { Band, Calibrated, Readiness } from '../domain/readiness.ts'
import type { Target } from '../domain/target.ts'
import { sessionBand } from '../memory/band.ts'
import { transferGapOf } from '../memory/gap.ts'
import { readinessOf, shareSolved, type Weight } from '../memory/readiness.ts'
import { calibrationOf } from '../memory/reliability.ts'
import { parseDay } from '../planning/calendar.ts'
import { weigh } from '../planning/weights.ts'
import { type Foretold, foretoldOf } from './foretelling.ts'
import type { Gym } from './gym.ts'
import type { Mind } from './mind.ts'
import { findTarget } from './target.ts'

/** How ready a learner is, how that is known, and how well we foretold it. */
export interface Standing extends Omit<Readiness, 'movers'> {
  readonly targetDay: number | undefined
  /** To the date if nothing more is practised. */
  readonly forgetting: readonly { readonly day: number; readonly band: Band }[]
  /** At the end of earlier days, oldest first. */
  readonly history: readonly { readonly day: number; readonly band: Band }[]
  readonly calibrated: Calibrated
  readonly gap: TransferGap
  /** Foretold outcomes by how new the context was. */
  readonly contexts: Readonly<Record<Foretold['novelty'], { readonly passed: number; readonly of: number }>>
  /** Version of the model that says so. */
  readonly model: string
}

/** A day with fewer answers shows too little to hold a band against. */
const SESSION_LEAST = 5
/** A plot of more days is not read any better. */
const HISTORY_MOST = 60
const FORGETTING_POINTS = 14

/** Without a target every pattern counts the same, and the date is today. */
export function standingOf(gym: Gym, mind: Mind): Standing {
  const { memory, past, today, recollection } = mind
  const target = findTarget(recollection)
  const weights = weightsFor(gym, target)
  const targetDay = target === undefined ? undefined : Math.max(today, parseDay(target.date, 'date'))
  const foretold = foretoldOf(recollection)
  const kept = past.filter((_, place) => place % Math.ceil(past.length / HISTORY_MOST) === 0)
  return {
    ...readinessOf(memory, weights, today, targetDay ?? today),
    targetDay,
    forgetting: daysTo(today, targetDay ?? today).map((day) => ({ day, band: shareSolved(memory, weights, day) })),
    history: kept.map(({ day, memory }) => ({ day, band: shareSolved(memory, weights, day) })),
    calibrated: calibrationOf(foretold, sessionsOf(foretold)),
    gap: transferGapOf(memory),
    contexts: { same: passedOf(foretold, 'same'), near: passedOf(foretold, 'near'), far: passedOf(foretold, 'far') },
    model: memory.model,
  }
}

/** How ready a learner is today: all that a line on the start page needs. */
export function readyNow(gym: Gym, { memory, today, recollection }: Mind): Band {
  return shareSolved(memory, weightsFor(gym, findTarget(recollection)), today)
}

/** What the interview asks, as shares; all patterns alike where there is no target. */
export function weightsFor(gym: Gym, target: Target | undefined): readonly Weight[] {
  const curriculum = gym.curriculum()
  if (target === undefined) return curriculum.map(({ id }) => ({ pattern: id, weight: 1 }))
  return [...weigh(target, curriculum).patterns].map(([pattern, weight]) => ({ pattern, weight }))
}

/** Some days from tomorrow to the date, the date among them. */
function daysTo(today: number, targetDay: number): readonly number[] {
  const step = Math.max(1, Math.ceil((targetDay - today) / FORGETTING_POINTS))
  const days: number[] = []
  for (let day = targetDay; day > today; day -= step) days.unshift(day)
  return days
}

/** Of each day with enough answers, whether their number fell into the band said before. */
function sessionsOf(foretold: readonly Foretold[]): readonly boolean[] {
  const days = new Map<number, Foretold[]>()
  for (const each of foretold) days.set(each.day, [...(days.get(each.day) ?? []), each])
  return [...days.values()]
    .filter((answers) => answers.length >= SESSION_LEAST)
    .map((answers) => {
      const mean = answers.reduce((sum, { probability }) => sum + probability, 0) / answers.length
      const share = answers.filter(({ passed }) => passed).length / answers.length
      const band = sessionBand(mean, 0, answers.length)
      return share >= band.low && share <= band.high
    })
}

function passedOf(foretold: readonly Foretold[], novelty: Foretold['novelty']): { readonly passed: number; readonly of: number } {
  const own = foretold.filter((each) => each.novelty === novelty)
  return { passed: own.filter(({ passed }) => passed).length, of: own.length }
}
