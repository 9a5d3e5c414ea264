import type { Facet, Novelty } from '../domain/evidence.ts'
import type { FacetMemory, PatternMemory } from '../domain/memory.ts'
import type { Direction } from './gaussian.ts'
import type { Signs } from './meeting.ts'
import {
  chanceOf,
  gapLeft,
  passChance,
  priorChance,
  recallLogit,
  retrievalChance,
  roteLeft,
  type FacetTrace,
  type Trace,
} from './recall.ts'
import { abilityDirection, bothDirections, directionOf, MODEL, type Traits } from './traits.ts'

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
  const { ability } = traits
  const { difficulty, novelty, day } = asked
  const retrieved = asked.facets.map((facet) => retrievalChance(trace[facet], traits[facet], ability, difficulty, day))
  const passed = asked.facets.map((facet) => passChance(trace[facet], traits[facet], ability, difficulty, trace.coverage, novelty, day))
  const together = passed.reduce((all, chance) => all * chance, 1)
  const luck = 1 - asked.guess
  const slopes = asked.facets.map((facet, at) => {
    const chance = passed[at] as number
    // By the logit of this facet: the others stay as they are.
    const by = luck * together * (1 - chance)
    const memory = known?.[facet]
    if (memory === undefined) return abilityDirection(topic, by * priorSlope(ability - difficulty))
    const { scale, practice } = traits[facet]
    const { meetings } = trace[facet]
    return directionOf(facet, by, {
      recall: scale * recallLogit(trace[facet], day),
      left: novelty === 'same' ? 0 : gapLeft(trace.coverage) * MODEL.distance[novelty],
      same: novelty === 'same' ? roteLeft(trace[facet], day) : 0,
      practised: Math.log(1 + meetings),
      drilled: (practice * memory.drills) / (1 + meetings),
    })
  })
  return {
    chance: asked.guess + luck * together,
    direction: slopes.reduce(bothDirections),
    signs: asked.facets.map((_, at) => {
      const [came, chance] = [retrieved[at] as number, passed[at] as number]
      const others = chance > 0 ? together / chance : 1
      const carried = Math.min(CARRIED, chance / came)
      const remembered = Math.min(Math.max(0, (chance - came * carried) / (1 - came)), CARRIED)
      return { retrieved: came, carried: carried * others, guessed: asked.guess + luck * remembered * others }
    }),
  }
}

/** A pattern as plain numbers, its drills counted as strong as this learner's are. */
export function traceOf(known: PatternMemory | undefined, traits: Traits): Trace {
  return {
    recognise: facetTrace(known?.recognise, traits.drill),
    execute: facetTrace(known?.execute, traits.drill),
    coverage: known?.coverage ?? 0,
  }
}

function facetTrace(memory: FacetMemory | undefined, drill: number): FacetTrace {
  if (memory === undefined) return { stability: 0, difficulty: 0, day: 0, meetings: 0 }
  const { stability, difficulty, lastDay, reviews, drills } = memory
  return { stability, difficulty, day: lastDay, meetings: reviews + drill * drills }
}

/** d logit √σ(x) / dx. */
function priorSlope(ability: number): number {
  return (1 - chanceOf(ability)) / (2 * (1 - priorChance(ability)))
}
