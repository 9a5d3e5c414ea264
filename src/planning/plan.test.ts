import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Curriculum } from '../domain/curriculum.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { Memory } from '../domain/memory.ts'
import type { Plan } from '../domain/plan.ts'
import { UserError } from '../domain/user-error.ts'
import { rebuild, startMemory } from '../memory/remember.ts'
import { formatDay } from './calendar.ts'
import { makeCurriculum, makeTarget, MONDAY } from './fixtures/curriculum.ts'
import { makePlan } from './plan.ts'
import type { PlanRequest } from './pool.ts'
import { notesOn, sayDropped } from './reason.ts'
import { WEIGHED_TOPICS } from './topic-mix.ts'

const curriculum = makeCurriculum(33)

/** The first `patterns` were learnt ten days ago and done again, with what `passes` says, on the days before `today`. */
function memoryOf(patterns: number, today = MONDAY, passes: (pattern: number, day: number) => boolean = () => true): Memory {
  const evidence = curriculum.slice(0, patterns).flatMap(({ id, items }, number) =>
    [10, 6, 1 + (number % 4)].map((ago, meeting): Evidence => {
      const item = items[4 * meeting]
      return {
        at: (today - ago) * 86_400_000 + number,
        day: today - ago,
        pattern: id,
        facet: 'execute',
        item: item?.id ?? '',
        context: item?.context ?? '',
        form: 'write',
        purpose: meeting === 0 ? 'lesson' : 'review',
        outcome: { kind: 'code', passed: passes(number, ago), submissions: 1, hint: 0, activeMs: undefined, parMs: 720_000 },
      }
    }),
  )
  return rebuild(startMemory(WEIGHED_TOPICS), evidence)
}

function requestOf(change: Partial<PlanRequest> = {}): PlanRequest {
  return { target: makeTarget({ date: '2026-11-30' }), today: MONDAY, curriculum, memory: startMemory(WEIGHED_TOPICS), ...change }
}

const entriesOf = (plan: Plan) => plan.days.flatMap(({ day, entries }) => entries.map((entry) => ({ ...entry, day })))
const minutesOf = (plan: Plan) => entriesOf(plan).reduce((sum, { minutes }) => sum + minutes, 0)

const drawn = fc.record({
  known: fc.nat(33),
  length: fc.integer({ min: 1, max: 40 }),
  minutes: fc.array(fc.constantFrom(0, 0, 10, 25, 40, 90, 200), { minLength: 7, maxLength: 7 }),
  off: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 }),
  fails: fc.integer({ min: 1, max: 5 }),
})
const requests = drawn.map(({ known, length, minutes, off, fails }) =>
  requestOf({
    target: makeTarget({ date: formatDay(MONDAY + length), minutes, daysOff: off.map((day) => formatDay(MONDAY + day)) }),
    memory: memoryOf(known, MONDAY, (pattern, day) => (pattern + day) % fails !== 0),
  }),
)

test('no day is fuller than its minutes, no lesson stands in the last 48 hours, and no pattern is met twice on a day', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const plan = makePlan(request)
      for (const { day, capacity, entries } of plan.days) {
        expect(entries.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(capacity + 1e-6)
        expect(new Set(entries.map(({ pattern }) => pattern)).size).toBe(entries.length)
        if (day >= plan.targetDay - 2) expect(entries.filter(({ activity }) => activity === 'lesson')).toEqual([])
      }
    }),
    { seed: 11, numRuns: 30 },
  )
})

test('a new pattern begins with its lesson and has no second one; a known one has none', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const seen = new Set(request.memory.patterns.keys())
      for (const { pattern, activity } of entriesOf(makePlan(request))) {
        expect(activity === 'lesson').toBe(!seen.has(pattern))
        seen.add(pattern)
      }
    }),
    { seed: 12, numRuns: 30 },
  )
})

