import type { Curriculum, CurriculumPattern } from '../domain/curriculum.ts'
import type { Memory } from '../domain/memory.ts'
import type { PlanEntry } from '../domain/plan.ts'
import type { Target } from '../domain/target.ts'
import { advance } from '../memory/forecast.ts'
import { copyTrace } from '../memory/recall.ts'
import type { Calendar } from './calendar.ts'
import { type Candidates, openCandidates, type Order, type Season } from './candidates.ts'
import { idleChance, openProspect, type Prospect } from './prospect.ts'
import { type Grain, phasesFor } from './schedule.ts'
import { type Supply, supplyOf, USUAL_MINUTES } from './supply.ts'
import { weigh } from './weights.ts'

export interface PlanRequest {
  readonly target: Target
  /** Whole days since 1970-01-01 on the learner's calendar. */
  readonly today: number
  readonly curriculum: Curriculum
  readonly memory: Memory
  /** What is left of today's list, once it was begun: it stays as it is, and nothing is added to today. */
  readonly frozen?: readonly PlanEntry[]
  /** Share of the interview by pattern id, where it is known better than the target tells; undefined weighs by the target. */
  readonly weights?: ReadonlyMap<string, number>
  /** Minutes already spent today. */
  readonly spentMinutes?: number
}

/** No new lesson in the last two days: it would be forgotten half, and cost the night before. */
const LESSON_FREE_DAYS = 2
/** On every third day with time for it, a question is explained. */
const QUESTION_EVERY = 3
const QUESTION_LEAST_MINUTES = 25
/** How much less a late start is worth for the first pattern of a topic than for its last: the soft order of learning. */
const ORDER = 0.1

/** Everything that a plan is chosen from. */
export interface Pool {
  readonly season: Season
  /** Minutes on each day that may be planned, and how many of them are kept for a question. */
  readonly days: readonly number[]
  readonly reserved: readonly number[]
  /** What each pattern could get, in the order of the curriculum. */
  readonly all: readonly Candidates[]
  /** What is left of today's list. */
  readonly kept: readonly PlanEntry[]
  /** Expected readiness at the horizon if nothing is done. */
  readonly idle: number
}

export function openPool(request: PlanRequest, calendar: Calendar, grain: Grain): Pool {
  const { curriculum, memory, frozen, spentMinutes = 0 } = request
  const weights = request.weights ?? weigh(request.target, curriculum).patterns
  const kept = (frozen ?? []).filter(({ pattern }) => weights.has(pattern))
  const days = calendar.minutes.map((minutes, index) => (index > 0 ? minutes : frozen ? 0 : Math.max(0, minutes - spentMinutes)))
  const reserved = reserveQuestions(days, curriculum)
  const free = days.map((minutes, index) => minutes - (reserved[index] ?? 0))
  const longestDay = Math.max(0, ...free)
  const supplies = curriculum.map((pattern) => supplyOf(within(pattern, longestDay), memory.patterns.get(pattern.id), calendar.today))
  const longestLesson = supplies.reduce((most, { minutes }) => Math.max(most, minutes.lesson), 0)
  const season: Season = { longestLesson, days: free, lessonsEnd: calendar.targetDay - calendar.today - LESSON_FREE_DAYS, grain }
  const open = openCandidates(season)
  const orders = ordersOf(curriculum, memory, phasesFor(free.length, grain))
  let idle = 0
  const all = curriculum.map((pattern, at): Candidates => {
    const weight = weights.get(pattern.id) ?? 0
    const plain = openProspect(memory, pattern.id, supplies[at] as Supply, calendar)
    idle += weight * idleChance(plain)
    return open(withKept(plain, kept), weight, orders[at] as Order)
  })
  return { season, days, reserved, all, kept, idle }
}

/** Without what no day has room for, a design of 45 minutes say, where something shorter does as well. */
function within(pattern: CurriculumPattern, longestDay: number): CurriculumPattern {
  const items = pattern.items.filter(({ minutes }) => minutes <= longestDay)
  return items.some(({ activity }) => activity !== 'drill') ? { ...pattern, items } : pattern
}

/** Minutes kept for a question on some days, where there are questions beside exercises. */
function reserveQuestions(days: readonly number[], curriculum: Curriculum): readonly number[] {
  const minutes = curriculum.flatMap(({ items }) => items.flatMap((item) => (item.activity === 'question' ? [item.minutes] : [])))
  if (minutes.length === 0) return days.map(() => 0)
  const usual = minutes.sort((a, b) => a - b)[Math.floor(minutes.length / 2)] ?? USUAL_MINUTES.question
  let worked = 0
  return days.map((capacity) => (capacity >= QUESTION_LEAST_MINUTES && ++worked % QUESTION_EVERY === 0 ? Math.min(usual, capacity / 3) : 0))
}

/** Places in the order of learning: topic by topic, of the patterns never met. */
function ordersOf(curriculum: Curriculum, memory: Memory, phases: number): readonly Order[] {
  const counts = new Map<string, number>()
  for (const { id, topic } of curriculum) if (!memory.patterns.has(id)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  const places = new Map<string, number>()
  return curriculum.map(({ id, topic }, at) => {
    if (memory.patterns.has(id)) return { phase: at % phases, lateness: 0 }
    const place = places.get(topic) ?? 0
    places.set(topic, place + 1)
    return { phase: at % phases, lateness: ORDER * (1 - place / (counts.get(topic) ?? 1)) }
  })
}

/** A pattern after what is left of today's list. */
function withKept(prospect: Prospect, all: readonly PlanEntry[]): Prospect {
  const kept = all.filter(({ pattern }) => pattern === prospect.pattern)
  if (kept.length === 0) return prospect
  const start = copyTrace(prospect.start)
  for (const { activity, novelty } of kept) advance(start, prospect.traits, activity, novelty, prospect.today)
  return { ...prospect, start, known: true }
}
