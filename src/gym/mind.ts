import type { Evidence } from '../domain/evidence.ts'
import type { Memory } from '../domain/memory.ts'
import { startAbility } from '../memory/ability.ts'
import { rateYourself, type SelfRatings } from '../memory/diagnostic.ts'
import { rebuild, startMemory } from '../memory/remember.ts'
import { dayAt } from './day.ts'
import type { Recall, Recollection } from './recollection.ts'

/** What is believed of a learner at this moment, with what it is believed from. */
export interface Mind {
  readonly recollection: Recollection
  readonly memory: Memory
  /** What was believed at the end of each earlier day on which something was shown, as today's model sees it. */
  readonly past: readonly Remembered[]
  /** Today: whole days since 1970-01-01 on this machine's calendar. */
  readonly today: number
}

export interface Remembered {
  readonly day: number
  readonly memory: Memory
}

interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** IANA zone. */
  readonly zone: () => string
}

/** Memory after the evidence of all days but the last, which grows until its end and is remembered anew each time. */
interface Settled {
  readonly start: Memory
  readonly ratings: SelfRatings | undefined
  readonly past: readonly Remembered[]
  readonly places: number
  readonly last: Evidence | undefined
}

/** Reads what is new in a learner's log and remembers it; what was remembered before is not read again. */
export function createMind(recall: Recall, topics: readonly string[], { now, zone }: Clock): (learner: string) => Promise<Mind> {
  const kept = new Map<string, { readonly settled: Settled; readonly mind: Mind }>()
  return async (learner) => {
    const recollection = await recall(learner)
    const today = dayAt(now(), zone())
    const last = kept.get(learner)
    // Nothing new in the log, nothing new to believe.
    if (last?.mind.recollection === recollection) return last.mind.today === today ? last.mind : { ...last.mind, today }
    const settled = settle(last?.settled, recollection, topics)
    const before = settled.past.at(-1)?.memory ?? settled.start
    const open = recollection.evidence.slice(settled.places)
    const memory = open.length === 0 ? before : rebuild(before, open)
    const mind = { recollection, memory, past: settled.past, today }
    kept.set(learner, { settled, mind })
    return mind
  }
}

/** The latest self-ratings. */
export function selfRatingsOf({ facts }: Pick<Recollection, 'facts'>): SelfRatings | undefined {
  const last = facts.findLast((fact) => fact.type === 'self-rating')
  return last?.type === 'self-rating' ? last.ratings : undefined
}

/** Moves on to the evidence of all days but the last. When older evidence came in, from another device, or the self-ratings changed, it begins anew. */
function settle(before: Settled | undefined, recollection: Recollection, topics: readonly string[]): Settled {
  const { evidence } = recollection
  const ratings = selfRatingsOf(recollection)
  const lastDay = evidence.at(-1)?.day
  const places = evidence.findLastIndex(({ day }) => day !== lastDay) + 1
  const stands =
    before !== undefined && before.ratings === ratings && before.places <= places && evidence[before.places - 1] === before.last
  if (stands && before.places === places) return before
  const from = stands ? before : { start: startMemory(topics, abilityFrom(topics, ratings)), past: [], places: 0 }
  const past = [...from.past]
  let memory = past.at(-1)?.memory ?? from.start
  for (const group of byDay(evidence.slice(from.places, places))) {
    memory = rebuild(memory, group)
    past.push({ day: group[0]?.day ?? 0, memory })
  }
  return { start: from.start, ratings, past, places, last: evidence[places - 1] }
}

function abilityFrom(topics: readonly string[], ratings: SelfRatings | undefined) {
  return ratings === undefined ? startAbility(topics) : rateYourself(startAbility(topics), ratings)
}

function byDay(evidence: readonly Evidence[]): Evidence[][] {
  const groups: Evidence[][] = []
  for (const each of evidence) {
    const group = groups.at(-1)
    if (group?.[0]?.day === each.day) group.push(each)
    else groups.push([each])
  }
  return groups
}
