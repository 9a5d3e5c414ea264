import type { Facet, Novelty } from '../domain/evidence.ts'
import type { FacetMemory, PatternMemory } from '../domain/memory.ts'
import type { Direction } from './gaussian.ts'
import type { Signs } from './meeting.ts'
import {
  chanceOf,
  type FacetTrace,
  gapLeft,
  knownChance,
  openFacet,
  priorChance,
  recallLogit,
  retrievalChance,
  roteLeft,
  type Trace,
  trainedChance,
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

/** What was retrieved is not always carried out, nor what is remembered: there are slips. */
const CARRIED = 0.98

/** What is expected of a pattern met so, given the traits for its topic, which is number `topic` among the abilities. */
export function foresee(met: PatternMemory | undefined, trace: Trace, traits: Traits, topic: number, asked: Asked): Foreseen {
  const { facets, guess } = asked
  const each = facets.map((facet) => lookAt(met, trace, traits, topic, asked, facet))
  const together = each.reduce((all, { chance }) => all * chance, 1)
  const luck = 1 - guess
  return {
    chance: guess + luck * together,
    direction: each
      .map(({ chance, direction: { at, by } }): Direction => ({ at, by: by.map((slope) => (luck * together * slope) / chance) }))
      .reduce(bothDirections),
    signs: each.map(({ chance, known, signs }) => {
      const others = luck * (together / chance)
      return {
        known,
        knownPasses: guess + others * signs.knownPasses,
        trainedPasses: guess + others * signs.trainedPasses,
        retrieved: signs.retrieved,
        carried: guess + others * signs.carried,
        guessed: guess + others * signs.guessed,
      }
    }),
  }
}

/** One facet by itself, without luck. */
interface Look {
  readonly chance: number
  readonly known: number
  readonly direction: Direction
  readonly signs: Signs
}

function lookAt(met: PatternMemory | undefined, trace: Trace, traits: Traits, topic: number, asked: Asked, facet: Facet): Look {
  const { difficulty, novelty, day } = asked
  const [own, memory] = [trace[facet], met?.[facet]]
  if (memory === undefined) {
    const ability = traits.ability - difficulty
    const known = priorChance(ability)
    const direction = abilityDirection(topic, known * (1 - known) * priorSlope(ability))
    return { chance: known, known, direction, signs: { known, knownPasses: 1, trainedPasses: 0, retrieved: 0, carried: 0, guessed: 0 } }
  }
  const { scale, practice } = traits[facet]
  const trained = trainedChance(own, traits[facet], difficulty, trace.coverage, novelty, day)
  const retrieved = retrievalChance(own, traits[facet], difficulty, day)
  const carried = Math.min(CARRIED, trained / retrieved)
  const direction = directionOf(facet, (1 - own.known) * trained * (1 - trained), {
    recall: scale * recallLogit(own, day),
    left: novelty === 'same' ? 0 : gapLeft(trace.coverage) * MODEL.distance[novelty],
    same: novelty === 'same' ? roteLeft(own, day) : 0,
    practised: Math.log(1 + own.meetings),
    drilled: (practice * memory.drills) / (1 + own.meetings),
  })
  const remembered = (trained - retrieved * carried) / (1 - retrieved)
  const signs: Signs = {
    known: own.known,
    knownPasses: knownChance(difficulty),
    trainedPasses: trained,
    retrieved,
    carried,
    guessed: Math.min(Math.max(0, remembered), CARRIED),
  }
  return { chance: own.known * signs.knownPasses + (1 - own.known) * trained, known: own.known, direction, signs }
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
  if (memory === undefined) return openFacet()
  const { stability, difficulty, lastDay, known, practised, drills } = memory
  return { stability, difficulty, day: lastDay, known, meetings: practised + drill * drills }
}

/** d logit √σ(x) / dx. */
function priorSlope(ability: number): number {
  return (1 - chanceOf(ability)) / (2 * (1 - priorChance(ability)))
}
