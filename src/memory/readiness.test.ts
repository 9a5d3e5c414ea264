import { expect, test } from 'vitest'
import type { Evidence } from '../domain/evidence.ts'
import { transferGapOf } from './gap.ts'
import { readinessOf, shareSolved, solvedOf } from './readiness.ts'
import { rebuild, startMemory } from './remember.ts'

const TOPICS = ['tensors', 'python']
const START = startMemory(TOPICS)
const WEIGHTS = [
  { pattern: 'tensors/a', weight: 0.5 },
  { pattern: 'tensors/b', weight: 0.3 },
  { pattern: 'python/c', weight: 0.2 },
]

function met(pattern: string, day: number, story: string, passed = true, purpose: Evidence['purpose'] = 'review'): Evidence {
  const outcome = { kind: 'code', passed, submissions: 1, hint: passed ? 0 : 3, activeMs: undefined, parMs: 1 } as const
  return { at: day * 86_400_000, day, pattern, facet: 'execute', item: story, context: story, form: 'write', purpose, outcome }
}

/** Learnt in ever new stories, all passed. */
function learnt(pattern: string): Evidence[] {
  return [met(pattern, 0, 's0', true, 'lesson'), ...[2, 5, 9, 14, 20].map((day) => met(pattern, day, `s${day}`))]
}

test('untested is not 0 %: a pattern never met has no facets, and a topic never met no figure', () => {
  const { patterns, topics, now, evidence } = readinessOf(START, WEIGHTS, 0, 30)
  expect(patterns[0]).toMatchObject({ recognise: undefined, execute: undefined, state: 'untouched', contexts: 0, evidence: 0 })
  expect(patterns[0]?.now).toBeGreaterThan(0)
  expect(topics.map(({ band }) => band)).toEqual([undefined, undefined])
  expect(now.mean).toBeGreaterThan(0)
  expect(evidence).toBe(0)
})

test('untouched, started, owned, fading: as it is learnt and forgotten', () => {
  const state = (evidence: readonly Evidence[], day: number) => readinessOf(rebuild(START, evidence), WEIGHTS, day, day).patterns[0]?.state
  expect(state([], 0)).toBe('untouched')
  expect(state([met('tensors/a', 0, 's', false)], 1)).toBe('started')
  expect(state(learnt('tensors/a'), 20)).toBe('owned')
  expect(state(learnt('tensors/a').slice(0, 3), 300)).toBe('fading')
})

test('readiness is the weighted mean of what would be solved; weights need not add up to one', () => {
  const memory = rebuild(START, learnt('tensors/a'))
  const { patterns, now, topics, atDate } = readinessOf(memory, WEIGHTS, 21, 60)
  expect(now.mean).toBeCloseTo(
    patterns.reduce((sum, { weight, now }) => sum + weight * now, 0),
    12,
  )
  expect(topics.map(({ topic, weight }) => [topic, weight])).toEqual([
    ['tensors', 0.8],
    ['python', 0.2],
  ])
  const doubled = WEIGHTS.map(({ pattern, weight }) => ({ pattern, weight: 2 * weight }))
  expect(shareSolved(memory, doubled, 21)).toEqual(now)
  expect(atDate.mean).toBeLessThan(now.mean)
  expect(patterns[0]?.contexts).toBe(6)
})

test('evidence makes a band narrower, and it always holds its mean', () => {
  const deep = rebuild(START, [...learnt('tensors/a'), ...learnt('tensors/b'), ...learnt('python/c')])
  const [before, after] = [solvedOf(START, WEIGHTS, 0), solvedOf(deep, WEIGHTS, 20)]
  expect(after.variance).toBeLessThan(before.variance)
  for (const { now, atDate } of [readinessOf(START, WEIGHTS, 0, 9), readinessOf(deep, WEIGHTS, 20, 40)]) {
    for (const { mean, low, high } of [now, atDate]) {
      expect(low).toBeLessThan(mean)
      expect(high).toBeGreaterThan(mean)
    }
  }
})

test('a date in the past is today', () => {
  const memory = rebuild(START, learnt('tensors/a'))
  const { now, atDate } = readinessOf(memory, WEIGHTS, 30, 10)
  expect(atDate).toEqual(now)
})

test('nothing to be ready for is no error', () => {
  const { patterns, topics, now } = readinessOf(START, [], 0, 10)
  expect([patterns, topics]).toEqual([[], []])
  expect(Number.isFinite(now.low) && Number.isFinite(now.high)).toBe(true)
})

test('the transfer gap starts wide, narrows with outcomes of both kinds, and follows them', () => {
  const outcomes = (passesNew: boolean) =>
    transferGapOf(
      rebuild(
        START,
        Array.from({ length: 15 }, (_, n) => `tensors/p${n}`).flatMap((pattern) => [
          met(pattern, 0, 'a', true, 'lesson'),
          met(pattern, 3, 'a'),
          met(pattern, 6, 'b', passesNew),
          met(pattern, 9, 'a'),
          met(pattern, 12, 'c', passesNew),
        ]),
      ),
    )
  const [start, bound, free] = [transferGapOf(START), outcomes(false), outcomes(true)]
  expect(start.high - start.low).toBeGreaterThan(bound.high - bound.low)
  expect(bound.mean).toBeGreaterThan(free.mean + 0.05)
  expect(bound.familiar).toBe(30)
  expect(bound.fresh).toBe(30)
})
