import { chanceOf } from './chance.ts'
import type { World } from './world.ts'

const TOPICS = 11
const PATTERNS_EACH = 6
const STORIES = 8
const VALUES = 4
/** Unseen contexts in which the interview asks for each pattern. */
const QUESTIONS = 6

/** What a context looks like: three attributes, and how hard it is (logarithm of a factor on the threshold). */
export interface Context {
  readonly attributes: readonly [number, number, number]
  readonly hardness: number
}

/** Something to learn. `stories` can be practised; `questions` are the interview's and are never practised. */
export interface Subject {
  readonly id: string
  readonly topic: number
  /** Share of the interview. */
  readonly weight: number
  readonly confusable: readonly number[]
  /** Index of the pattern to be known before. */
  readonly prerequisite: number | undefined
  readonly stories: readonly Context[]
  readonly questions: readonly Context[]
}

export interface Course {
  readonly topics: readonly string[]
  readonly subjects: readonly Subject[]
}

/** Eleven topics of six patterns: neighbours are confusable, each stands on the one before in half the cases. */
export function drawCourse(world: World, seed: number): Course {
  const chance = chanceOf(seed, 'course')
  const topics = Array.from({ length: TOPICS }, (_, n) => `topic-${n + 1}`)
  const raw = topics.flatMap(() => {
    const ofTopic = chance.normal() * world.weightSpread * 0.6
    return Array.from({ length: PATTERNS_EACH }, () => Math.exp(ofTopic + chance.normal() * world.weightSpread * 0.8))
  })
  const sum = raw.reduce((total, value) => total + value, 0)
  const context = (ofPattern: number): Context => ({
    attributes: [chance.below(VALUES), chance.below(VALUES), chance.below(VALUES)],
    hardness: ofPattern + chance.normal() * 0.15,
  })
  const subjects = raw.map((weight, n): Subject => {
    const [topic, place] = [Math.floor(n / PATTERNS_EACH), n % PATTERNS_EACH]
    const first = topic * PATTERNS_EACH
    const hardness = chance.normal() * 0.3
    return {
      id: `${topics[topic]}/pattern-${place + 1}`,
      topic,
      weight: weight / sum,
      confusable: [first + ((place + 1) % PATTERNS_EACH), first + ((place + PATTERNS_EACH - 1) % PATTERNS_EACH)],
      prerequisite: place > 0 && chance.uniform() < 0.5 ? n - 1 : undefined,
      stories: Array.from({ length: STORIES }, () => context(hardness)),
      questions: Array.from({ length: QUESTIONS }, () => context(hardness)),
    }
  })
  return { topics, subjects }
}

/** The context of the `variant`-th question about a story: the same but for its last attribute, which tells the variants apart. */
export function contextOf(subject: Subject, story: number, variant: number): Context {
  const told = subject.stories[story]
  if (told === undefined) throw new Error(`${subject.id} has no story ${story}`)
  const [first, second, third] = told.attributes
  return { attributes: [first, second, (third + variant) % VALUES], hardness: told.hardness }
}
