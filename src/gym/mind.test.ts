import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fact } from '../domain/fact.ts'
import type { Library } from '../domain/library.ts'
import type { Store } from '../domain/store.ts'
import { rebuild, startMemory } from '../memory/remember.ts'
import { evidenceOf } from './evidence.ts'
import { createMind } from './mind.ts'
import { createRecall } from './recollection.ts'

const DAY = 86_400_000
const START = Date.parse('2026-03-01T00:00:00Z')
const TOPICS = ['python', 'pandas']
const library = { items: new Map() } as unknown as Library
const PATTERNS = ['python/lazy-pipeline', 'python/late-binding', 'pandas/grain-before-merge']

const fact = fc
  .record({
    hour: fc.integer({ min: 0, max: 30 * 24 }),
    pattern: fc.constantFrom(...PATTERNS),
    drill: fc.boolean(),
    right: fc.boolean(),
    item: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ hour, pattern, drill, right, item }) => {
    const at = new Date(START + hour * 3_600_000).toISOString()
    const base = {
      learner: 'me',
      at,
      zone: 'UTC',
      item: `story-${item}${drill ? '~recognise' : ''}`,
      itemHash: 'h',
      activeMs: 60_000,
      minutes: 5,
    }
    const own = drill
      ? { type: 'recognition', pattern, chosen: right ? pattern : 'python/other', options: [pattern, 'python/other', 'a/b', 'c/d'] }
      : { type: 'attempt', mode: 'submit', form: 'write', verdict: right ? 'passed' : 'failed', patterns: [pattern] }
    return { ...base, ...own }
  })

/** A log that hands out what came since: what the store does, without a database. */
function logOf(all: readonly Fact[]): { readonly store: Store; readonly arrive: (count: number) => void } {
  let there = 0
  const store = {
    facts: async (_: string, after: number) => ({ facts: all.slice(after, there), came: Math.max(after, there) }),
  } as unknown as Store
  return { store, arrive: (count) => (there = count) }
}

test('what is remembered piece by piece, in whatever order it arrives, is what all of it at once says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fact, { maxLength: 25 }),
      fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 6 }),
      async (drawn, looks) => {
        const all = drawn.map((each, place) => ({ ...each, id: String(place).padStart(4, '0') })) as unknown as readonly Fact[]
        const { store, arrive } = logOf(all)
        const clock = { now: () => START + 40 * DAY, zone: () => 'UTC' }
        const mind = createMind(createRecall(store, library), TOPICS, clock)
        for (const look of [...looks.filter((count) => count <= all.length).toSorted((a, b) => a - b), all.length]) {
          arrive(look)
          await mind('me')
        }
        const { memory, recollection } = await mind('me')
        const evidence = evidenceOf(all, library)
        expect(recollection.evidence).toEqual(evidence)
        const whole = rebuild(startMemory(TOPICS), evidence)
        expect(memory.patterns).toEqual(whole.patterns)
        memory.traits.mean.forEach((value, at) => expect(value).toBeCloseTo(whole.traits.mean[at] as number, 9))
      },
    ),
    { numRuns: 60 },
  )
})

test('two looks at once read each fact once', async () => {
  const one = {
    id: '1',
    learner: 'me',
    at: '2026-03-01T10:00:00Z',
    zone: 'UTC',
    type: 'review',
    pattern: 'python/late-binding',
    rating: 3,
    from: 'csv',
  }
  const { store, arrive } = logOf([one as unknown as Fact])
  arrive(1)
  const recall = createRecall(store, library)
  const [first, second] = await Promise.all([recall('me'), recall('me')])
  expect(first.facts).toHaveLength(1)
  expect(second).toBe(first)
})
