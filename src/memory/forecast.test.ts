import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Evidence } from '../domain/evidence.ts'
import { ACTIVITIES } from '../domain/plan.ts'
import { advance, forecast, forecastSolve, numbersOf, type Question } from './forecast.ts'
import { copyTrace, solveChance } from './recall.ts'
import { rebuild, startMemory } from './remember.ts'

const PATTERN = 'tensors/broadcasting'
const START = startMemory(['tensors', 'python'])

function met(day: number, story: string, passed = true, purpose: Evidence['purpose'] = 'review'): Evidence {
  const outcome = { kind: 'code', passed, submissions: 1, hint: 0, activeMs: undefined, parMs: 1 } as const
  return { at: day * 86_400_000, day, pattern: PATTERN, facet: 'execute', item: story, context: story, form: 'write', purpose, outcome }
}

const LEARNT = rebuild(START, [met(0, 'a', true, 'lesson'), met(2, 'b'), met(5, 'c'), met(9, 'd', false), met(12, 'e')])

const question = (over: Partial<Question>): Question => ({
  pattern: PATTERN,
  facet: 'execute',
  unlabelled: false,
  novelty: 'far',
  day: 20,
  difficulty: 0,
  options: undefined,
  ...over,
})

test('the chance falls with time, with how new the context is, how hard the item, and when nobody says what it is', () => {
  const chance = (over: Partial<Question>) => forecast(LEARNT, question(over))
  expect(chance({ day: 60 })).toBeLessThan(chance({ day: 20 }))
  expect(chance({ novelty: 'far' })).toBeLessThan(chance({ novelty: 'near' }))
  expect(chance({ novelty: 'near' })).toBeLessThan(chance({ novelty: 'same' }))
  expect(chance({ difficulty: 2 })).toBeLessThan(chance({ difficulty: 0 }))
  expect(chance({ unlabelled: true })).toBeLessThan(chance({}))
})

test('a choice can be guessed, a program hardly', () => {
  const novice = (options: number | undefined) => forecast(START, question({ facet: 'recognise', difficulty: 6, options }))
  expect(novice(4)).toBeGreaterThan(0.24)
  expect(novice(undefined)).toBeLessThan(0.2)
})

test('any question on anything has a chance strictly between 0 and 1', () => {
  fc.assert(
    fc.property(
      fc.record({
        pattern: fc.constantFrom(PATTERN, 'tensors/untouched', 'nobody-knows/this'),
        facet: fc.constantFrom('recognise' as const, 'execute' as const),
        unlabelled: fc.boolean(),
        novelty: fc.constantFrom('same' as const, 'near' as const, 'far' as const),
        day: fc.integer({ min: -10, max: 10_000 }),
        difficulty: fc.double({ min: -30, max: 30, noNaN: true }),
        options: fc.constantFrom(undefined, 2, 4),
      }),
      (any) => {
        for (const memory of [START, LEARNT]) {
          expect(forecast(memory, any)).toBeGreaterThan(0)
          expect(forecast(memory, any)).toBeLessThan(1)
        }
      },
    ),
  )
})

test('more practice, more readiness: each further exercise before the date helps, and a drill helps less than an exercise', () => {
  const { trace, traits } = numbersOf(START, PATTERN)
  const after = (...activities: readonly (typeof ACTIVITIES)[number][]) => {
    const moved = copyTrace(trace)
    activities.forEach((activity, at) => advance(moved, traits, activity, 'far', at * 4))
    return solveChance(moved, traits, 30)
  }
  expect(after('lesson')).toBeGreaterThan(after())
  expect(after('lesson', 'exercise')).toBeGreaterThan(after('lesson'))
  expect(after('lesson', 'exercise', 'exercise')).toBeGreaterThan(after('lesson', 'exercise'))
  expect(after('lesson', 'drill')).toBeGreaterThan(after('lesson'))
  expect(after('lesson', 'drill')).toBeLessThan(after('lesson', 'exercise'))
})

test('what is expected of an exercise lies between what a pass and what a failure would leave', () => {
  const { trace, traits } = numbersOf(LEARNT, PATTERN)
  advance(trace, traits, 'exercise', 'far', 20)
  const expected = solveChance(trace, traits, 40)
  const solved = (passed: boolean) => forecastSolve(rebuild(LEARNT, [met(20, 'new', passed)]), PATTERN, 40)
  expect(expected).toBeGreaterThan(solved(false))
  expect(expected).toBeLessThan(solved(true))
})

test('twice on one day is practice: the second adds only what the context adds', () => {
  const { trace, traits } = numbersOf(LEARNT, PATTERN)
  advance(trace, traits, 'exercise', 'same', 20)
  const once = copyTrace(trace)
  advance(trace, traits, 'exercise', 'same', 20)
  expect(trace).toEqual(once)
})

test('a pattern never met stands at what its topic promises, and does not fade', () => {
  expect(forecastSolve(START, 'tensors/untouched', 0)).toBe(forecastSolve(START, 'tensors/untouched', 500))
  expect(forecastSolve(START, 'tensors/untouched', 0)).toBeGreaterThan(0.05)
})

test('planning moves copies, never the memory', () => {
  const { trace, traits } = numbersOf(LEARNT, PATTERN)
  const before = structuredClone(LEARNT)
  for (const activity of ACTIVITIES) advance(trace, traits, activity, 'near', 30)
  expect(LEARNT).toEqual(before)
})

test('what is not known about a learner draws what is said toward one half', () => {
  const sure = { ...LEARNT, traits: { ...LEARNT.traits, covariance: LEARNT.traits.covariance.map(() => 0) } }
  const asked = question({ day: 13, novelty: 'same' })
  expect(forecast(sure, asked)).toBeGreaterThan(0.6)
  expect(forecast(LEARNT, asked)).toBeLessThan(forecast(sure, asked))
})
