import type { Curriculum, CurriculumPattern } from '../domain/curriculum.ts'
import type { Round, Target } from '../domain/target.ts'
import { UserError } from '../domain/user-error.ts'
import { roundsOf } from './loops.ts'
import { DOMAIN_SHIFTS, LEVEL_FACTORS, ROUND_MIX, WEIGHED_TOPICS } from './topic-mix.ts'

/** What a target asks for, as shares that add up to 1. */
export interface Weights {
  /** By topic, of the topics that have patterns. */
  readonly topics: ReadonlyMap<string, number>
  /** By pattern id. */
  readonly patterns: ReadonlyMap<string, number>
  /** Share of the interview on topics for which there is no pattern: what is left was spread over the others. */
  readonly untaught: number
}

/** The last pattern of a topic weighs half of the first: what is learned first is asked most. Judgement. */
const LAST_OF_TOPIC = 0.5
/** How much one doubling of a pattern's items (plus one) adds: content is written where interviews ask. Judgement. */
const PER_DOUBLING = 0.15
/** A pattern that the domain must see. Judgement. */
const MUST_SEE = 2

/**
 * What the target's interview is made of: rounds give topics by their minutes, level and domain shift them, learning order
 * and the domain's must-see patterns divide a topic among its patterns. Throws UserError for rounds that ask for nothing technical.
 */
export function weigh(target: Target, curriculum: Curriculum): Weights {
  const asked = topicWeights(target)
  const byTopic = new Map<string, CurriculumPattern[]>()
  for (const pattern of curriculum) byTopic.set(pattern.topic, [...(byTopic.get(pattern.topic) ?? []), pattern])
  const taught = [...byTopic.keys()].filter((topic) => (asked.get(topic) ?? 0) > 0)
  const total = taught.reduce((sum, topic) => sum + (asked.get(topic) ?? 0), 0)
  const topics = new Map(taught.map((topic) => [topic, (asked.get(topic) ?? 0) / total]))
  const patterns = new Map<string, number>()
  for (const [topic, members] of byTopic) {
    const share = topics.get(topic) ?? 0
    const importance = members.map((pattern, place) => importanceOf(pattern, place, members.length, target))
    const sum = importance.reduce((a, b) => a + b, 0)
    members.forEach((pattern, place) => patterns.set(pattern.id, (share * (importance[place] ?? 0)) / sum))
  }
  return { topics, patterns, untaught: Math.max(0, 1 - total) }
}

/** Shares of the eleven topics in the target's interview, whether or not there are patterns for them. */
export function topicWeights(target: Pick<Target, 'company' | 'domain' | 'level' | 'rounds'>): ReadonlyMap<string, number> {
  const points = pointsOf(roundsOf(target))
  shift(points, target)
  const factors = LEVEL_FACTORS[target.level]
  for (const topic of WEIGHED_TOPICS) points.set(topic, (points.get(topic) ?? 0) * (factors[topic] ?? 1))
  return shares(points)
}

/** Whether the target's domain pulls this pattern forward. */
export function isMustSee(pattern: Pick<CurriculumPattern, 'id'>, target: Pick<Target, 'domain'>): boolean {
  const words = (pattern.id.split('/')[1] ?? '').split('-')
  return DOMAIN_SHIFTS[target.domain].mustSee.some((beginning) => words.some((word) => word.startsWith(beginning)))
}

function pointsOf(rounds: readonly Round[]): Map<string, number> {
  const technical = rounds.filter(({ kind, minutes }) => minutes > 0 && Object.keys(ROUND_MIX[kind]).length > 0)
  const minutes = technical.reduce((sum, round) => sum + round.minutes, 0)
  if (!(minutes > 0)) {
    throw new UserError('No round of the interview asks for anything technical, so there is nothing to plan for', {
      where: 'rounds',
      fix: 'Add a technical round with its minutes, or leave the rounds out to take those usual for the company.',
    })
  }
  const points = new Map<string, number>(WEIGHED_TOPICS.map((topic) => [topic, 0]))
  for (const round of technical) {
    for (const topic of WEIGHED_TOPICS) {
      points.set(topic, (points.get(topic) ?? 0) + ((ROUND_MIX[round.kind][topic] ?? 0) * round.minutes) / minutes)
    }
  }
  return points
}

/** Moves the domain's points: what is added is taken from other topics in proportion, as far as they have it. */
function shift(points: Map<string, number>, { domain }: Pick<Target, 'domain'>): void {
  const { add, take } = DOMAIN_SHIFTS[domain]
  const added = Object.values(add).reduce((sum, value) => sum + value, 0)
  const there = take.reduce((sum, topic) => sum + (points.get(topic) ?? 0), 0)
  const kept = there > 0 ? 1 - Math.min(1, added / there) : 1
  for (const topic of take) points.set(topic, (points.get(topic) ?? 0) * kept)
  for (const topic of WEIGHED_TOPICS) points.set(topic, (points.get(topic) ?? 0) + (add[topic] ?? 0))
}

function shares(points: ReadonlyMap<string, number>): Map<string, number> {
  const sum = [...points.values()].reduce((a, b) => a + b, 0)
  return new Map([...points].map(([topic, value]) => [topic, value / sum]))
}

function importanceOf(pattern: CurriculumPattern, place: number, count: number, target: Target): number {
  const early = count > 1 ? 1 - ((1 - LAST_OF_TOPIC) * place) / (count - 1) : 1
  const written = 1 + PER_DOUBLING * Math.log2(1 + new Set(pattern.items.map(({ context }) => context)).size)
  return early * written * (isMustSee(pattern, target) ? MUST_SEE : 1)
}
