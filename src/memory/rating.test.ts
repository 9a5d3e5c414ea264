import { expect, test } from 'vitest'
import type { Outcome } from '../domain/evidence.ts'
import { rateExecution, rateRecognition } from './rating.ts'

const MINUTE = 60_000
const code = (over: Partial<Extract<Outcome, { kind: 'code' }>>): Outcome => ({
  kind: 'code',
  passed: true,
  submissions: 1,
  hint: 0,
  activeMs: 10 * MINUTE,
  parMs: 10 * MINUTE,
  ...over,
})

test('carrying out: what failed, was shown, or was found by trial is again', () => {
  expect(rateExecution(code({ passed: false }))).toEqual({ rating: 1, reason: 'not passed' })
  expect(rateExecution(code({ hint: 3 })).rating).toBe(1)
  expect(rateExecution(code({ submissions: 4 }))).toEqual({ rating: 1, reason: 'passed at submission 4' })
})

test('carrying out: a hint, a second submission or a slow pass is hard', () => {
  expect(rateExecution(code({ hint: 1 })).rating).toBe(2)
  expect(rateExecution(code({ hint: 2 })).rating).toBe(2)
  expect(rateExecution(code({ submissions: 2 })).rating).toBe(2)
  expect(rateExecution(code({ submissions: 3 })).rating).toBe(2)
  expect(rateExecution(code({ activeMs: 16 * MINUTE }))).toEqual({ rating: 2, reason: 'passed at once, slowly' })
})

test('carrying out: a pass at once is good, and easy when quick', () => {
  expect(rateExecution(code({})).rating).toBe(3)
  expect(rateExecution(code({ activeMs: 15 * MINUTE })).rating).toBe(3)
  expect(rateExecution(code({ activeMs: 6 * MINUTE })).rating).toBe(4)
})

test('time that nobody measured neither helps nor harms', () => {
  expect(rateExecution(code({ activeMs: undefined })).rating).toBe(3)
  expect(rateExecution(code({ activeMs: 0 })).rating).toBe(3)
  expect(rateExecution(code({ parMs: 0 })).rating).toBe(3)
})

test('recognising: a hint that names the pattern is again, a nudge hard, a failed program says nothing', () => {
  expect(rateRecognition(code({ hint: 2 }))?.rating).toBe(1)
  expect(rateRecognition(code({ hint: 1 }))?.rating).toBe(2)
  expect(rateRecognition(code({}))?.rating).toBe(3)
  expect(rateRecognition(code({ passed: false }))).toBeUndefined()
})

test('a choice is never easy, for it can be guessed', () => {
  const choice = { kind: 'choice', passed: true, options: 4, parMs: MINUTE } as const
  expect(rateRecognition({ ...choice, activeMs: 1000 })?.rating).toBe(3)
  expect(rateRecognition({ ...choice, activeMs: 5 * MINUTE })?.rating).toBe(2)
  expect(rateRecognition({ ...choice, activeMs: 1000, passed: false })?.rating).toBe(1)
})

test('a rubric is again under a half, hard to 0.7, good to 0.9, then easy', () => {
  const rating = (score: number) => rateExecution({ kind: 'rubric', score, activeMs: undefined, parMs: MINUTE }).rating
  expect([0, 0.49, 0.5, 0.69, 0.7, 0.89, 0.9, 1].map(rating)).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
})

test('the line between ratings is data', () => {
  const strict = { slow: 1, spread: 0.45, hardSubmissions: 2, failedSubmissions: 2, rubric: [0.5, 0.7, 0.9] } as const
  expect(rateExecution(code({ submissions: 2 }), strict).rating).toBe(1)
})
