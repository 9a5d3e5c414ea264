import { expect, test } from 'vitest'
import { startMemory } from '../memory/remember.ts'
import { makeCurriculum, MONDAY } from './fixtures/curriculum.ts'
import { chanceAfter, chancesAfter, familyOf, foretell, idleChance, openProspect } from './prospect.ts'
import { FINE, schedulesFor } from './schedule.ts'
import { supplyOf, USUAL_MINUTES } from './supply.ts'
import { WEIGHED_TOPICS } from './topic-mix.ts'

const [pattern] = makeCurriculum(11)
if (!pattern) throw new Error('No pattern')
const supply = supplyOf(pattern, undefined, MONDAY)
const days = { today: MONDAY, horizonDay: MONDAY + 30 }
const prospect = openProspect(startMemory(WEIGHED_TOPICS), pattern.id, supply, days)

test('many schedules worked out together come to the same as each alone', () => {
  const request = {
    days: Array.from({ length: 30 }, () => 60),
    met: false,
    work: 'exercise',
    drills: true,
    minutes: USUAL_MINUTES,
  } as const
  const schedules = schedulesFor({ ...request, lessonsEnd: 28, grain: FINE, phase: 1 })
  const together = chancesAfter(prospect, familyOf(schedules))
  expect(schedules.length).toBeGreaterThan(50)
  schedules.forEach((schedule, at) => {
    expect(together[at]).toBeCloseTo(chanceAfter(prospect, schedule), 12)
  })
})

test('a new story is asked for as long as there are stories, then another question, then the same again', () => {
  const poor = { ...prospect, supply: { ...supply, farLeft: 2, nearLeft: 1 } }
  const schedule = [0, 2, 4, 6, 8].map((index) => ({ index, activity: index === 0 ? ('lesson' as const) : ('exercise' as const) }))
  expect(foretell(poor, schedule).map(({ novelty }) => novelty)).toEqual(['far', 'far', 'far', 'near', 'same'])
})

test('nothing planned leaves the chance as it is', () => {
  expect(chanceAfter(prospect, [])).toBe(idleChance(prospect))
})
