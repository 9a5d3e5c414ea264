import type { Curriculum } from '../domain/curriculum.ts'
import type { Memory } from '../domain/memory.ts'
import type { Plan, PlanEntry } from '../domain/plan.ts'
import type { Target } from '../domain/target.ts'
import { advance, copyTrace } from '../memory/forecast.ts'
import { type Calendar, openCalendar } from './calendar.ts'
import { type Candidates, capacityOf, openCandidates, type Order, type Season } from './candidates.ts'
import { droppedOf } from './dropped.ts'
import { layEntries } from './entries.ts'
import { fillDrills, fillQuestion, fillWork, type Planned } from './fill.ts'
import { fit } from './fit.ts'
import { foretell, idleChance, openProspect, type Prospect } from './prospect.ts'
import { FINE, type Grain, phasesFor } from './schedule.ts'
import { supplyOf, USUAL_MINUTES } from './supply.ts'
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

/**
 * What to do on each day until the interview, so that the expected readiness at its date is large. Deterministic.
 * Throws UserError for a date that is over or none, minutes that are none, rounds that ask for nothing.
 */
export function makePlan(request: PlanRequest, grain: Grain = FINE): Plan {
  const calendar = openCalendar(request.target, request.today)
  return planDays(request, calendar, grain)
}

/** A plan for a calendar of one's own. */
export function planDays(request: PlanRequest, calendar: Calendar, grain: Grain): Plan {
  const { curriculum, memory, frozen, spentMinutes = 0 } = request
  const weights = request.weights ?? weigh(request.target, curriculum).patterns
  const kept = (frozen ?? []).filter(({ pattern }) => weights.has(pattern))
  const days = calendar.minutes.map((minutes, index) => (index > 0 ? minutes : frozen ? 0 : Math.max(0, minutes - spentMinutes)))
  const reserved = reserveQuestions(days, curriculum)
  const free = days.map((minutes, index) => minutes - (reserved[index] ?? 0))
  const season: Season = { days: free, lessonsEnd: calendar.targetDay - calendar.today - LESSON_FREE_DAYS, grain }
  const open = openCandidates(season)
  const orders = ordersOf(curriculum, memory, phasesFor(free.length, grain))
  let idle = 0
  const all = curriculum.map((pattern, at): Candidates => {
    const supply = supplyOf(pattern, memory.patterns.get(pattern.id))
    const weight = weights.get(pattern.id) ?? 0
    const plain = openProspect(memory, pattern.id, supply, calendar)
    idle += weight * idleChance(plain)
    return open(
      withKept(
        plain,
        kept.filter((entry) => entry.pattern === pattern.id),
      ),
      weight,
      orders[at] as Order,
    )
  })
  const { chosen, left } = fit(
    all.map(({ columns }) => columns),
    capacityOf(season),
  )
  const planned = all.map((candidates, index): Planned => {
    const schedule = candidates.schedules[chosen[index] ?? 0] ?? []
    return { candidates, schedule, chance: foretell(candidates.prospect, schedule).at(-1)?.chance ?? candidates.idle }
  })
  free.forEach((_, index) => {
    const over = reserved[index] ? fillQuestion(planned, index, reserved[index]) : 0
    const rest = fillWork(planned, index, (left[index] ?? 0) + over)
    fillDrills(planned, index, rest, days[index] ?? 0)
  })
  const patterns = curriculum.map(({ id }) => id)
  const entries = layEntries(planned, patterns, calendar.minutes.length)
  entries[0]?.unshift(...kept)
  const reached = planned.reduce((sum, { candidates, chance }) => sum + candidates.weight * chance, 0)
  return {
    day: calendar.today,
    targetDay: calendar.targetDay,
    horizonDay: calendar.horizonDay,
    days: entries.map((each, index) => ({ day: calendar.today + index, capacity: calendar.minutes[index] ?? 0, entries: each })),
    dropped: droppedOf(planned, patterns),
    idle,
    reached,
  }
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
function withKept(prospect: Prospect, kept: readonly PlanEntry[]): Prospect {
  if (kept.length === 0) return prospect
  const start = copyTrace(prospect.start)
  for (const { activity, novelty } of kept) advance(start, prospect.traits, activity, novelty, prospect.today)
  return { ...prospect, start, known: true }
}
