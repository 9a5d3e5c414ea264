import type { Activity } from '../domain/plan.ts'

/** One meeting of a schedule; `index` counts days from today. */
export interface Slot {
  readonly index: number
  readonly activity: Activity
}

/** A way to spread one pattern's meetings over the days. */
export type Schedule = readonly Slot[]

/** What schedules are made for. Patterns that agree in all of it share one list. */
export interface ScheduleRequest {
  /** Minutes on each day from today. */
  readonly days: readonly number[]
  /** False for a pattern never met: it begins with a lesson. */
  readonly met: boolean
  readonly work: 'exercise' | 'question' | undefined
  readonly drills: boolean
  readonly minutes: Readonly<Record<Activity, number>>
  /** First day, by index, on which no lesson may stand any more. */
  readonly lessonsEnd: number
  readonly grain: Grain
  /** Which of the days to start on: patterns of different phases together start on all of them. */
  readonly phase: number
}

/** How fine the choice is. */

export interface Grain {
  /** Days to start on for one pattern. */
  readonly starts: number
  /** Most meetings to carry it out. */
  readonly works: number
  /** Choices of how many drills. */
  readonly drills: readonly number[]
}

export const FINE: Grain = { starts: 8, works: 4, drills: [0, 2] }
export const COARSE: Grain = { starts: 4, works: 3, drills: [0, 2] }

/** How many phases there are for so many days to start on. */
export function phasesFor(days: number, { starts }: Grain): number {
  return Math.max(1, Math.ceil(days / starts))
}

/** Where the i-th of k meetings falls between start and date, as a share: evenly, with growing gaps, or late. */
const SHAPES: readonly ((i: number, k: number) => number)[] = [
  (i, k) => i / (k + 0.5),
  (i, k) => ((1.8 ** i - 1) / (1.8 ** k - 1)) * (k / (k + 0.3)),
  (i, k) => (k === 1 ? 0.95 : 0.35 + (0.6 * (i - 1)) / (k - 1)),
]

/** Every candidate, each once; the empty one is not among them. No day has two meetings, but that a lesson may be followed by nothing else that day either. */
export function schedulesFor(request: ScheduleRequest): readonly Schedule[] {
  const { days, met, grain } = request
  const usable = days.flatMap((minutes, index) => (minutes > 0 ? [index] : []))
  const starts = met
    ? every(usable, Math.ceil(grain.starts / 2), request.phase)
    : every(
        usable.filter((index) => index < request.lessonsEnd && (days[index] ?? 0) >= request.minutes.lesson),
        grain.starts,
        request.phase,
      )
  const found = new Map<string, Schedule>()
  for (const start of starts) {
    for (let works = 0; works <= (request.work ? grain.works : 0); works++) {
      for (const shape of works > 0 ? SHAPES : SHAPES.slice(0, 1)) {
        for (const drills of request.drills ? grain.drills : [0]) {
          const schedule = lay(request, start, works, shape, drills)
          if (schedule && schedule.length > 0) found.set(schedule.map(({ index, activity }) => `${index}${activity}`).join(), schedule)
        }
      }
    }
  }
  return [...found.values()]
}

/** One schedule, or undefined where the days have no room for its meetings. */
function lay(
  { days, met, work, minutes }: ScheduleRequest,
  start: number,
  works: number,
  shape: (i: number, k: number) => number,
  drills: number,
): Schedule | undefined {
  const taken = new Map<number, Activity>()
  if (!met) taken.set(start, 'lesson')
  // A new pattern is first met again on the day after its lesson, a known one on the day that its reviews start.
  const first = met ? start : start + 1
  const length = days.length - first
  const put = (share: number, activity: Activity): boolean => {
    const wanted = Math.min(days.length - 1, first + Math.floor(share * length))
    const free = (index: number) => index >= first && !taken.has(index) && (days[index] ?? 0) >= minutes[activity]
    for (let off = 0; off <= 4; off++) {
      for (const index of [wanted + off, wanted - off]) {
        if (!free(index)) continue
        taken.set(index, activity)
        return true
      }
    }
    return false
  }
  const soonest = met ? shape(1, works) : 0
  for (let i = 1; i <= works; i++) if (work && !put(shape(i, works) - soonest, work)) return undefined
  for (let i = 1; i <= drills; i++) if (!put((i - 0.7) / drills, 'drill')) return undefined
  return [...taken].sort(([a], [b]) => a - b).map(([index, activity]) => ({ index, activity }))
}

/** About `count` of the values, evenly, from the phase's own first one. */
function every(values: readonly number[], count: number, phase: number): readonly number[] {
  const stride = Math.max(1, Math.ceil(values.length / count))
  return values.filter((_, at) => at % stride === phase % stride)
}
