import type { Evidence } from '../domain/evidence.ts'
import type { Memory } from '../domain/memory.ts'
import { rebuild, startMemory } from '../memory/remember.ts'
import { dayAt } from './day.ts'
import type { Recall, Recollection } from './recollection.ts'

/** What is believed of a learner at this moment, with what it is believed from. */
export interface Mind {
  readonly recollection: Recollection
  readonly memory: Memory
  /** Today: whole days since 1970-01-01 on this machine's calendar. */
  readonly today: number
}

interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** IANA zone. */
  readonly zone: () => string
}

/** Memory after the evidence up to a place: what comes after it is remembered anew, since a day's evidence grows until its end. */
interface Settled {
  readonly memory: Memory
  readonly places: number
  readonly last: Evidence | undefined
}

/** Reads what is new in a learner's log and remembers it; what was remembered before is not read again. */
export function createMind(recall: Recall, topics: readonly string[], { now, zone }: Clock): (learner: string) => Promise<Mind> {
  const kept = new Map<string, Settled>()
  return async (learner) => {
    const recollection = await recall(learner)
    const { evidence } = recollection
    const settled = settle(kept.get(learner), evidence, topics)
    kept.set(learner, settled)
    const open = evidence.slice(settled.places)
    const memory = open.length === 0 ? settled.memory : rebuild(settled.memory, open)
    return { recollection, memory, today: dayAt(now(), zone()) }
  }
}

/** Moves on to the evidence of all days but the last. When older evidence came in, from another device, it begins anew. */
function settle(before: Settled | undefined, evidence: readonly Evidence[], topics: readonly string[]): Settled {
  const lastDay = evidence.at(-1)?.day
  const places = evidence.findLastIndex(({ day }) => day !== lastDay) + 1
  const stands = before !== undefined && before.places <= places && evidence[before.places - 1] === before.last
  if (stands && before.places === places) return before
  const from = stands ? before : { memory: startMemory(topics), places: 0 }
  return { memory: rebuild(from.memory, evidence.slice(from.places, places)), places, last: evidence[places - 1] }
}
