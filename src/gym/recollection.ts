import type { Evidence } from '../domain/evidence.ts'
import type { Fact } from '../domain/fact.ts'
import type { Library } from '../domain/library.ts'
import type { Store } from '../domain/store.ts'
import { evidenceOf, timeOrder } from './evidence.ts'
import { dayAt } from './day.ts'

/** The log of one learner as it is read again and again: kept here, so that each look reads only what is new. */
export interface Recollection {
  /** In the order of time. */
  readonly facts: readonly Fact[]
  /** In the order of time. */
  readonly evidence: readonly Evidence[]
  /** Changes whenever the log does. */
  readonly version: number
}

/** Reads what a learner did; each look costs what came since the last. */
export type Recall = (learner: string) => Promise<Recollection>

/** Keeps one recollection a learner in this process; other processes on the same store are noticed at the next look. */
export function createRecall(store: Store, library: Library): Recall {
  const kept = new Map<string, Kept>()
  const looking = new Map<string, Promise<unknown>>()

  async function look(learner: string): Promise<Recollection> {
    const before = kept.get(learner) ?? EMPTY
    const { facts, came } = await store.facts(learner, before.came)
    if (facts.length === 0) return before
    const after = merge(before, facts, came, library)
    kept.set(learner, after)
    return after
  }

  return (learner) => {
    // One look at a time: two at once would each add what the other adds.
    const mine = (looking.get(learner) ?? Promise.resolve()).then(() => look(learner))
    looking.set(
      learner,
      mine.catch(() => undefined),
    )
    return mine
  }
}

interface Kept extends Recollection {
  readonly came: number
}

const EMPTY: Kept = { facts: [], evidence: [], version: 0, came: 0 }

/**
 * Evidence of a day hangs on all facts of that day and on hints of the day before, so from the day of the oldest new fact on
 * it is read anew; what is older stands. Usually that is today.
 */
function merge(before: Kept, fresh: readonly Fact[], came: number, library: Library): Kept {
  const facts = inOrder(before.facts, fresh)
  const from = Math.min(...fresh.map(dayOf))
  const stands = before.evidence.filter(({ day }) => day < from)
  const again = facts.slice(firstFrom(facts, from - 1))
  const evidence = [...stands, ...evidenceOf(again, library).filter(({ day }) => day >= from)]
  return { facts, evidence, version: before.version + 1, came }
}

function inOrder(old: readonly Fact[], fresh: readonly Fact[]): readonly Fact[] {
  const added = [...fresh].sort(timeOrder)
  const [first] = added
  const last = old.at(-1)
  const all = [...old, ...added]
  return first === undefined || last === undefined || timeOrder(last, first) <= 0 ? all : all.sort(timeOrder)
}

/** Place of the first fact that can belong to this day or a later one, in any zone. */
function firstFrom(facts: readonly Fact[], day: number): number {
  const start = (day - 1) * 86_400_000
  let [low, high] = [0, facts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (Date.parse((facts[middle] as Fact).at) < start) low = middle + 1
    else high = middle
  }
  return low
}

function dayOf(fact: Fact): number {
  return dayAt(Date.parse(fact.at), fact.zone)
}
