import { NOVELTIES } from '../domain/evidence.ts'
import type { PlanEntry } from '../domain/plan.ts'
import { probeInstead } from '../memory/probe.ts'
import { minutesOf } from './candidates.ts'
import type { Planned } from './fill.ts'
import { foretell, type Prospect } from './prospect.ts'

/** Which reviews are probes is drawn from this, the pattern and the day: the same whenever it is asked. */
const PROBE_SEED = 4

/** Entries by day from today. */
export function layEntries(planned: readonly Planned[], patterns: readonly string[], days: number): PlanEntry[][] {
  const entries = Array.from({ length: days }, (): PlanEntry[] => [])
  planned.forEach((each, at) => {
    const { prospect } = each.candidates
    const gains = gainsOf(each)
    const foretold = foretell(prospect, each.schedule)
    each.schedule.forEach(({ index, activity }, place) => {
      const entry: PlanEntry = {
        pattern: patterns[at] ?? '',
        activity,
        novelty: foretold[place]?.novelty ?? 'far',
        probe: false,
        minutes: minutesOf(prospect, activity),
        gain: gains[place] ?? 0,
      }
      const isReview = (activity === 'exercise' || activity === 'question') && (prospect.known || place > 0)
      entries[index]?.push(isReview ? placeProbe(entry, prospect, prospect.today + index) : entry)
    })
  })
  return entries.map((each) => each.sort(inOrder))
}

/**
 * What each meeting of a pattern adds, so that they add up to what all of them do. A lesson alone is soon forgotten: its worth
 * is what it opens. So neighbours share by minutes until what is gained a minute only falls (the upper hull of gain over minutes).
 */
function gainsOf({ candidates: { prospect, weight, idle }, schedule }: Planned): readonly number[] {
  let before = idle
  const blocks: { gain: number; minutes: number; each: number[] }[] = []
  foretell(prospect, schedule).forEach(({ chance }, place) => {
    const minutes = minutesOf(prospect, schedule[place]?.activity ?? 'drill')
    let block = { gain: weight * (chance - before), minutes, each: [minutes] }
    before = chance
    for (let last = blocks.at(-1); last && last.gain / last.minutes <= block.gain / block.minutes; last = blocks.at(-1)) {
      blocks.pop()
      block = { gain: last.gain + block.gain, minutes: last.minutes + block.minutes, each: [...last.each, ...block.each] }
    }
    blocks.push(block)
  })
  return blocks.flatMap(({ gain, minutes, each }) => each.map((own) => (gain * own) / minutes))
}

/** Makes one review in ten a probe: in another context than would be chosen, so that the transfer gap can be measured. */
function placeProbe(entry: PlanEntry, { supply }: Prospect, day: number): PlanEntry {
  const left = { far: supply.farLeft, near: supply.nearLeft, same: supply.sameLeft }
  const offered = NOVELTIES.filter((novelty) => left[novelty] > 0)
  const novelty = probeInstead(entry.novelty, offered, PROBE_SEED, entry.pattern, day)
  return novelty === undefined ? entry : { ...entry, novelty, probe: true }
}

/** Lessons first, drills last, in between what gains most. */
function inOrder(a: PlanEntry, b: PlanEntry): number {
  const rank = ({ activity }: PlanEntry) => (activity === 'lesson' ? 0 : activity === 'drill' ? 2 : 1)
  return rank(a) - rank(b) || b.gain - a.gain || (a.pattern < b.pattern ? -1 : 1)
}
