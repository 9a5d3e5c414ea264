import type { Facet, Novelty } from '../domain/evidence.ts'
import type { Memory } from '../domain/memory.ts'
import type { Activity } from '../domain/plan.ts'
import { foresee, traceOf } from './foresee.ts'
import { startStability } from './fsrs.ts'
import { varianceAlong } from './gaussian.ts'
import { meet, start } from './meeting.ts'
import { chanceOf, type FacetTrace, passChance, priorChance, retrievalChance, solveChance, type Trace } from './recall.ts'
import { topicOf } from './remember.ts'
import { dampFor, type FacetTraits, MODEL, type Traits, traitsFor } from './traits.ts'

/** What is asked, before it is answered: one facet alone, or with `unlabelled` both at once. */
export interface Question {
  readonly pattern: string
  readonly facet: Facet
  /** True where nobody says which pattern it is, so that it must be recognised as well. */
  readonly unlabelled: boolean
  readonly novelty: Novelty
  readonly day: number
  /** Of the item, in logits (`DIFFICULTY`). */
  readonly difficulty: number
  /** How many there are to choose from; undefined where nothing is to choose. */
  readonly options: number | undefined
}

const SLIP = 0.01

/** Chance to pass, drawn toward one half as far as the learner is not known yet: what the log says before the outcome. */
export function forecast(memory: Memory, question: Question): number {
  const { pattern, facet, unlabelled, novelty, day, difficulty, options } = question
  const topic = memory.topics.indexOf(topicOf(pattern))
  const traits = traitsFor(memory.traits, topic)
  const known = memory.patterns.get(pattern)
  const guess = options === undefined ? MODEL.codeGuess : 1 / options
  const asked = { facets: unlabelled ? (['recognise', 'execute'] as const) : [facet], novelty, day, difficulty, guess }
  const { chance: plain, direction } = foresee(known, traceOf(known, traits), traits, topic, asked)
  // Nothing is certain: there are slips, and there is luck.
  const chance = Math.min(Math.max(plain, SLIP), 1 - SLIP)
  const information = chance * (1 - chance)
  const variance = varianceAlong(memory.traits, direction) / information ** 2
  return chanceOf(Math.log(chance / (1 - chance)) * dampFor(variance))
}

/** Chance to solve an unlabelled question of core difficulty in a new context on a day: the unit of readiness. */
export function forecastSolve(memory: Memory, pattern: string, day: number): number {
  const { trace, traits } = numbersOf(memory, pattern)
  return solveChance(trace, traits, day)
}

/** A pattern and the traits for it as plain numbers, to be moved on by `advance`. Traits are the same for all patterns of a topic. */
export function numbersOf(memory: Memory, pattern: string): { readonly trace: Trace; readonly traits: Traits } {
  const traits = traitsFor(memory.traits, memory.topics.indexOf(topicOf(pattern)))
  return { trace: traceOf(memory.patterns.get(pattern), traits), traits }
}

/** A drill offers this many patterns to choose from. */
export const DRILL_OPTIONS = 4

/**
 * Moves a pattern, in place, to what is expected after an activity on a day; returns the chance to pass it.
 * The expected ln(stability) is taken: by the posterior's own mean, a recall happens with the chance that was believed before.
 * A facet met on this day already stays: that would be practice.
 */
export function advance(trace: Trace, traits: Traits, activity: Activity, novelty: Novelty, day: number): number {
  const { recognise, execute, coverage } = trace
  const { drill, ability } = traits
  if (activity === 'lesson') {
    read(recognise, ability, day)
    read(execute, ability, day)
    trace.coverage = Math.max(1, coverage)
    return MODEL.lessonPass
  }
  if (activity === 'drill') {
    const known = passChance(recognise, traits.recognise, ability, 0, coverage, novelty, day)
    train(recognise, traits.recognise, ability, day, drill)
    trace.coverage = covered(coverage, novelty, MODEL.coverage.drill)
    return known + (1 - known) / DRILL_OPTIONS
  }
  const executed = passChance(execute, traits.execute, ability, 0, coverage, novelty, day)
  const asked = activity !== 'question' && !(recognise.stability > 0 && recognise.day === day)
  const passed = asked ? executed * passChance(recognise, traits.recognise, ability, 0, coverage, novelty, day) : executed
  if (asked) train(recognise, traits.recognise, ability, day, 1)
  train(execute, traits.execute, ability, day, 1)
  trace.coverage = covered(coverage, novelty, passed * MODEL.coverage.pass + (1 - passed) * MODEL.coverage.fail)
  return passed
}

/** Reading and doing a pattern for the first time; again, it is only refreshed. */
function read(trace: FacetTrace, ability: number, day: number): void {
  if (trace.stability === 0) return train(trace, undefined, ability, day, 1)
  trace.stability = Math.max(trace.stability, startStability(3))
  trace.day = day
  trace.meetings += 1
}

/** By the posteriors' own means, what was known is known, and what was learnt comes back as often as was believed. */
function train(trace: FacetTrace, traits: FacetTraits | undefined, ability: number, day: number, strength: number): void {
  if (trace.stability === 0 || traits === undefined) {
    trace.known = priorChance(ability)
    start(trace, day, traits === undefined ? 3 : 1, strength)
  } else if (trace.day !== day) {
    meet(trace, day, retrievalChance(trace, traits, 0, day), 3, strength)
  }
}

function covered(coverage: number, novelty: Novelty, gained: number): number {
  return Math.max(1, coverage + gained * MODEL.distance[novelty])
}