test('what the entries add is what the plan adds', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const plan = makePlan(request)
      const added = entriesOf(plan).reduce((sum, { gain }) => sum + gain, 0)
      expect(added).toBeCloseTo(plan.reached - plan.idle, 9)
      expect(plan.reached).toBeGreaterThanOrEqual(plan.idle - 1e-9)
    }),
    { seed: 13, numRuns: 30 },
  )
})

test('the same request gives the same plan', () => {
  const request = requestOf({ memory: memoryOf(20) })
  expect(makePlan(request)).toEqual(makePlan(structuredClone(request)))
})

test('more minutes never reach less, within half a point', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom(10, 30, 60), ({ known, length, minutes }, more) => {
      const date = formatDay(MONDAY + length)
      const memory = memoryOf(known)
      const less = makePlan(requestOf({ memory, target: makeTarget({ date, minutes }) }))
      const greater = makePlan(
        requestOf({ memory, target: makeTarget({ date, minutes: minutes.map((each) => (each === 0 ? 0 : each + more)) }) }),
      )
      expect(greater.reached).toBeGreaterThan(less.reached - 0.005)
    }),
    { seed: 14, numRuns: 25 },
  )
})

test('nearly all minutes are used while there is something to learn', () => {
  const plan = makePlan(requestOf())
  const capacity = plan.days.reduce((sum, { capacity }) => sum + capacity, 0)
  // The last day but one and the last have no lessons: what is left there are reviews.
  expect(minutesOf(plan) / capacity).toBeGreaterThan(0.85)
})

test('new lessons are spread: never more than three fifths of a day, beyond one', () => {
  for (const { capacity, entries } of makePlan(requestOf()).days) {
    const lessons = entries.filter(({ activity }) => activity === 'lesson')
    const minutes = lessons.reduce((sum, each) => sum + each.minutes, 0)
    if (lessons.length > 1) expect(minutes).toBeLessThanOrEqual(0.6 * capacity + 1e-6)
  }
})

test('within a topic, what comes first in the order of learning is started first more often than not', () => {
  const started = new Map(
    entriesOf(makePlan(requestOf())).flatMap(({ pattern, activity, day }) => (activity === 'lesson' ? [[pattern, day] as const] : [])),
  )
  let [inOrder, against] = [0, 0]
  curriculum.forEach((first, at) => {
    for (const later of curriculum.slice(at + 1)) {
      const [a, b] = [started.get(first.id), started.get(later.id)]
      if (first.topic !== later.topic || a === undefined || b === undefined || a === b) continue
      if (a < b) inOrder++
      else against++
    }
  })
  expect(inOrder).toBeGreaterThan(6 * against)
})

test('one hot topic does not eat the plan: others are learnt as well', () => {
  const rounds = [{ kind: 'algorithms' as const, minutes: 240 }]
  const plan = makePlan(requestOf({ target: makeTarget({ date: '2026-11-30', rounds }) }))
  const topics = new Map<string, number>()
  for (const { pattern, minutes } of entriesOf(plan))
    topics.set(pattern.split('/')[0] ?? '', (topics.get(pattern.split('/')[0] ?? '') ?? 0) + minutes)
  expect(topics.size).toBeGreaterThan(3)
  expect((topics.get('algorithms') ?? 0) / minutesOf(plan)).toBeLessThan(0.6)
})

test('a question is explained on some days and drills fill what is left', () => {
  const counts = new Map<string, number>()
  for (const { activity } of entriesOf(makePlan(requestOf()))) counts.set(activity, (counts.get(activity) ?? 0) + 1)
  expect(counts.get('question')).toBeGreaterThan(3)
  expect(counts.get('drill')).toBeGreaterThan(20)
})

test('about a tenth of the reviews are probes', () => {
  const reviews = entriesOf(makePlan(requestOf({ target: makeTarget({ date: '2027-01-25' }), memory: memoryOf(33) }))).filter(
    ({ activity }) => activity === 'exercise' || activity === 'question',
  )
  const share = reviews.filter(({ probe }) => probe).length / reviews.length
  expect(reviews.length).toBeGreaterThan(100)
  expect(share).toBeGreaterThan(0.04)
  expect(share).toBeLessThan(0.18)
})

