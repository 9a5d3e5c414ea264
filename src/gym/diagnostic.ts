import type { DiagnosticEvent, SelfRatingEvent } from '../domain/event.ts'
import type { Fact } from '../domain/fact.ts'
import type { Band } from '../domain/readiness.ts'
import { UserError } from '../domain/user-error.ts'
import { derivedEntries } from '../derive/derive.ts'
import { type Candidate, DIAGNOSTIC, diagnose, type Diagnosis, type DiagnosticAnswer } from '../memory/diagnostic.ts'
import { DRILL_OPTIONS } from '../memory/forecast.ts'
import { chanceOf } from '../memory/recall.ts'
import { DIFFICULTY } from '../memory/remember.ts'
import { topicWeights } from '../planning/weights.ts'
import { storyOf } from './evidence.ts'
import type { Gym } from './gym.ts'
import { type Mind, selfRatingsOf } from './mind.ts'
import { findTarget } from './target.ts'

/** Where a learner is with finding out what they can do. */
export interface DiagnosticState {
  readonly state: 'never' | 'open' | 'ended'
  readonly answered: number
  /** At most so many items. */
  readonly most: number
  readonly diagnosis: Diagnosis
  /** By topic: chance to solve a question of core difficulty on a pattern never met, with its 80 % band. */
  readonly shares: readonly Band[]
}

/** 80 % of a normal distribution lie within so many standard deviations. */
const WITHIN = 1.2816

/** Remembers how sure the learner says to be of each topic, 0 to 4. Throws UserError for a topic that there is not. */
export async function rateTopics(gym: Gym, learner: string, ratings: Readonly<Record<string, number | null>>): Promise<void> {
  const topics = new Set(gym.library.topics.map(({ id }) => id))
  for (const [topic, rating] of Object.entries(ratings)) {
    if (!topics.has(topic)) throw new UserError(`There is no topic "${topic}".`, { where: topic, fix: `Rate ${[...topics].join(', ')}.` })
    if (rating !== null && !(rating >= 0 && rating <= 4)) {
      throw new UserError(`A rating of ${rating} is not on the scale.`, {
        where: topic,
        fix: 'Rate from 0, never done, to 4, could teach it; or null.',
      })
    }
  }
  await gym.store.append<SelfRatingEvent>({
    type: 'self-rating',
    learner,
    at: new Date(gym.now()).toISOString(),
    zone: gym.zone(),
    ratings,
  })
}

/** Begins a diagnostic, or ends the one that is open. */
export async function turnDiagnostic(gym: Gym, learner: string, state: DiagnosticEvent['state'], thorough: boolean): Promise<void> {
  await gym.store.append<DiagnosticEvent>({
    type: 'diagnostic',
    learner,
    at: new Date(gym.now()).toISOString(),
    zone: gym.zone(),
    state,
    ...(state === 'begun' ? { most: thorough ? DIAGNOSTIC.thorough : DIAGNOSTIC.usual } : {}),
  })
}

/** The item that an open diagnostic asks for; nothing is worked out while none is open. */
export function nextOfDiagnostic(gym: Gym, mind: Mind): string | undefined {
  return turnOf(mind.recollection.facts) === 'begun' ? diagnosticOf(gym, mind).diagnosis.next?.item : undefined
}

/** Whether there was a diagnostic, and whether it still asks. */
export function diagnosticStateOf(gym: Gym, mind: Mind): DiagnosticState['state'] {
  if (turnOf(mind.recollection.facts) === 'never') return 'never'
  return nextOfDiagnostic(gym, mind) === undefined ? 'ended' : 'open'
}

/** What the learner said last: `never` until a first one was begun. */
function turnOf(facts: readonly Fact[]): 'never' | DiagnosticEvent['state'] {
  const turns = facts.filter((fact) => fact.type === 'diagnostic')
  return turns.some(({ state }) => state === 'begun') ? (turns.at(-1)?.state ?? 'never') : 'never'
}

/** Where the diagnostic stands and which item is next: worked out from the log alone, so it can be left and taken up again. */
export function diagnosticOf(gym: Gym, mind: Mind): DiagnosticState {
  const { facts } = mind.recollection
  const place = facts.findLastIndex((fact) => fact.type === 'diagnostic' && fact.state === 'begun')
  const begun = facts[place]
  const since = facts.slice(place + 1)
  const most = (begun?.type === 'diagnostic' ? begun.most : undefined) ?? DIAGNOSTIC.usual
  const all = candidatesOf(gym)
  const answers = place < 0 ? [] : answersOf(since, all)
  // One item of a story may give the answer to another.
  const told = new Set(answers.map(({ candidate }) => storyOf(candidate.item)))
  const candidates = all.filter(({ item }) => !told.has(storyOf(item)))
  const diagnosis = diagnose(
    gym.library.topics.map(({ id }) => id),
    weightsOf(gym, mind),
    selfRatingsOf(mind.recollection) ?? {},
    answers,
    candidates,
    most,
  )
  const turn = turnOf(facts)
  const state = turn === 'begun' ? (diagnosis.next === undefined ? 'ended' : 'open') : turn
  return { state, answered: answers.length, most, diagnosis, shares: sharesOf(diagnosis) }
}

function sharesOf({ ability, topicErrors }: Diagnosis): readonly Band[] {
  return topicErrors.map((error, at) => {
    const mean = ability.belief.mean[at] as number
    return { mean: chanceOf(mean), low: chanceOf(mean - WITHIN * error), high: chanceOf(mean + WITHIN * error) }
  })
}

function weightsOf(gym: Gym, { recollection }: Mind): Readonly<Record<string, number>> {
  const target = findTarget(recollection)
  if (target === undefined) return Object.fromEntries(gym.library.topics.map(({ id }) => [id, 1]))
  return Object.fromEntries(topicWeights(target))
}

/** Short items that a machine judges: which pattern fits, and what comes out. */
function candidatesOf({ library, origins }: Gym): readonly Candidate[] {
  return [...library.items.values()].flatMap((item) =>
    derivedEntries(item, origins)
      .filter(({ form }) => form !== 'fix')
      .map(({ id, topic, difficulty }) => ({
        item: id,
        topic,
        difficulty: DIFFICULTY[difficulty],
        discrimination: 1,
        options: DRILL_OPTIONS,
      })),
  )
}

/** The first answer to each item; of an item that is gone only its topic is lost, and so the answer. */
function answersOf(facts: readonly Fact[], candidates: readonly Candidate[]): readonly DiagnosticAnswer[] {
  const known = new Map(candidates.map((candidate) => [candidate.item, candidate]))
  const answers = new Map<string, DiagnosticAnswer>()
  for (const fact of facts) {
    if (fact.type !== 'attempt' && fact.type !== 'recognition') continue
    const candidate = known.get(fact.item)
    if (fact.purpose !== 'diagnostic' || candidate === undefined || answers.has(fact.item)) continue
    answers.set(fact.item, { candidate, passed: fact.type === 'attempt' ? fact.verdict === 'passed' : fact.chosen === fact.pattern })
  }
  return [...answers.values()]
}
