import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Evidence } from '../domain/evidence.ts'
import type { Memory } from '../domain/memory.ts'
import { abilityOf } from './ability.ts'
import { forecastSolve } from './forecast.ts'
import { noveltyOf, rebuild, remember, startMemory } from './remember.ts'

const TOPICS = ['tensors', 'python']
const PATTERN = 'tensors/broadcasting'
const DAY_MS = 86_400_000

/** A program written for an unlabelled exercise, passed at once. */
function written(
  day: number,
  story: string,
  over: Partial<Evidence> & { readonly passed?: boolean; readonly hint?: 0 | 1 | 2 | 3 } = {},
): Evidence {
  const { passed = true, hint = 0, ...rest } = over
  return {
    at: day * DAY_MS,
    day,
    pattern: PATTERN,
    facet: 'execute',
    item: story,
    context: story,
    form: 'write',
    purpose: 'review',
    outcome: { kind: 'code', passed, submissions: 1, hint, activeMs: undefined, parMs: 600_000 },
    ...rest,
  }
}

function drilled(day: number, story: string, passed = true): Evidence {
  return written(day, `${story}~recognise`, {
    facet: 'recognise',
    form: 'recognise',
    context: story,
    outcome: { kind: 'choice', passed, options: 4, activeMs: undefined, parMs: 60_000 },
  })
}

function after(...evidence: readonly Evidence[]): Memory {
  return rebuild(startMemory(TOPICS), evidence)
}

function pattern(memory: Memory, id = PATTERN) {
  const found = memory.patterns.get(id)
  if (found === undefined) throw new Error(`${id} was never met`)
  return found
}

test('golden history: lesson, pass, fail in a new story, drill, pass', () => {
  const memory = after(
    written(0, 'a', { purpose: 'lesson' }),
    written(1, 'b'),
    written(4, 'c', { passed: false, hint: 3 }),
    drilled(6, 'd'),
    written(12, 'e'),
  )
  const { recognise, execute, coverage, contexts, meetings } = pattern(memory)
  const round = (value: number | undefined) => Number(value?.toFixed(4))
  expect({
    recognise: [round(recognise?.stability), round(recognise?.difficulty), recognise?.reviews, recognise?.drills, recognise?.lapses],
    execute: [round(execute?.stability), round(execute?.difficulty), execute?.reviews, execute?.drills, execute?.lapses],
    coverage: round(coverage),
    contexts: [...contexts.keys()],
    meetings,
    solve: [12, 19, 42].map((day) => round(forecastSolve(memory, PATTERN, day))),
  }).toMatchInlineSnapshot(`
    {
      "contexts": [
        "a",
        "b",
        "c",
        "d",
        "e",
      ],
      "coverage": 3.85,
      "execute": [
        31.2611,
        3.5858,
        4,
        0,
        1,
      ],
      "meetings": 5,
      "recognise": [
        30.5234,
        3.6412,
        4,
        1,
        1,
      ],
      "solve": [
        0.8468,
        0.7195,
        0.6416,
      ],
    }
  `)
})

test('two devices: their histories put together give one memory, whatever the order and however it came', () => {
  const story = fc.constantFrom('a', 'b', 'c', 'd')
  const meeting = fc
    .tuple(fc.nat(60), story, fc.boolean(), fc.boolean(), fc.constantFrom('tensors/broadcasting', 'python/closures'), fc.nat(5))
    .map(([day, story, passed, drill, pattern, minute]): Evidence => {
      const evidence = drill ? drilled(day, story, passed) : written(day, story, { passed })
      return { ...evidence, pattern, at: day * DAY_MS + minute * 60_000 }
    })
  fc.assert(
    fc.property(
      fc.uniqueArray(meeting, { maxLength: 40, selector: (each) => `${each.at} ${each.pattern} ${each.facet} ${each.item}` }),
      (all) => {
        const [whole, shuffled] = [after(...all), after(...all.toReversed())]
        expect(shuffled).toEqual(whole)
        const inTime = [...all].sort((a, b) => a.at - b.at || (a.pattern < b.pattern ? -1 : 1))
        if (new Set(all.map(({ at }) => at)).size === all.length) expect(inTime.reduce(remember, startMemory(TOPICS))).toEqual(whole)
      },
    ),
  )
})

