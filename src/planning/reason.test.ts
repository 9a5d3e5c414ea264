import { expect, test } from 'vitest'
import type { PlanEntry } from '../domain/plan.ts'
import type { PatternMemory } from '../domain/memory.ts'
import { reasonFor, sayDropped, sayGain, sayPrice, sayReason } from './reason.ts'

const entry: PlanEntry = { pattern: 'python/expiring-cache', activity: 'exercise', novelty: 'far', probe: false, minutes: 12, gain: 0.004 }
const memory: PatternMemory = {
  pattern: entry.pattern,
  recognise: undefined,
  execute: undefined,
  coverage: 2,
  meetings: 2,
  contexts: new Map([
    ['old-story', { day: 70, items: ['old-story'] }],
    ['quotes-that-age', { day: 91, items: ['quotes-that-age'] }],
  ]),
}
const titleOf = (context: string) => (context === 'quotes-that-age' ? 'Quotes that age' : undefined)
const say = (change: Partial<PlanEntry>, known: PatternMemory | undefined = memory, day = 100, ahead = 0) =>
  sayReason(reasonFor({ ...entry, ...change }, known, day, ahead), titleOf)

test('an entry says what it adds, for how long, and where the pattern was met last', () => {
  expect(say({})).toBe('+0.4 points for 12 minutes; last met in “Quotes that age” 9 days ago')
})

test('a lesson says that its worth lies in what follows', () => {
  expect(sayReason(reasonFor({ ...entry, activity: 'lesson' }, undefined, 100), titleOf)).toBe(
    '+0.4 points for 12 minutes, with the reviews that follow; not met yet',
  )
})

test('a probe says what it measures, and a task taken ahead says so', () => {
  expect(say({ novelty: 'same', probe: true })).toContain('; in a familiar story, to measure how far the skill carries over')
  expect(say({ novelty: 'far', probe: true })).toContain('; in a new story, to measure')
  expect(say({}, memory, 100, 2)).toContain('; taken 2 days ahead')
})

test('a story that is gone has no name, a clock moved back no negative days, and a drill that only fills claims nothing', () => {
  expect(sayReason(reasonFor(entry, memory, 100), () => undefined)).toBe('+0.4 points for 12 minutes; last met 9 days ago')
  expect(say({}, memory, 80)).toContain('“Quotes that age” today')
  expect(say({ activity: 'drill', gain: 0, minutes: 1.5 })).toContain('fills 1.5 minutes; last met')
})

test('points are given to a tenth', () => {
  expect([0.0316, -0.0021, 0.00002, 0].map(sayGain)).toEqual(['+3.2 points', '−0.2 points', 'under 0.1 points', '±0 points'])
})

test('what is dropped and what a change costs are told in a sentence', () => {
  expect(sayDropped({ pattern: 'p', weight: 0.1, gain: 0.006, minutes: 34 })).toBe('Does not fit: +0.6 points for 34 minutes more')
  expect(sayPrice({ change: { days: -7, minutesADay: 0 }, reached: 0.702, difference: -0.031 })).toBe('7 days earlier: 70 % (−3.1 points)')
  expect(sayPrice({ change: { days: 0, minutesADay: 15 }, reached: 0.74, difference: 0.01 })).toBe(
    '15 minutes a day more: 74 % (+1.0 points)',
  )
})