test('what is left of a list that was begun stays, and nothing is added to the day', () => {
  const request = requestOf({ memory: memoryOf(10) })
  const today = makePlan(request).days[0]?.entries ?? []
  const frozen = today.slice(1)
  const again = makePlan({ ...request, frozen, spentMinutes: today[0]?.minutes ?? 0 })
  expect(again.days[0]?.entries).toEqual(frozen)
  expect(makePlan({ ...request, frozen: [] }).days[0]?.entries).toEqual([])
})

test('what was met today is not planned once more for today', () => {
  const memory = memoryOf(33, MONDAY + 1)
  const plan = makePlan(requestOf({ memory }))
  const metToday = new Set([...memory.patterns.values()].filter(({ execute }) => execute?.lastDay === MONDAY).map(({ pattern }) => pattern))
  expect(metToday.size).toBeGreaterThan(5)
  expect(plan.days[0]?.entries.filter(({ pattern }) => metToday.has(pattern))).toEqual([])
})

test('200 missed days leave no pile: the plan starts from what is still known and fills no day beyond its minutes', () => {
  const plan = makePlan(requestOf({ memory: memoryOf(33, MONDAY - 200) }))
  expect(plan.days[0]?.day).toBe(MONDAY)
  for (const { capacity, entries } of plan.days)
    expect(entries.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(capacity + 1e-6)
  expect(plan.reached).toBeGreaterThan(plan.idle)
})

test('a clock that was moved back plans on from the day it shows', () => {
  const plan = makePlan(requestOf({ memory: memoryOf(10, MONDAY + 400) }))
  expect(plan.days[0]?.day).toBe(MONDAY)
  expect(Number.isFinite(plan.reached)).toBe(true)
})

test('an interview today has no days to plan, and that is said', () => {
  const plan = makePlan(requestOf({ target: makeTarget({ date: '2026-11-02' }) }))
  expect([plan.days, plan.reached === plan.idle, plan.dropped]).toEqual([[], true, []])
  expect(notesOn(plan)[0]).toContain('today')
})

test('a date that is over is refused', () => {
  expect(() => makePlan(requestOf({ target: makeTarget({ date: '2026-11-01' }) }))).toThrow(UserError)
})

test('without minutes nothing is planned, and that is said', () => {
  const plan = makePlan(requestOf({ target: makeTarget({ minutes: [0, 0, 0, 0, 0, 0, 0] }) }))
  expect(entriesOf(plan)).toEqual([])
  expect(plan.reached).toBeCloseTo(plan.idle, 12)
  expect(notesOn(plan)[0]).toContain('No day before the interview has minutes')
})

test('an interview in three years is planned to a checkpoint, and that is said', () => {
  const plan = makePlan(requestOf({ target: makeTarget({ date: '2029-11-02', minutes: [20, 20, 20, 20, 20, 0, 0] }) }))
  expect(plan.horizonDay).toBeLessThan(plan.targetDay)
  expect(notesOn(plan)[0]).toContain(formatDay(plan.horizonDay))
})

test('patterns that content no longer has are forgotten by the plan, and memory of them does no harm', () => {
  const memory = memoryOf(33)
  const request = requestOf({ memory, curriculum: curriculum.slice(5) })
  const gone = new Set(curriculum.slice(0, 5).map(({ id }) => id))
  const frozen = makePlan(requestOf({ memory })).days[0]?.entries ?? []
  const plan = makePlan({ ...request, frozen })
  expect(entriesOf(plan).filter(({ pattern }) => gone.has(pattern))).toEqual([])
  expect(makePlan({ ...request, curriculum: [] })).toMatchObject({ idle: 0, reached: 0, dropped: [] })
})

test('a pattern with nothing to practise gets at most its lesson; one with questions only is explained', () => {
  const bare = curriculum.map((pattern) => ({ ...pattern, items: [] }))
  for (const { activity } of entriesOf(makePlan(requestOf({ curriculum: bare })))) expect(activity).toBe('lesson')
  const talk = curriculum.map((pattern) => ({ ...pattern, items: pattern.items.filter(({ activity }) => activity === 'question') }))
  const activities = new Set(entriesOf(makePlan(requestOf({ curriculum: talk }))).map(({ activity }) => activity))
  expect(activities).toEqual(new Set(['lesson', 'question']))
})

test('what does not fit is told with what it would bring, the largest first', () => {
  const { dropped } = makePlan(requestOf({ target: makeTarget({ date: '2026-11-12', minutes: [25, 25, 25, 25, 25, 25, 25] }) }))
  expect(dropped.length).toBeGreaterThan(10)
  expect(dropped.map(({ gain }) => gain)).toEqual(dropped.map(({ gain }) => gain).sort((a, b) => b - a))
  for (const { gain, minutes } of dropped) expect(Math.min(gain, minutes + 1)).toBeGreaterThan(0)
})

test('a lesson longer than any day is told, not planned', () => {
  const long = curriculum.map((pattern, at) =>
    at === 3 ? { ...pattern, items: pattern.items.map((item) => ({ ...item, minutes: 90 })) } : pattern,
  )
  const plan = makePlan(requestOf({ curriculum: long }))
  const told = plan.dropped.find(({ pattern }) => pattern === long[3]?.id)
  expect(told).toMatchObject({ gain: 0, minutes: 94 })
  expect(told && sayDropped(told)).toBe('Does not fit into any day: its first lesson takes 94 minutes')
})

test('a design that no day has room for keeps nobody from what takes less, and is planned where the days are long enough', () => {
  const drawn = curriculum.map(({ id, ...pattern }): Curriculum[number] => {
    const items = [0, 1, 2].flatMap((story) => [
      { id: `${id} design ${story}`, context: `${id} design ${story}`, form: 'design', activity: 'exercise', minutes: 40 } as const,
      { id: `${id} estimate ${story}`, context: `${id} estimate ${story}`, form: 'estimate', activity: 'exercise', minutes: 5 } as const,
    ])
    return { ...pattern, id, items }
  })
  const plannedFor = (minutes: number) =>
    entriesOf(
      makePlan(
        requestOf({ curriculum: drawn, target: makeTarget({ date: '2026-11-30', minutes: [1, 2, 3, 4, 5, 6, 7].map(() => minutes) }) }),
      ),
    )
  const short = plannedFor(30)
  expect(new Set(short.map(({ activity }) => activity))).toEqual(new Set(['lesson', 'exercise']))
  expect(short.every(({ activity, minutes }) => minutes <= (activity === 'lesson' ? 9 : 5))).toBe(true)
  const long = plannedFor(90)
  expect(long.some(({ activity, minutes }) => activity === 'exercise' && minutes > 10)).toBe(true)
  expect(long.every(({ activity, minutes }) => activity !== 'lesson' || minutes === 9)).toBe(true)
})

test('golden plan: four patterns, four days', () => {
  const small = makeCurriculum(44).filter(({ topic }) => topic === 'algorithms')
  const target = makeTarget({ date: '2026-11-06', minutes: [40, 30, 0, 40, 0, 0, 0] })
  const plan = makePlan(requestOf({ curriculum: small, target }))
  const lines = plan.days.map(
    ({ day, entries }) =>
      `${formatDay(day)}: ${entries.map(({ activity, pattern, minutes }) => `${activity} ${pattern.split('-').at(-1)} (${minutes})`).join(', ')}`,
  )
  expect(lines).toMatchInlineSnapshot(`
    [
      "2026-11-02: lesson 40 (10), lesson 41 (10)",
      "2026-11-03: lesson 42 (10), exercise 40 (12), drill 41 (1.5)",
      "2026-11-04: ",
      "2026-11-05: exercise 40 (12), exercise 42 (12), drill 41 (1.5)",
    ]
  `)
})
