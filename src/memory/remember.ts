import type { Evidence, Facet, Novelty, Rating } from '../domain/evidence.ts'
import type { Difficulty, Form } from '../domain/item.ts'
import type { Ability, ContextMet, FacetMemory, Gaussian, Memory, PatternMemory } from '../domain/memory.ts'
import { startAbility } from './ability.ts'
import { type Asked, foresee, traceOf } from './foresee.ts'
import { startStability } from './fsrs.ts'
import { drift, observe, sideBySide } from './gaussian.ts'
import { knownAfter, meet, retrievedAfter, type Signs, start } from './meeting.ts'
import { rateExecution, rateRecognition } from './rating.ts'
import type { Trace } from './recall.ts'
import { DRIFTING, MODEL, startTraits, type Traits, traitsFor, withinBounds } from './traits.ts'

/** In logits, on the scale of ability; guesses of authors until items have outcomes of their own. */
export const DIFFICULTY: Readonly<Record<Difficulty, number>> = { 'warm-up': -1, core: 0, hard: 1, expert: 2 }

/** Variance of an outcome that was thought certain: there are slips, and there is luck. */
const LEAST_NOISE = 0.01

/** What is believed of a learner of whom nothing is known but, at most, how able they say they are. */
export function startMemory(topics: readonly string[], ability: Ability = startAbility(topics)): Memory {
  return {
    model: MODEL.version,
    topics: ability.topics,
    patterns: new Map(),
    traits: sideBySide(startTraits(), ability.belief),
    familiar: 0,
    fresh: 0,
  }
}

/** What is believed after one more graded meeting, the latest one. What comes in from elsewhere with an earlier time needs `rebuild`. */
export function remember(memory: Memory, evidence: Evidence): Memory {
  return rebuild(memory, [evidence])
}

/** What is believed after all of these, whatever their order: they are taken in the order of time. */
export function rebuild(from: Memory, evidence: readonly Evidence[]): Memory {
  const patterns = new Map(from.patterns)
  let { traits, familiar, fresh } = from
  for (const each of [...evidence].sort(inTime)) {
    const known = patterns.get(each.pattern)
    const learnt = learn(known, traits, from.topics.indexOf(topicOf(each.pattern)), each)
    patterns.set(each.pattern, learnt.pattern)
    traits = learnt.traits
    if (learnt.counts && learnt.novelty === 'far') fresh++
    else if (learnt.counts) familiar++
  }
  return { model: MODEL.version, topics: from.topics, patterns, traits, familiar, fresh }
}

export function topicOf(pattern: string): string {
  return pattern.split('/', 1)[0] ?? pattern
}

/** How new an item would be for a pattern. */
export function noveltyOf(known: PatternMemory | undefined, item: string, context: string): Novelty {
  const met = known?.contexts.get(context)
  if (met === undefined) return 'far'
  return met.items.includes(item) ? 'same' : 'near'
}

interface Learnt {
  readonly pattern: PatternMemory
  readonly traits: Gaussian
  readonly novelty: Novelty
  /** True when it was a review of something met before: it says something about the transfer gap. */
  readonly counts: boolean
}

/** One thing that a meeting shows: of some facets at once, that they were passed or not. */
interface Shown {
  readonly facets: readonly Facet[]
  readonly ratings: readonly Rating[]
  readonly passed: boolean
}

function learn(known: PatternMemory | undefined, belief: Gaussian, topic: number, evidence: Evidence): Learnt {
  const novelty = noveltyOf(known, evidence.item, evidence.context)
  const contexts = withContext(known?.contexts, evidence)
  const shown = shownBy(evidence, known)
  const before: PatternMemory = {
    ...(known ?? { pattern: evidence.pattern, recognise: undefined, execute: undefined, coverage: 0 }),
    contexts,
    meetings: (known?.meetings ?? 0) + 1,
  }
  if (shown.length === 0) {
    const gained = novelty === 'far' && rateExecution(evidence.outcome).rating > 1 ? MODEL.coverage.practice : 0
    return { pattern: { ...before, coverage: before.coverage + gained }, traits: belief, novelty, counts: false }
  }
  let pattern: PatternMemory = before
  let traits = belief
  for (const each of shown) {
    const numbers = traitsFor(traits, topic)
    const trace = traceOf(known, numbers)
    const asked: Asked = {
      facets: each.facets,
      novelty,
      day: evidence.day,
      difficulty: DIFFICULTY[evidence.difficulty ?? 'core'],
      guess: guessOf(evidence),
    }
    const foreseen = foresee(known, trace, numbers, topic, asked)
    const { chance } = foreseen
    // What was read a moment ago says nothing about the learner.
    if (evidence.purpose !== 'lesson') {
      const noise = Math.max(chance * (1 - chance), LEAST_NOISE)
      traits = withinBounds(drift(observe(traits, foreseen.direction, chance, noise, each.passed ? 1 : 0), DRIFTING, MODEL.drift))
    }
    each.facets.forEach((facet, at) => {
      const after = metFacet(known?.[facet], facet, trace, foreseen.signs[at] as Signs, each, each.ratings[at] as Rating, evidence, numbers)
      pattern = { ...pattern, [facet]: after }
    })
  }
  const coverage = Math.max(1, before.coverage + coverageGained(novelty, evidence, shown))
  return { pattern: { ...pattern, coverage }, traits, novelty, counts: known !== undefined }
}

