import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COARSE, FINE, phasesFor, schedulesFor } from './schedule.ts'
import { USUAL_MINUTES } from './supply.ts'

const drawn = fc.record({
  days: fc.array(fc.constantFrom(0, 0, 10, 15, 30, 60), { minLength: 1, maxLength: 50 }),
  met: fc.boolean(),
  work: fc.constantFrom('exercise' as const, 'question' as const, undefined),
  drills: fc.boolean(),
  lessonsEnd: fc.integer({ min: -2, max: 50 }),
  phase: fc.nat(6),
  grain: fc.constantFrom(FINE, COARSE),
})

test('no day has two meetings or a meeting that it has no time for, and days ascend', () => {
  fc.assert(
    fc.property(drawn, (request) => {
      for (const schedule of schedulesFor({ ...request, minutes: USUAL_MINUTES })) {
        const days = schedule.map(({ index }) => index)
        expect(days).toEqual([...new Set(days)].sort((a, b) => a - b))
        for (const { index, activity } of schedule) expect(request.days[index]).toBeGreaterThanOrEqual(USUAL_MINUTES[activity])
      }
    }),
    { seed: 5, numRuns: 300 },
  )
})

test('what was never met begins with its only lesson, before lessons end; what is known has none', () => {
  fc.assert(
    fc.property(drawn, (request) => {
      for (const schedule of schedulesFor({ ...request, minutes: USUAL_MINUTES })) {
        const lessons = schedule.flatMap(({ activity }, place) => (activity === 'lesson' ? [place] : []))
        expect(lessons).toEqual(request.met ? [] : [0])
        if (!request.met) expect(schedule[0]?.index).toBeLessThan(request.lessonsEnd)
      }
    }),
    { seed: 6, numRuns: 300 },
  )
})

test('no candidate is offered twice', () => {
  fc.assert(
    fc.property(drawn, (request) => {
      const said = schedulesFor({ ...request, minutes: USUAL_MINUTES }).map((schedule) => JSON.stringify(schedule))
      expect(new Set(said).size).toBe(said.length)
    }),
    { seed: 7, numRuns: 100 },
  )
})

test('patterns of all phases together may start on every day', () => {
  const days = Array.from({ length: 42 }, () => 60)
  const request = { days, met: false, work: 'exercise', drills: true, minutes: USUAL_MINUTES, lessonsEnd: 40, grain: FINE } as const
  const starts = new Set(
    Array.from({ length: phasesFor(days.length, FINE) }, (_, phase) => schedulesFor({ ...request, phase }))
      .flat()
      .map(([first]) => first?.index),
  )
  expect(starts.size).toBe(40)
})
