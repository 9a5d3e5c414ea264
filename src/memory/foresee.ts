import type { Facet, Novelty } from '../domain/evidence.ts'
import type { FacetMemory, PatternMemory } from '../domain/memory.ts'
import { FSRS, retrievability } from './fsrs.ts'
import type { Direction } from './gaussian.ts'
import type { Signs } from './meeting.ts'
import { chanceOf, gapLeft, passChance, priorChance, recallLogit, retrievalChance, type FacetTrace, type Trace } from './recall.ts'
import { abilityDirection, bothDirections, directionOf, MODEL, PRIOR, type Traits } from './traits.ts'

/** What is asked of a learner: which facets at once, how new the context, how hard, how likely by luck. */
export interface Asked {
  readonly facets: readonly Facet[]
  readonly novelty: Novelty
  readonly day: number
  /** Of the item, in logits; 0 is core. */
  readonly difficulty: number
  /** Chance to pass without knowing. */
  readonly guess: number
}

/** What is expected before the outcome is known. */
export interface Foreseen {
  readonly chance: number
  /** How the chance moves with the traits. */
  readonly direction: Direction
  /** For each facet asked, what the outcome will say about it. */
  readonly signs: readonly Signs[]
}

/** A context never met still leaves this much doubt that what was retrieved is carried out. */
const CARRIED = 0.98

/** What is expected of a pattern met so, given the traits for its topic, which is number `topic` among the abilities. */
export function foresee(known: PatternMemory | undefined, trace: Trace, traits: Traits, topic: number, asked: Asked): Foreseen {
  const ability = traits.ability - asked.difficulty
  const retrieved = asked.facets.map((facet) => retrievalChance(trace[facet], traits[facet], ability, asked.day))
  const passed = asked.facets.map((facet) => passChance(trace[facet], traits[facet], ability, trace.coverage, asked.novelty, asked.day))
  const together = passed.reduce((all, chance) => all * chance, 1)
  const luck = 1 - asked.guess
  const slopes = asked.facets.map((facet, at) => {
    const chance = passed[at] as number
    // By the logit of this facet: the others stay as they are.
    const by = luck * together * (1 - chance)
    const memory = known?.[facet]
    if (memory === undefined) return abilityDirection(by, { ability: priorSlope(ability), topic })
    return directionOf(facet, by, {
      recall: recallLogit(trace[facet], asked.day),
      left: asked.novelty === 'same' ? 0 : gapLeft(trace.coverage) * MODEL.distance[asked.novelty],
      same: asked.novelty === 'same' ? 1 : 0,
      drilled: traits[facet].scale * recallSlope(trace[facet], asked.day) * memory.drilled,
      ability: MODEL.abilityWeight,
      topic,
    })
  })
  return {
    chance: asked.guess + luck * together,
    direction: slopes.reduce(bothDirections),
    signs: asked.facets.map((_, at) => {
      const [came, chance] = [retrieved[at] as number, passed[at] as number]
      const others = chance > 0 ? together / chance : 1
      const carried = Math.min(CARRIED, chance / came)
      const remembered = Math.max(0, (chance - came * carried) / (1 - came))
      return { retrieved: came, carried: carried * others, guessed: asked.guess + luck * remembered * others }
    }),
  }
}

/** A pattern as plain numbers, its stabilities as the learner's own strength of drills has them. */
export function traceOf(known: PatternMemory | undefined, traits: Traits): Trace {
  return {
    recognise: facetTrace(known?.recognise, traits.drill),
    execute: facetTrace(known?.execute, traits.drill),
    coverage: known?.coverage ?? 0,
  }
}

function facetTrace(memory: FacetMemory | undefined, drill: number): FacetTrace {
  if (memory === undefined) return { stability: 0, difficulty: 0, day: 0 }
  const stability = memory.stability * Math.exp(memory.drilled * (drill - PRIOR.drill[0]))
  return { stability, difficulty: memory.difficulty, day: memory.lastDay }
}

/** d logit R / d ln S. */
function recallSlope({ stability, day: last }: FacetTrace, day: number): number {
  const elapsed = Math.max(0, day - last)
  if (elapsed === 0) return 0
  const recall = retrievability(elapsed, stability)
  const age = recall ** (-1 / FSRS.weights[20]) - 1
  return (FSRS.weights[20] * age) / ((1 + age) * (1 - recall))
}

/** d logit √σ(x) / dx. */
function priorSlope(ability: number): number {
  return (1 - chanceOf(ability)) / (2 * (1 - priorChance(ability)))
}
