import type { Memory, PatternMemory } from '../domain/memory.ts'
import type { Band, PatternReadiness, Readiness } from '../domain/readiness.ts'
import { bandOf } from './band.ts'
import { foresee, traceOf } from './foresee.ts'
import { numbersOf } from './forecast.ts'
import { type Direction, sumOf, varianceAlong } from './gaussian.ts'
import { passChance, solveChance } from './recall.ts'
import { topicOf } from './remember.ts'
import { traitsFor } from './traits.ts'

/** A pattern's share of the interview's questions. */
export interface Weight {
  readonly pattern: string
  readonly weight: number
}

/** Chance from which a pattern counts as owned: three questions in five on it, in a context never met. */
export const OWNED = 0.6
/** Of the variance p(1−p) of one question, how much is that we do not know p. */
const DOUBT = 0.25

/** How ready a learner is on a day, and would be on the target's day if nothing more were practised. What would move it is planning's to say. */
export function readinessOf(memory: Memory, weights: readonly Weight[], day: number, targetDay: number): Omit<Readiness, 'movers'> {
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0) || 1
  const shares = weights.map(({ pattern, weight }) => ({ pattern, weight: weight / whole }))
  const patterns = shares.map(({ pattern, weight }) => patternReadiness(memory, pattern, weight, day, targetDay))
  const topics = [...new Set(shares.map(({ pattern }) => topicOf(pattern)))].map((topic) => {
    const own = shares.filter(({ pattern }) => topicOf(pattern) === topic)
    const evidence = evidenceIn(memory, own)
    return {
      topic,
      weight: own.reduce((sum, { weight }) => sum + weight, 0),
      band: evidence === 0 ? undefined : shareSolved(memory, own, day),
      evidence,
    }
  })
  return {
    day,
    now: shareSolved(memory, shares, day),
    atDate: shareSolved(memory, shares, Math.max(day, targetDay)),
    evidence: evidenceIn(memory, shares),
    topics,
    patterns,
  }
}

/** Expected share of the questions solved unaided on a day, with its 80 % band. */
export function shareSolved(memory: Memory, weights: readonly Weight[], day: number): Band {
  const { mean, variance } = solvedOf(memory, weights, day)
  return bandOf(mean, variance)
}

/** Mean and variance of the share solved, the latter as far as the model knows what it does not know. */
export function solvedOf(memory: Memory, weights: readonly Weight[], day: number): { readonly mean: number; readonly variance: number } {
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0) || 1
  const directions: Direction[] = []
  let [mean, doubt] = [0, 0]
  for (const { pattern, weight } of weights) {
    const { trace, traits } = numbersOf(memory, pattern)
    const chance = solveChance(trace, traits, day)
    const share = weight / whole
    mean += share * chance
    doubt += share * share * DOUBT * chance * (1 - chance)
    directions.push(solveDirection(memory, pattern, day))
  }
  const times = weights.map(({ weight }) => weight / whole)
  return { mean, variance: doubt + varianceAlong(memory.traits, sumOf(directions, times, memory.traits.mean.length)) }
}

function solveDirection(memory: Memory, pattern: string, day: number): Direction {
  const topic = memory.topics.indexOf(topicOf(pattern))
  const traits = traitsFor(memory.traits, topic)
  const known = memory.patterns.get(pattern)
  const asked = { facets: ['recognise', 'execute'] as const, novelty: 'far' as const, day, difficulty: 0, guess: 0 }
  return foresee(known, traceOf(known, traits), traits, topic, asked).direction
}

function patternReadiness(memory: Memory, pattern: string, weight: number, day: number, targetDay: number): PatternReadiness {
  const known = memory.patterns.get(pattern)
  const { trace, traits } = numbersOf(memory, pattern)
  const facet = (name: 'recognise' | 'execute') =>
    known?.[name] === undefined ? undefined : passChance(trace[name], traits[name], traits.ability, 0, trace.coverage, 'far', day)
  const now = solveChance(trace, traits, day)
  // On the day itself everything is fresh: what was owned still stood a night later.
  const met = known === undefined ? undefined : solveChance(trace, traits, lastDay(known) + 1)
  return {
    pattern,
    weight,
    recognise: facet('recognise'),
    execute: facet('execute'),
    now,
    atDate: solveChance(trace, traits, Math.max(day, targetDay)),
    state: met === undefined ? 'untouched' : now >= OWNED ? 'owned' : met >= OWNED ? 'fading' : 'started',
    contexts: known?.contexts.size ?? 0,
    evidence: known?.meetings ?? 0,
  }
}

function lastDay({ recognise, execute }: PatternMemory): number {
  return Math.max(recognise?.lastDay ?? Number.NEGATIVE_INFINITY, execute?.lastDay ?? Number.NEGATIVE_INFINITY)
}

function evidenceIn(memory: Memory, weights: readonly Weight[]): number {
  return weights.reduce((sum, { pattern }) => sum + (memory.patterns.get(pattern)?.meetings ?? 0), 0)
}
