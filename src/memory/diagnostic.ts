import type { Ability } from '../domain/memory.ts'
import { startAbility } from './ability.ts'
import { type Direction, observe, sideBySide, varianceAlong, marginal } from './gaussian.ts'
import { chanceOf } from './recall.ts'

/** An item that the diagnostic may ask. */
export interface Candidate {
  readonly item: string
  readonly topic: string
  /** In logits; an author's guess until the item has outcomes. */
  readonly difficulty: number
  /** How sharply it tells able from unable; 1 is usual. */
  readonly discrimination: number
  /** How many there are to choose from; undefined where nothing is to choose. */
  readonly options: number | undefined
}

export interface DiagnosticAnswer {
  readonly candidate: Candidate
  readonly passed: boolean
}

/** How sure a learner says to be of each topic: 0 never done, 4 could teach it, null does not know. */
export type SelfRatings = Readonly<Record<string, number | null>>

/** What the answers so far say, and what to ask next. */
export interface Diagnosis {
  readonly ability: Ability
  /** Standard error of the ability over all topics, by their weights, and of each topic. */
  readonly error: number
  readonly topicErrors: readonly number[]
  /** Undefined when it is over: it knows enough, asked enough, or has nothing left to ask. */
  readonly next: Candidate | undefined
}

export const DIAGNOSTIC = {
  /** Self-ratings: logits for a step of one, what all are too high or low together, and what each is off by itself (reference simulation). */
  step: 0.8,
  sharedBias: 0.8,
  noise: 0.8,
  /** Who rates all topics alike, within one step, says little about the level: then so much may be shared bias. */
  alikeBias: 3,
  /** Authors guess difficulties to about so many logits: it blurs what an answer says. */
  difficultyError: 0.5,
  codeGuess: 0.02,
  enough: 0.4,
  fewest: 8,
  usual: 12,
  thorough: 22,
} as const

/** Where a diagnostic stands: a function of the answers alone, so that it can be left and taken up again. */
export function diagnose(
  topics: readonly string[],
  weights: Readonly<Record<string, number>>,
  ratings: SelfRatings,
  answers: readonly DiagnosticAnswer[],
  candidates: readonly Candidate[],
  most: number = DIAGNOSTIC.usual,
): Diagnosis {
  let { belief } = rateYourself(startAbility(topics), ratings)
  for (const { candidate, passed } of answers) {
    const topic = topics.indexOf(candidate.topic)
    if (topic < 0) continue
    const { chance, direction } = ask(belief.mean[topic] as number, topic, candidate)
    belief = observe(belief, direction, chance, chance * (1 - chance), passed ? 1 : 0)
  }
  const whole = topics.reduce((sum, topic) => sum + (weights[topic] ?? 0), 0)
  const overall: Direction = {
    at: topics.map((_, at) => at),
    by: topics.map((topic) => (whole > 0 ? (weights[topic] ?? 0) / whole : 1 / topics.length)),
  }
  const error = Math.sqrt(varianceAlong(belief, overall))
  const over = answers.length >= most || (answers.length >= DIAGNOSTIC.fewest && error <= DIAGNOSTIC.enough && most <= DIAGNOSTIC.usual)
  const asked = new Set(answers.map(({ candidate }) => candidate.item))
  return {
    ability: { topics, belief },
    error,
    topicErrors: topics.map((_, at) => Math.sqrt(varianceAlong(belief, { at: [at], by: [1] }))),
    next: over
      ? undefined
      : mostTelling(
          { topics, belief },
          overall,
          candidates.filter(({ item }) => !asked.has(item)),
        ),
  }
}

/** Ability after the self-ratings: each is the ability, plus what this learner rates too high or low throughout, plus chance. */
export function rateYourself({ topics, belief }: Ability, ratings: SelfRatings): Ability {
  const given = topics.flatMap((topic, at) => {
    const rating = ratings[topic]
    return rating === null || rating === undefined ? [] : [{ at, rating: Math.min(4, Math.max(0, rating)) }]
  })
  const said = given.map(({ rating }) => rating)
  const alike = given.length >= 3 && Math.max(...said) - Math.min(...said) <= 1
  const bias = alike ? DIAGNOSTIC.alikeBias : DIAGNOSTIC.sharedBias
  const middle = mean(belief.mean)
  let joint = sideBySide(belief, { mean: [0], covariance: [bias * bias] })
  for (const { at, rating } of given) {
    const expected = (joint.mean[at] as number) + (joint.mean[topics.length] as number)
    const felt = middle + (rating - 2) * DIAGNOSTIC.step
    joint = observe(joint, { at: [at, topics.length], by: [1, 1] }, expected, DIAGNOSTIC.noise ** 2, felt)
  }
  return {
    topics,
    belief: marginal(
      joint,
      topics.map((_, at) => at),
    ),
  }
}

/** The item whose answer is expected to take most off the variance of the overall ability; of equals the first. */
function mostTelling({ topics, belief }: Ability, overall: Direction, candidates: readonly Candidate[]): Candidate | undefined {
  const size = topics.length
  const shared = topics.map((_, row) => overall.by.reduce((sum, by, at) => sum + by * (belief.covariance[row * size + at] as number), 0))
  let [best, most] = [undefined as Candidate | undefined, 0]
  for (const candidate of candidates) {
    const topic = topics.indexOf(candidate.topic)
    if (topic < 0) continue
    const { chance, direction } = ask(belief.mean[topic] as number, topic, candidate)
    const slope = direction.by[0] as number
    const drop = (slope * (shared[topic] as number)) ** 2 / (varianceAlong(belief, direction) + chance * (1 - chance))
    if (drop > most) [best, most] = [candidate, drop]
  }
  return best
}

/** Two-parameter item response with a floor for guessing, blurred by what the author's guess of the difficulty may be off. */
function ask(
  ability: number,
  topic: number,
  { difficulty, discrimination, options }: Candidate,
): { readonly chance: number; readonly direction: Direction } {
  const guess = options === undefined ? DIAGNOSTIC.codeGuess : 1 / options
  const sharpness = discrimination / Math.sqrt(1 + (Math.PI / 8) * (discrimination * DIAGNOSTIC.difficultyError) ** 2)
  const known = chanceOf(sharpness * (ability - difficulty))
  return {
    chance: guess + (1 - guess) * known,
    direction: { at: [topic], by: [(1 - guess) * sharpness * known * (1 - known)] },
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