test('whatever happens, everything stays a number in its range', () => {
  const meeting = fc
    .tuple(fc.integer({ min: -5, max: 400 }), fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.boolean(), fc.integer({ min: 0, max: 5 }))
    .map(([day, story, passed, kind]): Evidence => {
      if (kind === 0) return drilled(day, story, passed)
      if (kind === 1) return written(day, story, { purpose: 'lesson', passed })
      if (kind === 2)
        return written(day, story, { outcome: { kind: 'rubric', score: passed ? 1 : 0, activeMs: 1, parMs: 1 }, form: 'explain' })
      if (kind === 3) return written(day, story, { passed, hint: 2, difficulty: 'expert' })
      if (kind === 4) return written(day, story, { pattern: 'nobody-knows/this' })
      return written(day, story, { passed, hint: passed ? 0 : 3 })
    })
  fc.assert(
    fc.property(fc.array(meeting, { maxLength: 80 }), (all) => {
      // As it comes in, clock moved back and all.
      const memory = all.reduce(remember, startMemory(TOPICS))
      expect(memory.traits.mean.every(Number.isFinite)).toBe(true)
      expect(memory.traits.covariance.every(Number.isFinite)).toBe(true)
      for (const [id, { recognise, execute }] of memory.patterns) {
        for (const facet of [recognise, execute]) {
          if (facet === undefined) continue
          expect(facet.stability).toBeGreaterThan(0)
          expect(facet.stability).toBeLessThanOrEqual(36_501)
          expect(facet.difficulty).toBeGreaterThanOrEqual(1)
          expect(facet.difficulty).toBeLessThanOrEqual(10)
        }
        for (const day of [0, 100, 1000]) {
          expect(forecastSolve(memory, id, day)).toBeGreaterThan(0)
          expect(forecastSolve(memory, id, day)).toBeLessThan(1)
        }
      }
    }),
  )
})

test('what comes later on the same day is practice: it widens the contexts, and no more', () => {
  const once = after(written(3, 'a'))
  const again = after(written(3, 'a'), { ...written(3, 'b'), at: 3 * DAY_MS + 1 })
  expect(pattern(again).execute).toEqual(pattern(once).execute)
  expect(again.traits).toEqual(once.traits)
  expect([...pattern(again).contexts.keys()]).toEqual(['a', 'b'])
  expect(pattern(again).coverage).toBeGreaterThan(pattern(once).coverage)
})

test('an unlabelled exercise shows both facets; asked first which pattern it is, or just read, execution alone', () => {
  expect(pattern(after(written(0, 'a'))).recognise?.reviews).toBe(1)
  const asked = after(drilled(0, 'a'), { ...written(0, 'a'), at: 1 })
  expect(pattern(asked).recognise).toEqual(pattern(after(drilled(0, 'a'))).recognise)
  expect(pattern(asked).execute?.reviews).toBe(1)
  const fixed = after(written(0, 'a', { form: 'fix' }))
  expect(pattern(fixed).recognise).toBeUndefined()
})

test('a failure counts once, whether or not the reference was looked at afterwards', () => {
  const before = [written(0, 'a', { purpose: 'lesson' }), written(2, 'b')]
  const alone = after(...before, written(6, 'c', { passed: false }))
  const looked = after(...before, written(6, 'c', { passed: false, hint: 3 }))
  expect(looked).toEqual(alone)
})

test('passed once a hint had named it: carried out, not recognised', () => {
  const before = [written(0, 'a', { purpose: 'lesson' }), written(2, 'b')]
  const { recognise, execute } = pattern(after(...before, written(6, 'c', { hint: 2 })))
  expect([recognise?.lapses, execute?.lapses]).toEqual([1, 0])
})

test('met in one story alone, to fail in a new one harms a memory less than to fail at the very item', () => {
  const before = [written(0, 'a', { purpose: 'lesson' }), written(3, 'a'), written(9, 'a')]
  const stability = (story: string) => pattern(after(...before, written(19, story, { passed: false, form: 'fix' }))).execute?.stability ?? 0
  expect(stability('new')).toBeGreaterThan(stability('a') * 1.02)
})

test('to pass in a new story says more for other new stories than to pass the very item', () => {
  const before = [written(0, 'a', { purpose: 'lesson' }), written(2, 'b')]
  const solve = (story: string) => forecastSolve(after(...before, written(6, story)), PATTERN, 20)
  expect(solve('new')).toBeGreaterThan(solve('b'))
})

test('the record decides what a new story costs: who passes new ones alone needs no more of them', () => {
  const history = (passesNew: boolean) => {
    const patterns = Array.from({ length: 12 }, (_, n) => `tensors/p${n}`)
    return after(
      ...patterns.flatMap((pattern) => [
        { ...written(0, 'a', { purpose: 'lesson' }), pattern },
        { ...written(3, 'a', { passed: !passesNew }), pattern },
        { ...written(6, 'b', { passed: passesNew }), pattern },
        { ...written(9, 'a', { passed: !passesNew }), pattern },
        { ...written(12, 'c', { passed: passesNew }), pattern },
      ]),
    ).traits
  }
  const [bound, free] = [history(false), history(true)]
  // Gap of recognising and of carrying out, then what remembering the item brings.
  expect(bound.mean[2]).toBeGreaterThan((free.mean[2] as number) + 0.1)
  expect(bound.mean[7]).toBeGreaterThan((free.mean[7] as number) + 0.1)
  expect(bound.mean[3]).toBeGreaterThan((free.mean[3] as number) + 0.1)
})

