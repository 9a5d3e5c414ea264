import fc from 'fast-check'
import { FSRSAlgorithm } from 'ts-fsrs'
import { expect, test } from 'vitest'
import type { Rating } from '../domain/evidence.ts'
import { FSRS, nextDifficulty, nextStability, retrievability, startDifficulty, startStability } from './fsrs.ts'

const oracle = new FSRSAlgorithm({})
const rating = fc.constantFrom<Rating>(1, 2, 3, 4)

test('any history of reviews on different days ends where ts-fsrs ends', () => {
  const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), rating), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(rating, history, (first, reviews) => {
      let theirs = oracle.next_state(null, 0, first)
      let ours = { stability: startStability(first), difficulty: startDifficulty(first) }
      for (const [days, rating] of reviews) {
        theirs = oracle.next_state(theirs, days, rating)
        const recall = retrievability(days, ours.stability)
        ours = {
          stability: nextStability(ours.stability, ours.difficulty, recall, rating),
          difficulty: nextDifficulty(ours.difficulty, rating),
        }
        // ts-fsrs rounds to eight places at every step, which is all that a tiny stability has.
        expect(Math.abs(ours.stability - theirs.stability)).toBeLessThan(1e-6 * theirs.stability + 1e-7)
        expect(Math.abs(ours.difficulty - theirs.difficulty)).toBeLessThan(1e-6)
        expect(Math.abs(retrievability(days, ours.stability) - oracle.forgetting_curve(days, theirs.stability))).toBeLessThan(1e-6)
      }
    }),
    { seed: 6, numRuns: 1000 },
  )
})

test('our weights are the default ones of ts-fsrs', () => {
  expect(FSRS.weights).toEqual(oracle.parameters.w)
})

test('golden history: good, good, again, hard, easy after 0, 2, 11, 3 and 5 days', () => {
  const reviews: readonly (readonly [number, Rating])[] = [
    [2, 3],
    [11, 1],
    [3, 2],
    [5, 4],
  ]
  let state = { stability: startStability(3), difficulty: startDifficulty(3) }
  const seen = [state.stability]
  for (const [days, rating] of reviews) {
    const recall = retrievability(days, state.stability)
    state = {
      stability: nextStability(state.stability, state.difficulty, recall, rating),
      difficulty: nextDifficulty(state.difficulty, rating),
    }
    seen.push(state.stability)
  }
  expect(seen.map((days) => Number(days.toFixed(4)))).toMatchInlineSnapshot(`
    [
      2.3065,
      10.9643,
      1.5383,
      4.1355,
      14.4638,
    ]
  `)
})

test('recall is whole at once, nine tenths after one stability, and only falls', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 36_500, noNaN: true }), fc.nat(5000), (stability, days) => {
      expect(retrievability(0, stability)).toBe(1)
      expect(retrievability(stability, stability)).toBeCloseTo(0.9, 12)
      expect(retrievability(days + 1, stability)).toBeLessThan(retrievability(days, stability))
    }),
  )
})
