import type { ForecastEvent } from '../domain/event.ts'
import type { Evidence, Facet, Novelty, Purpose } from '../domain/evidence.ts'
import type { Difficulty, Form } from '../domain/item.ts'
import type { Forecasted } from '../domain/readiness.ts'
import { forecast } from '../memory/forecast.ts'
import { rateExecution, rateRecognition } from '../memory/rating.ts'
import { DIFFICULTY, isUnlabelled, noveltyOf } from '../memory/remember.ts'
import { dayAt } from './day.ts'
import { storyOf } from './evidence.ts'
import type { Gym } from './gym.ts'
import type { Mind } from './mind.ts'
import { purposeOf } from './purpose.ts'
import type { Recollection } from './recollection.ts'

/** An item as it is about to be answered. */
export interface Asked {
  readonly item: string
  readonly itemHash: string
  readonly patterns: readonly string[]
  readonly form: Form
  readonly difficulty: Difficulty
  /** How many there are to choose from; undefined where nothing is to choose. */
  readonly options: number | undefined
}

/**
 * Says why an item is met and logs how likely the answer passes, before anybody knows: once a day for the item's first pattern and facet,
 * and not for what was met on this day already. Whether we were right is what the page on our own forecasts shows.
 */
export async function foretell(gym: Gym, learner: string, asked: Asked): Promise<Purpose> {
  const mind = await gym.mind(learner)
  const purpose = purposeOf(gym, mind, asked.item)
  // After a lesson the pattern is known by name, and was read a moment ago: that is no forecast of what is remembered.
  if (purpose !== 'lesson') await logForecast(gym, learner, asked, mind)
  return purpose
}

async function logForecast(gym: Gym, learner: string, asked: Asked, { memory, today, recollection }: Mind): Promise<void> {
  const [pattern] = asked.patterns
  if (pattern === undefined) return
  const facet: Facet = asked.form === 'recognise' ? 'recognise' : 'execute'
  const isMet = recollection.evidence.some((each) => each.day === today && each.pattern === pattern && each.facet === facet)
  if (isMet) return
  const novelty = noveltyOf(memory.patterns.get(pattern), asked.item, storyOf(asked.item))
  const probability = forecast(memory, {
    pattern,
    facet,
    unlabelled: isUnlabelled(asked.form),
    novelty,
    day: today,
    difficulty: DIFFICULTY[asked.difficulty],
    options: asked.options,
  })
  await gym.store.append<ForecastEvent>({
    type: 'forecast',
    learner,
    at: new Date(gym.now()).toISOString(),
    zone: gym.zone(),
    item: asked.item,
    itemHash: asked.itemHash,
    pattern,
    facet,
    novelty,
    model: memory.model,
    probability,
  })
}

/** A forecast and its outcome, with how new the context was. */
export interface Foretold extends Forecasted {
  readonly day: number
  readonly novelty: Novelty
}

/** What was said and what came of it, in the order in which it was said. What was never answered is left out. */
export function foretoldOf({ facts, evidence }: Recollection): readonly Foretold[] {
  const outcomes = new Map(evidence.map((each) => [keyOf(each.day, each), each]))
  const said = new Set<string>()
  return facts.flatMap((fact) => {
    if (fact.type !== 'forecast') return []
    const key = keyOf(dayAt(Date.parse(fact.at), fact.zone), fact)
    const outcome = outcomes.get(key)
    // What was said first counts: after that something is known.
    if (outcome === undefined || said.has(key)) return []
    said.add(key)
    return [
      {
        at: Date.parse(fact.at),
        day: outcome.day,
        novelty: fact.novelty,
        model: fact.model,
        probability: fact.probability,
        passed: isPassed(outcome),
      },
    ]
  })
}

/** As it was foretold: unaided, and where nobody named the pattern without a hint that does. */
function isPassed({ facet, form, outcome }: Evidence): boolean {
  const recognised = (rateRecognition(outcome)?.rating ?? 1) > 1
  if (facet === 'recognise') return recognised
  return rateExecution(outcome).rating > 1 && (form !== 'write' || outcome.kind !== 'code' || recognised)
}

function keyOf(day: number, { item, pattern, facet }: { readonly item: string; readonly pattern: string; readonly facet: Facet }): string {
  return `${day} ${item} ${pattern} ${facet}`
}