test('drills that do not help are believed to be weak', () => {
  const strength = (drillsHelp: boolean) =>
    after(
      ...Array.from({ length: 20 }, (_, n) => ({ pattern: `tensors/p${n}`, isDrilled: n % 2 === 0 })).flatMap(({ pattern, isDrilled }) => [
        { ...written(0, 'a', { purpose: 'lesson' }), pattern },
        ...(isDrilled ? [2, 4, 6, 8].map((day) => ({ ...drilled(day, `s${day}`), pattern })) : []),
        { ...written(10, 'b', { passed: isDrilled === drillsHelp }), pattern },
      ]),
    ).traits.mean[10] as number
  expect(strength(true)).toBeGreaterThan(strength(false) + 0.05)
})

test('passing what was never met speaks for the rest of the topic, and a little for other topics', () => {
  const [before, memory] = [startMemory(TOPICS), after(written(0, 'a', { purpose: 'diagnostic' }))]
  const gained = [0, 1].map((at) => (abilityOf(memory).belief.mean[at] as number) - (abilityOf(before).belief.mean[at] as number))
  expect(gained[0]).toBeGreaterThan(gained[1] as number)
  expect(gained[1]).toBeGreaterThan(0)
})

test('who passes untaught knew it, for long; who fails it did not', () => {
  const [knew, read, failed] = [
    after(written(0, 'a', { purpose: 'diagnostic' })),
    after(written(0, 'a', { purpose: 'lesson' })),
    after(written(0, 'a', { purpose: 'diagnostic', passed: false })),
  ]
  expect(forecastSolve(knew, PATTERN, 100)).toBeGreaterThan(0.7)
  expect(forecastSolve(read, PATTERN, 100)).toBeLessThan(0.4)
  expect(pattern(failed).execute?.known).toBeLessThan(pattern(read).execute?.known ?? 0)
})

test('a lesson costs nobody more than a slip, however able', () => {
  for (const level of [-4, -2.2, 0, 2, 4]) {
    const able = { topics: TOPICS, belief: { mean: TOPICS.map(() => level), covariance: [0.2, 0, 0, 0.2] } }
    const before = startMemory(TOPICS, able)
    const taught = remember(before, written(0, 'a', { purpose: 'lesson' }))
    for (const day of [1, 30]) expect(forecastSolve(taught, PATTERN, day)).toBeGreaterThan(forecastSolve(before, PATTERN, day) - 0.08)
  }
})

test('a traveller whose calendar goes back by a day practises; a clock moved back further counts, as if no time had passed', () => {
  const memory = after(written(0, 'a', { purpose: 'lesson' }), written(10, 'b'))
  const travelled = remember(memory, { ...written(9, 'c'), at: 10 * DAY_MS + 1 })
  expect(pattern(travelled).execute).toEqual(pattern(memory).execute)
  const setBack = remember(memory, { ...written(4, 'c'), at: 10 * DAY_MS + 1 })
  expect(pattern(setBack).execute).toMatchObject({ lastDay: 4, reviews: 3 })
  const [was, is] = [pattern(memory), pattern(setBack)].map(({ execute }) => execute?.stability ?? 0) as [number, number]
  expect(Math.abs(is / was - 1)).toBeLessThan(0.01)
  expect(forecastSolve(memory, PATTERN, 3)).toBe(forecastSolve(memory, PATTERN, 10))
})

test('after 200 missed days a memory has faded, is not gone, and a pass brings it back for long', () => {
  const memory = after(written(0, 'a', { purpose: 'lesson' }), written(2, 'b'), written(6, 'c'))
  const [then, now] = [forecastSolve(memory, PATTERN, 6), forecastSolve(memory, PATTERN, 206)]
  expect(now).toBeLessThan(then)
  expect(now).toBeGreaterThan(0.05)
  const back = pattern(remember(memory, written(206, 'd'))).execute?.stability ?? 0
  expect(back).toBeGreaterThan(2 * (pattern(memory).execute?.stability ?? 0))
})

test('to predict a value counts for less than to write the program', () => {
  const before = [written(0, 'a', { purpose: 'lesson' })]
  const solve = (form: Evidence['form']) =>
    forecastSolve(after(...before, drilled(3, 'b'), { ...written(3, 'b', { form }), at: 3 * DAY_MS + 1 }), PATTERN, 20)
  expect(solve('predict')).toBeLessThan(solve('fix'))
  expect(solve('fix')).toBeLessThan(solve('write'))
})

test('novelty: the very item, another of the same story, a new story', () => {
  const known = pattern(after(written(0, 'queue'), written(3, 'queue~2', { context: 'queue' })))
  expect(noveltyOf(known, 'queue', 'queue')).toBe('same')
  expect(noveltyOf(known, 'queue~5', 'queue')).toBe('near')
  expect(noveltyOf(known, 'shop', 'shop')).toBe('far')
  expect(noveltyOf(undefined, 'queue', 'queue')).toBe('far')
})

test('ratings from elsewhere count for carrying out alone', () => {
  const { recognise, execute } = pattern(after(written(0, 'anki', { form: 'explain', outcome: { kind: 'rating', rating: 4 } })))
  expect(recognise).toBeUndefined()
  expect(execute?.stability).toBeGreaterThan(8)
})
