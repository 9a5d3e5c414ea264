import type { Novelty } from '../domain/evidence.ts'
import { NOVELTIES } from '../domain/evidence.ts'
import type { Columns, Layout } from './fit.ts'
import { chanceAfter, chancesAfter, type Family, familyOf, idleChance, isMetToday, type Prospect } from './prospect.ts'
import { type Grain, type Schedule, schedulesFor } from './schedule.ts'

/** The days that are planned, and what holds for all patterns. */
export interface Season {
  /** Minutes on each day from today. */
  readonly days: readonly number[]
  /** First day, by index, on which no lesson may stand any more. */
  readonly lessonsEnd: number
  /** Minutes. */
  readonly longestLesson: number
  readonly grain: Grain
}

/** Everything that one pattern could get. */
export interface Candidates {
  readonly prospect: Prospect
  readonly weight: number
  readonly idle: number
  readonly schedules: readonly Schedule[]
  /** Minutes and gain by candidate, the empty one first. */
  readonly minutes: Float64Array
  readonly columns: Columns
}

/** Where a pattern stands in the order of learning. */
export interface Order {
  /** Patterns of different phases are offered different days to start on. */
  readonly phase: number
  /** What is taken off the gain of a start on the last day, as a share. */
  readonly lateness: number
}

/** What schedules use does not hang on the pattern, only on its minutes: shared by all that agree. */
interface Offer {
  readonly family: Family
  readonly minutes: Float64Array
  readonly layout: Layout
}

/** Candidates of many patterns; what several have in common is worked out once. */
export function openCandidates(season: Season): (prospect: Prospect, weight: number, order: Order) => Candidates {
  const offers = new Map<string, Offer>()
  const chances = new Map<string, Float64Array>()
  return (plain, weight, { phase, lateness }) => {
    const prospect = { ...plain, wish: chooseNovelty(plain, season) }
    const { supply, known } = prospect
    const workMinutes = supply.work ? minutesOfWork(prospect) : 0
    const key = [phase, known, supply.work, supply.drillsLeft > 1, supply.minutes.lesson, workMinutes, supply.minutes.drill].join()
    const offer = offers.get(key) ?? layOut(prospect, workMinutes, season, phase)
    offers.set(key, offer)
    // Patterns of a topic that were never met are alike but for what there is to practise them with.
    const twins = known
      ? undefined
      : [
          key,
          prospect.wish,
          supply.farLeft,
          supply.nearLeft,
          supply.sameLeft,
          ...Object.values(prospect.traits.recognise),
          ...Object.values(prospect.traits.execute),
          prospect.traits.ability,
        ].join()
    const chance = (twins === undefined ? undefined : chances.get(twins)) ?? chancesAfter(prospect, offer.family)
    if (twins !== undefined) chances.set(twins, chance)
    const idle = idleChance(prospect)
    const once = isMetToday(prospect)
    const gains = chance.map((each, column) =>
      column === 0 || (once && offer.family.schedules[column]?.[0]?.index === 0)
        ? 0
        : weight * (each - idle) * (1 - lateness * startOf(offer.family.schedules[column], season)),
    )
    return { prospect, weight, idle, schedules: offer.family.schedules, minutes: offer.minutes, columns: { layout: offer.layout, gains } }
  }
}

/** At most this share of a day is new, but one lesson always may be. */
const LESSON_SHARE = 0.6

/** Row `days + index` is the room for lessons on a day. */
export function capacityOf({ days, longestLesson }: Season): Float64Array {
  return Float64Array.from([...days, ...days.map((minutes) => Math.max(minutes * LESSON_SHARE, Math.min(minutes, longestLesson)))])
}

export function minutesOf(prospect: Prospect, activity: Schedule[number]['activity']): number {
  return activity === prospect.supply.work ? minutesOfWork(prospect) : prospect.supply.minutes[activity]
}

function minutesOfWork({ supply, wish }: Prospect): number {
  const whole = supply.work ? supply.minutes[supply.work] : 0
  return wish === 'same' && supply.sameMinutes > 0 ? supply.sameMinutes : whole
}

function layOut(prospect: Prospect, workMinutes: number, season: Season, phase: number): Offer {
  const { supply, known } = prospect
  const minutes = supply.work ? { ...supply.minutes, [supply.work]: workMinutes } : supply.minutes
  const request = { ...season, phase, met: known, work: supply.work, drills: supply.drillsLeft > 1, minutes }
  const schedules: readonly Schedule[] = [[], ...schedulesFor(request)]
  const from = [0]
  const rows: number[] = []
  const amounts: number[] = []
  for (const schedule of schedules) {
    for (const { index, activity } of schedule) {
      rows.push(index)
      amounts.push(minutes[activity])
      if (activity === 'lesson') {
        rows.push(season.days.length + index)
        amounts.push(minutes.lesson)
      }
    }
    from.push(rows.length)
  }
  return {
    family: familyOf(schedules),
    minutes: Float64Array.from(schedules, (schedule) => schedule.reduce((sum, { activity }) => sum + minutes[activity], 0)),
    layout: { from: Int32Array.from(from), rows: Int32Array.from(rows), amounts: Float64Array.from(amounts) },
  }
}

/** When a schedule starts, as a share of the days. */
function startOf(schedule: Schedule | undefined, { days }: Season): number {
  return (schedule?.[0]?.index ?? 0) / days.length
}

/**
 * Same, near or far: what gains most a minute, by this learner's own transfer gap, over two meetings in the middle of the time.
 * The very item again takes less time; a new story is worth more the larger the gap is.
 */
function chooseNovelty(prospect: Prospect, { days }: Season): Novelty {
  const { supply, known } = prospect
  const work = supply.work
  if (!work || days.length < 3) return 'far'
  const [early, late] = [Math.floor(days.length / 3), Math.floor((2 * days.length) / 3)]
  const schedule: Schedule = [
    ...(known ? [] : [{ index: 0, activity: 'lesson' as const }]),
    { index: Math.max(1, early), activity: work },
    { index: Math.max(2, late), activity: work },
  ]
  const before = known ? idleChance(prospect) : chanceAfter(prospect, schedule.slice(0, 1))
  const density = (wish: Novelty) => (chanceAfter({ ...prospect, wish }, schedule) - before) / minutesOfWork({ ...prospect, wish })
  const offered = NOVELTIES.filter((wish) => wish !== 'same' || supply.sameMinutes > 0)
  return offered.reduce<Novelty>((best, wish) => (density(wish) > density(best) + 1e-12 ? wish : best), 'far')
}
