import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CurriculumPattern } from '../domain/curriculum.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { Memory } from '../domain/memory.ts'
import { rebuild, remember, startMemory } from '../memory/remember.ts'
import { makeCurriculum, makeTarget, MONDAY } from './fixtures/curriculum.ts'
import { makePlan } from './plan.ts'
import { isDone, queueFor, type TodayRequest } from './today.ts'
import { WEIGHED_TOPICS } from './topic-mix.ts'

const curriculum = makeCurriculum(33)
const target = makeTarget({ date: '2026-11-30' })

function meeting(pattern: CurriculumPattern, day: number, facet: Evidence['facet'], which = 0): Evidence {
  const item = pattern.items.filter(({ activity }) => activity === (facet === 'recognise' ? 'drill' : 'exercise'))[which]
  return {
    at: day * 86_400_000,
    day,
    pattern: pattern.id,
    facet,
    item: item?.id ?? '',
    context: item?.context ?? '',
    form: facet === 'recognise' ? 'recognise' : 'fix',
    purpose: 'review',
    outcome:
      facet === 'recognise'
        ? { kind: 'choice', passed: true, options: 4, activeMs: undefined, parMs: 90_000 }
        : { kind: 'code', passed: true, submissions: 1, hint: 0, activeMs: undefined, parMs: 720_000 },
  }
}

const known: Memory = rebuild(
  startMemory(WEIGHED_TOPICS),
  curriculum.slice(0, 20).map((pattern, at) => meeting(pattern, MONDAY - 3 - (at % 5), 'execute')),
)

function requestOf(change: Partial<TodayRequest> = {}): TodayRequest {
  const memory = change.memory ?? known
  return { day: MONDAY, minutes: 60, plan: makePlan({ target, today: MONDAY, curriculum, memory }), curriculum, memory, ...change }
}

test('the queue never takes more than the minutes there are, meets no pattern twice, and every task has its item', () => {
  const request = requestOf()
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), (minutes) => {
      const { tasks, minutes: used } = queueFor({ ...request, minutes })
      expect(used).toBeLessThanOrEqual(minutes)
      expect(new Set(tasks.map(({ entry }) => entry.pattern)).size).toBe(tasks.length)
      expect(tasks.filter(({ item }) => item === undefined)).toEqual([])
    }),
    { seed: 21 },
  )
})

test('with the minutes that were planned, today is what the plan has for today', () => {
  const { tasks } = queueFor(requestOf())
  const planned = requestOf().plan.days[0]?.entries ?? []
  const own = tasks.filter(({ reason }) => reason.ahead === 0 && reason.gain > 0).map(({ entry }) => `${entry.activity} ${entry.pattern}`)
  const wanted = new Set(planned.map(({ activity, pattern }) => `${activity} ${pattern}`))
  expect(own.every((each) => wanted.has(each))).toBe(true)
  expect(own.length).toBeGreaterThan(0.6 * planned.length)
})

test('with few minutes it takes what gains most for them and tells what is left, which is no debt', () => {
  const { tasks, left } = queueFor(requestOf({ minutes: 12 }))
  expect(tasks.length).toBeGreaterThan(0)
  expect(left.length).toBeGreaterThan(0)
  const tomorrow = makePlan({ target, today: MONDAY + 1, curriculum, memory: known })
  const entries = tomorrow.days[0]?.entries ?? []
  expect(entries.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(60)
})

test('with minutes to spare it goes ahead in the plan, then drills', () => {
  const { tasks } = queueFor(requestOf({ minutes: 150 }))
  expect(tasks.some(({ reason }) => reason.ahead > 0)).toBe(true)
  expect(tasks.reduce((sum, { entry }) => sum + entry.minutes, 0)).toBeGreaterThan(100)
})

test('what was done today is not asked for again', () => {
  const request = requestOf()
  const first = queueFor(request).tasks.find(({ entry }) => entry.activity === 'exercise')
  const pattern = curriculum.find(({ id }) => id === first?.entry.pattern)
  if (!pattern) throw new Error('No exercise today')
  const memory = remember(known, meeting(pattern, MONDAY, 'execute', 2))
  const { tasks, left } = queueFor({ ...request, memory })
  expect([...tasks.map(({ entry }) => entry.pattern), ...left.map((entry) => entry.pattern)]).not.toContain(pattern.id)
})

test('a drill and an exercise are done by their own facet, a lesson by either', () => {
  const [pattern] = curriculum
  if (!pattern) throw new Error('No pattern')
  const drilled = remember(startMemory(WEIGHED_TOPICS), meeting(pattern, MONDAY, 'recognise')).patterns.get(pattern.id)
  const done = (activity: 'lesson' | 'drill' | 'exercise' | 'question', day = MONDAY) => isDone({ activity }, drilled, day)
  expect([done('lesson'), done('drill'), done('exercise'), done('question'), done('drill', MONDAY + 1)]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('a pattern never met begins with its lesson, also ahead of the plan', () => {
  const memory = startMemory(WEIGHED_TOPICS)
  for (const { entry } of queueFor(requestOf({ memory, minutes: 200 })).tasks) expect(entry.activity).toBe('lesson')
})

test('on the day of the interview there is a short warm-up of what is known, and nothing new', () => {
  const day = MONDAY + 28
  const plan = makePlan({ target, today: day, curriculum, memory: known })
  const { tasks, minutes } = queueFor(requestOf({ day, plan }))
  expect(tasks.length).toBeGreaterThan(3)
  expect(minutes).toBeLessThanOrEqual(15)
  expect(new Set(tasks.map(({ entry }) => entry.activity))).toEqual(new Set(['drill']))
})

test('items to avoid and patterns that are gone do not come up', () => {
  const request = requestOf()
  const [first] = queueFor(request).tasks
  const avoid = new Set([first?.item?.id ?? ''])
  expect(queueFor({ ...request, avoid }).tasks.map(({ item }) => item?.id)).not.toContain(first?.item?.id)
  const rest = curriculum.filter(({ id }) => id !== first?.entry.pattern)
  expect(queueFor({ ...request, curriculum: rest }).tasks.map(({ entry }) => entry.pattern)).not.toContain(first?.entry.pattern)
})

test('topics alternate and confusable patterns come near each other', () => {
  const { tasks } = queueFor(requestOf({ minutes: 120 }))
  const topicOf = (at: number) => tasks[at]?.entry.pattern.split('/')[0]
  const repeats = tasks.filter((_, at) => at > 0 && topicOf(at) === topicOf(at - 1)).length
  expect(repeats).toBeLessThan(0.35 * tasks.length)
  const places = new Map(tasks.map(({ entry }, at) => [entry.pattern, at]))
  for (const pattern of curriculum) {
    for (const other of pattern.confusable) {
      const [a, b] = [places.get(pattern.id), places.get(other)]
      if (a !== undefined && b !== undefined) expect(Math.abs(a - b)).toBeLessThanOrEqual(3)
    }
  }
})
