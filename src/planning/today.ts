import type { Curriculum, CurriculumItem, CurriculumPattern } from '../domain/curriculum.ts'
import type { Memory, PatternMemory } from '../domain/memory.ts'
import type { Plan, PlanEntry } from '../domain/plan.ts'
import type { Task } from '../domain/task.ts'
import { chooseItem, noveltyFor } from './choose.ts'
import { interleave } from './interleave.ts'
import { reasonFor } from './reason.ts'
import { minutesWith, supplyOf } from './supply.ts'

export interface TodayRequest {
  /** Whole days since 1970-01-01. */
  readonly day: number
  /** Minutes there are now. */
  readonly minutes: number
  readonly plan: Plan
  readonly curriculum: Curriculum
  /** With everything in it that was done today. */
  readonly memory: Memory
  /** Items to leave alone, e.g. done today. */
  readonly avoid?: ReadonlySet<string>
}

export interface Queue {
  readonly tasks: readonly Task[]
  /** Sum of the tasks' minutes. */
  readonly minutes: number
  /** Of today's plan, what these minutes have no room for. It is no debt: tomorrow's plan starts from what is known then. */
  readonly left: readonly PlanEntry[]
}

/** With minutes to spare, the plan of so many days is drawn on. */
const AHEAD_DAYS = 7
/** Drills that no plan asked for: at most this share of the minutes, and on the day of the interview at most so many minutes. */
const SPARE_DRILLS = 0.3
const WARM_UP_MINUTES = 15

interface Wanted {
  readonly entry: PlanEntry
  readonly ahead: number
}

/** What to do now, in order: what is left of today's plan as far as it fits, then what comes next, then drills. Never more than the minutes, never what was met today. */
export function queueFor(request: TodayRequest): Queue {
  const { day, plan, memory, curriculum } = request
  const patterns = new Map(curriculum.map((pattern) => [pattern.id, pattern]))
  const due = entriesOf(plan, day).filter((entry) => patterns.has(entry.pattern) && !isDone(entry, memory.patterns.get(entry.pattern), day))
  const isLastDay = plan.targetDay <= day
  const minutes = isLastDay ? Math.min(WARM_UP_MINUTES, request.minutes) : request.minutes
  const taken = new Set(due.map(({ pattern }) => pattern))
  const used = new Set(request.avoid)
  const fill = (wanted: readonly Wanted[], room: number) => fitting(wanted, room, patterns, request, used)
  const fresh = (pattern: string) => !taken.has(pattern) && patterns.has(pattern) && !wasMet(memory.patterns.get(pattern), day)
  const own = fill(
    due.map((entry) => ({ entry, ahead: 0 })),
    minutes,
  )
  const next = fill(isLastDay ? [] : aheadOf(request, fresh), minutes - minutesOf(own))
  for (const { entry } of next) taken.add(entry.pattern)
  const room = minutes - minutesOf(own) - minutesOf(next)
  const drills = fill(spareDrills(request, fresh), isLastDay ? room : Math.min(room, SPARE_DRILLS * minutes))
  const tasks = [...own, ...next, ...drills]
  const isTaken = (entry: PlanEntry) => own.some((task) => task.entry.pattern === entry.pattern && task.entry.activity === entry.activity)
  return { tasks: interleave(tasks, patterns), minutes: minutesOf(tasks), left: due.filter((entry) => !isTaken(entry)) }
}

function minutesOf(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { entry }) => sum + entry.minutes, 0)
}

/** Whether today's meeting that the entry asks for has happened. */
export function isDone({ activity }: Pick<PlanEntry, 'activity'>, memory: PatternMemory | undefined, day: number): boolean {
  if (activity === 'lesson') return wasMet(memory, day)
  return (activity === 'drill' ? memory?.recognise : memory?.execute)?.lastDay === day
}

function wasMet(memory: PatternMemory | undefined, day: number): boolean {
  return memory?.recognise?.lastDay === day || memory?.execute?.lastDay === day
}

function entriesOf(plan: Plan, day: number): readonly PlanEntry[] {
  return plan.days[day - plan.day]?.entries ?? []
}

/** What pays most a minute and still fits, each with its item and that item's own minutes; in the order of the plan. */
function fitting(
  wanted: readonly Wanted[],
  minutes: number,
  patterns: ReadonlyMap<string, CurriculumPattern>,
  { memory, day }: TodayRequest,
  used: Set<string>,
): readonly Task[] {
  let room = minutes
  const tasks = new Map<Wanted, Task>()
  const byDensity = [...wanted].sort((a, b) => a.ahead - b.ahead || b.entry.gain / b.entry.minutes - a.entry.gain / a.entry.minutes)
  for (const each of byDensity) {
    const { entry, ahead } = each
    const pattern = patterns.get(entry.pattern)
    if (!pattern || room <= 0) continue
    const known = memory.patterns.get(entry.pattern)
    const fits = (item: CurriculumItem) => minutesWith(item, entry.activity, noveltyFor(item, known)) <= room
    const item = chooseItem({ ...pattern, items: pattern.items.filter(fits) }, known, entry, used)
    const isBare = !item && entry.activity === 'lesson' && pattern.items.every(({ activity }) => activity === 'drill')
    if (!item && !isBare) continue
    if (item) used.add(item.id)
    const own = { ...entry, minutes: minutesWith(item, entry.activity, item ? noveltyFor(item, known) : 'far') }
    if (own.minutes > room) continue
    room -= own.minutes
    tasks.set(each, { entry: own, item, reason: reasonFor(own, known, day, ahead) })
  }
  return wanted.flatMap((each) => tasks.get(each) ?? [])
}

/** The plan's next days: each pattern's next meeting, if it can be brought forward. */
function aheadOf({ plan, day, memory }: TodayRequest, fresh: (pattern: string) => boolean): readonly Wanted[] {
  const seen = new Set<string>()
  return Array.from({ length: AHEAD_DAYS }, (_, index) => index + 1).flatMap((ahead) =>
    entriesOf(plan, day + ahead).flatMap((entry): Wanted[] => {
      if (seen.has(entry.pattern) || !fresh(entry.pattern)) return []
      seen.add(entry.pattern)
      // A pattern never met begins with its lesson.
      return memory.patterns.has(entry.pattern) || entry.activity === 'lesson' ? [{ entry, ahead }] : []
    }),
  )
}

/** Drills on what is known, longest not met first. */
function spareDrills({ curriculum, memory, day }: TodayRequest, fresh: (pattern: string) => boolean): readonly Wanted[] {
  return curriculum
    .flatMap((pattern) => {
      const known = memory.patterns.get(pattern.id)
      const supply = supplyOf(pattern, known, day)
      if (!known || !fresh(pattern.id) || supply.drillsLeft === 0) return []
      const lastDay = Math.max(known.recognise?.lastDay ?? 0, known.execute?.lastDay ?? 0)
      return [{ lastDay, pattern: pattern.id, minutes: supply.minutes.drill }]
    })
    .sort((a, b) => a.lastDay - b.lastDay)
    .map(({ pattern, minutes }) => ({ entry: { pattern, activity: 'drill', novelty: 'far', probe: false, minutes, gain: 0 }, ahead: 0 }))
}
