import type { Evidence } from '../../src/domain/evidence.ts'
import type { Memory } from '../../src/domain/memory.ts'
import { forecast } from '../../src/memory/forecast.ts'
import { rateExecution, rateRecognition } from '../../src/memory/rating.ts'
import { noveltyOf } from '../../src/memory/remember.ts'

/** A review foretold before it was seen, for several foretellers at once. */
export interface Foretold {
  readonly evidence: Evidence
  readonly said: number
  readonly passed: boolean
}

/** What memory says of the outcome before it sees it; undefined for what is no review: a lesson, or practice later on the same day. */
export function foretell(memory: Memory, evidence: Evidence): Foretold | undefined {
  const { pattern, facet, item, context, day, form, outcome, purpose } = evidence
  const known = memory.patterns.get(pattern)
  if (purpose === 'lesson' || known?.[facet]?.lastDay === day) return undefined
  const question = {
    pattern,
    facet,
    unlabelled: form === 'write',
    novelty: noveltyOf(known, item, context),
    day,
    difficulty: 0,
    options: outcome.kind === 'choice' ? outcome.options : undefined,
  } as const
  return { evidence, said: forecast(memory, question), passed: passedUnaided(evidence) }
}

/** Solved without being told the pattern. */
export function passedUnaided({ facet, form, outcome }: Evidence): boolean {
  if (facet === 'recognise') return (rateRecognition(outcome)?.rating ?? 1) > 1
  if (form !== 'write') return rateExecution(outcome).rating > 1
  return rateExecution(outcome).rating > 1 && (rateRecognition(outcome)?.rating ?? 1) > 1
}
