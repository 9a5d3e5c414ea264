import { expect, test } from 'vitest'
import { startMemory } from '../memory/remember.ts'
import { makeCurriculum, makeTarget, MONDAY } from './fixtures/curriculum.ts'
import { makePlan } from './plan.ts'
import { type Basis, replanReasons } from './replan.ts'
import { WEIGHED_TOPICS } from './topic-mix.ts'

const basis: Basis = { day: MONDAY, target: makeTarget(), curriculum: makeCurriculum(11), readiness: { mean: 0.5, low: 0.42, high: 0.58 } }
const plan = makePlan({ ...basis, today: MONDAY, memory: startMemory(WEIGHED_TOPICS) })
const reasons = (now: Partial<Basis>, worked: readonly number[] = []) => replanReasons(plan, basis, { ...basis, ...now }, new Set(worked))

test('a plan holds while nothing has changed', () => {
  expect(reasons({})).toEqual([])
})

test('without a plan one must be made', () => {
  expect(replanReasons(undefined, undefined, basis, new Set())).toEqual(['no-plan'])
})

test('a new day makes a new plan; a missed one is told apart from a worked one', () => {
  expect(reasons({ day: MONDAY + 1 }, [MONDAY])).toEqual(['new-day'])
  expect(reasons({ day: MONDAY + 1 })).toEqual(['new-day', 'missed-day'])
  expect(reasons({ day: MONDAY - 1 })).toEqual(['new-day'])
})

test('another target, other content, or readiness outside its band make a new plan', () => {
  expect(reasons({ target: makeTarget({ minutes: [60, 60, 60, 60, 60, 60, 45] }) })).toEqual(['target-changed'])
  expect(reasons({ curriculum: basis.curriculum.slice(1) })).toEqual(['content-changed'])
  expect(reasons({ curriculum: basis.curriculum.map((each) => ({ ...each, title: 'Renamed' })) })).toEqual([])
  expect(reasons({ readiness: { mean: 0.6, low: 0.5, high: 0.7 } })).toEqual(['readiness-moved'])
  expect(reasons({ readiness: { mean: 0.45, low: 0.4, high: 0.5 } })).toEqual([])
})