function metFacet(
  memory: FacetMemory | undefined,
  facet: Facet,
  trace: Trace,
  signs: Signs,
  { passed }: Shown,
  rating: Rating,
  { day, form, outcome, purpose }: Evidence,
  { drill }: Traits,
): FacetMemory {
  const came = retrievedAfter(signs, passed)
  const isDrill = outcome.kind === 'choice' && facet === 'recognise'
  const whole = purpose === 'lesson' || outcome.kind === 'rating'
  const strength = isDrill ? drill : whole ? 1 : MODEL.formStrength[form]
  const recall = rating === 1 ? 2 : rating
  const after = { ...trace[facet] }
  if (memory === undefined) start(after, day, passed ? recall : 1, strength)
  else meet(after, day, came, recall, strength)
  // Read again, it is known at least as well as what was read for the first time.
  if (purpose === 'lesson') after.stability = Math.max(after.stability, startStability(rating))
  return {
    stability: after.stability,
    difficulty: after.difficulty,
    // What passes later may have been learnt here: only the first meeting speaks for knowledge from before, later ones against it.
    known: memory === undefined ? knownAfter(signs, passed) : Math.min(memory.known, knownAfter(signs, passed)),
    lastDay: day,
    reviews: (memory?.reviews ?? 0) + (isDrill ? 0 : 1),
    drills: (memory?.drills ?? 0) + (isDrill ? 1 : 0),
    practised: (memory?.practised ?? 0) + (isDrill ? 0 : strength),
    lapses: (memory?.lapses ?? 0) + (passed || memory === undefined ? 0 : 1),
  }
}

/** What an outcome shows, less what was met on this day already: that is practice. */
function shownBy({ facet, outcome, form, purpose, day }: Evidence, known: PatternMemory | undefined): Shown[] {
  const fresh = (facet: Facet) => !isPractice(known?.[facet], day)
  const execution = rateExecution(outcome).rating
  if (facet === 'recognise') {
    const rating = rateRecognition(outcome)?.rating
    return rating === undefined || !fresh('recognise') ? [] : [alone('recognise', rating)]
  }
  // Nobody said which pattern it is: to write it, it must be seen as well. Read a moment ago, or asked first, it is known.
  const unlabelled = outcome.kind === 'code' && isUnlabelled(form) && fresh('recognise')
  if (purpose === 'lesson') return (['recognise', 'execute'] as const).filter(fresh).map((facet) => alone(facet, execution))
  if (!unlabelled) return fresh('execute') ? [alone('execute', execution)] : []
  if (!fresh('execute')) return []
  // Named by a hint, then carried out. What failed, or had its code shown, may have failed at either: one outcome for both.
  if (outcome.passed && outcome.hint === 2) return [alone('recognise', 1), alone('execute', execution)]
  return [{ facets: ['recognise', 'execute'], ratings: [rateRecognition(outcome)?.rating ?? 1, execution], passed: execution > 1 }]
}

/** Whether nobody says which pattern is asked for: it must be seen as well as carried out. */
export function isUnlabelled(form: Form): boolean {
  return form === 'write' || form === 'design'
}

function alone(facet: Facet, rating: Rating): Shown {
  return { facets: [facet], ratings: [rating], passed: rating > 1 }
}

/**
 * The day of a facet's last meeting, or the day before it: a traveller's calendar may go back by one. Further back, the clock was wrong:
 * then the meeting counts, as if no time had passed, and the memory takes the earlier day.
 */
function isPractice(memory: FacetMemory | undefined, day: number): boolean {
  return memory !== undefined && (memory.lastDay === day || memory.lastDay === day + 1)
}

function guessOf({ outcome, purpose }: Evidence): number {
  if (purpose === 'lesson') return MODEL.lessonPass
  return outcome.kind === 'choice' ? 1 / outcome.options : MODEL.codeGuess
}

function coverageGained(novelty: Novelty, { outcome }: Evidence, shown: readonly Shown[]): number {
  if (novelty === 'same') return 0
  const { pass, fail, drill } = MODEL.coverage
  const gained = outcome.kind === 'choice' ? drill : shown.every(({ passed }) => passed) ? pass : fail
  return gained * MODEL.distance[novelty]
}

function withContext(
  contexts: ReadonlyMap<string, ContextMet> | undefined,
  { item, context, day }: Evidence,
): ReadonlyMap<string, ContextMet> {
  const met = contexts?.get(context)
  if (met !== undefined && met.day === day && met.items.includes(item)) return contexts as ReadonlyMap<string, ContextMet>
  const items = met === undefined ? [item] : met.items.includes(item) ? met.items : [...met.items, item]
  return new Map(contexts).set(context, { day, items })
}

/** Two devices may say things at the same moment: then anything that does not depend on who came first will do. */
function inTime(a: Evidence, b: Evidence): number {
  return a.at - b.at || compare(a.pattern, b.pattern) || compare(b.facet, a.facet) || compare(a.item, b.item)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
