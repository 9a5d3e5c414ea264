import type { Novelty } from '../domain/evidence.ts'
import type { Memory } from '../domain/memory.ts'
import type { Activity } from '../domain/plan.ts'
import { advance, numbersOf } from '../memory/forecast.ts'
import { solveChance, type Trace } from '../memory/recall.ts'
import type { Traits } from '../memory/traits.ts'
import type { Schedule } from './schedule.ts'
import { noveltyLeft, type Supply } from './supply.ts'

/** What one pattern is expected to become, for one learner. */
export interface Prospect {
  readonly known: boolean
  readonly start: Trace
  readonly traits: Traits
  readonly supply: Supply
  /** How new the contexts of its reviews shall be while there are such. */
  readonly wish: Novelty
  readonly today: number
  readonly horizonDay: number
}

/** One meeting as foreseen. */
export interface Foretold {
  readonly novelty: Novelty
  /** Chance at the horizon to solve a question on the pattern, were this meeting the last. */
  readonly chance: number
}

const ALL_NEW: Readonly<Record<Novelty, number>> = { same: 0, near: 0, far: 0 }

export function openProspect(memory: Memory, pattern: string, supply: Supply, days: Pick<Prospect, 'today' | 'horizonDay'>): Prospect {
  const { trace, traits } = numbersOf(memory, pattern)
  return { ...days, known: memory.patterns.has(pattern), start: trace, traits, supply, wish: 'far' }
}

/** Chance at the horizon without any meeting. */
export function idleChance({ start, traits, horizonDay }: Prospect): number {
  return solveChance(start, traits, horizonDay)
}

/** Chance at the horizon after a schedule. Changes `scratch` only: the inner loop of planning. */
export function chanceAfter(prospect: Prospect, schedule: Schedule, scratch: Trace): number {
  copyTrace(prospect.start, scratch)
  const done = { ...ALL_NEW }
  for (const { index, activity } of schedule) {
    advance(scratch, prospect.traits, activity, nextNovelty(prospect, activity, done), prospect.today + index)
  }
  return solveChance(scratch, prospect.traits, prospect.horizonDay)
}

/** Each meeting of a schedule in turn. */
export function foretell(prospect: Prospect, schedule: Schedule): readonly Foretold[] {
  const trace = openScratch()
  copyTrace(prospect.start, trace)
  const done = { ...ALL_NEW }
  return schedule.map(({ index, activity }) => {
    const novelty = nextNovelty(prospect, activity, done)
    advance(trace, prospect.traits, activity, novelty, prospect.today + index)
    return { novelty, chance: solveChance(trace, prospect.traits, prospect.horizonDay) }
  })
}

export function openScratch(): Trace {
  const facet = () => ({ stability: 0, difficulty: 0, day: 0 })
  return { recognise: facet(), execute: facet(), coverage: 0 }
}

function nextNovelty({ wish, supply }: Prospect, activity: Activity, done: Record<Novelty, number>): Novelty {
  // A lesson is a first story; drills take any story, so they ask for the pattern in a new one.
  if (activity === 'lesson' || activity === 'drill') return 'far'
  const novelty = noveltyLeft(wish, supply, done)
  done[novelty]++
  return novelty
}

function copyTrace(from: Trace, to: Trace): void {
  copyFacet(from.recognise, to.recognise)
  copyFacet(from.execute, to.execute)
  to.coverage = from.coverage
}

function copyFacet(from: Trace['recognise'], to: Trace['recognise']): void {
  to.stability = from.stability
  to.difficulty = from.difficulty
  to.day = from.day
}
