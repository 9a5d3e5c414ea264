import { expect, test } from 'vitest'
import { RANDOM } from './baselines.ts'
import { runCampaign } from './campaign.ts'
import { drawCourse } from './course.ts'
import { drawLearner } from './learner.ts'
import { afterPractice } from './sanity.ts'
import { getWorld } from './world.ts'

const SEED = 300
const LEARNERS = 40
const DAILY = [1, 2, 3, 4]

test('the same item again is remembered, and teaches less for new contexts than varied ones: the illusion of mastery', () => {
  const same = afterPractice(getWorld('A'), { days: DAILY, varied: false }, SEED)
  const varied = afterPractice(getWorld('A'), { days: DAILY, varied: true }, SEED)
  expect(same.same).toBeGreaterThan(0.85)
  expect(same.fresh).toBeLessThan(0.6)
  expect(varied.fresh - same.fresh).toBeGreaterThan(0.15)
  expect(varied.fresh).toBeGreaterThan(0.6)
})

test('spaced practice outlasts massed practice', () => {
  const massed = afterPractice(getWorld('A'), { days: [0, 0, 0, 0], varied: true }, SEED)
  const spaced = afterPractice(getWorld('A'), { days: DAILY, varied: true }, SEED)
  expect(spaced.fresh - massed.fresh).toBeGreaterThan(0.15)
})

test('where context hardly matters, the same item teaches nearly as much as varied ones', () => {
  const same = afterPractice(getWorld('G'), { days: DAILY, varied: false }, SEED)
  const varied = afterPractice(getWorld('G'), { days: DAILY, varied: true }, SEED)
  expect(varied.fresh - same.fresh).toBeLessThan(0.08)
})

test('where skill is bound to its context, less of it carries over', () => {
  const central = afterPractice(getWorld('A'), { days: DAILY, varied: true }, SEED)
  const bound = afterPractice(getWorld('D'), { days: DAILY, varied: true }, SEED)
  expect(central.fresh - bound.fresh).toBeGreaterThan(0.1)
})

test('drills teach to recognise; where they mislead they look as good and carry over to nothing', () => {
  const reached = (name: string, drills: number) => {
    const world = getWorld(name)
    let solved = 0
    let passed = 0
    for (let seed = SEED; seed < SEED + LEARNERS; seed++) {
      const learner = drawLearner(world, drawCourse(world, seed), seed)
      learner.practise({ kind: 'lesson', subject: 3, story: 0, variant: 0 }, 0)
      learner.practise({ kind: 'exercise', subject: 3, story: 1, variant: 0 }, 1)
      for (let n = 0; n < drills; n++) {
        const { passed: right } = learner.practise({ kind: 'drill', subject: 3, story: n % 8, variant: 0 }, 2 + n)
        passed += Number(right) / drills / LEARNERS
      }
      solved += learner.solvesQuestions(3, 14) / LEARNERS
    }
    return { solved, passed }
  }
  const [none, real, misleading] = [reached('A', 0), reached('A', 8), reached('H', 8)]
  expect(real.solved - none.solved).toBeGreaterThan(0.05)
  expect(misleading.solved - none.solved).toBeLessThan(0.3 * (real.solved - none.solved))
  expect(misleading.passed).toBeGreaterThan(real.passed - 0.05)
})

test('the same seed is the same learner and the same campaign', () => {
  const once = runCampaign(getWorld('I'), RANDOM, SEED)
  const again = runCampaign(getWorld('I'), RANDOM, SEED)
  expect(again.results).toEqual(once.results)
  expect(again.score).toBe(once.score)
  expect(runCampaign(getWorld('I'), RANDOM, SEED + 1).score).not.toBe(once.score)
})

test('no policy gets more minutes than there are, beyond what one failed exercise runs over', () => {
  const world = getWorld('F')
  const { minutes } = runCampaign(world, RANDOM, SEED)
  expect(minutes).toBeLessThanOrEqual(world.days * world.minutes + 16)
  expect(minutes).toBeGreaterThan(world.days * world.minutes * 0.95)
})
