import { expect, test } from 'vitest'
import { trial } from './fixtures/trial.ts'

test('a cache that is written around serves stale values until they expire, one that is told does not', () => {
  const read = (write: true | 'around') =>
    trial({
      components: { cache: { kind: 'cache', capacity: 10, ttl: 2 }, store: { kind: 'delay', time: { kind: 'constant', mean: 1e-6 } } },
      ask: [{ at: 'cache', miss: ['store'] }],
      routes: { tell: ['store', { at: 'cache', write }] },
      rate: 50,
      classes: { tell: { arrivals: { kind: 'poisson', rate: 1 } } },
      seconds: 2000,
    })
  const [around, told] = [read('around'), read(true)]
  // The age of a value that is served is uniform in the two seconds, so it is stale with 1 - (1 - e^-2) / 2.
  const stale = (around.part('cache').counts['stale'] ?? 0) / (around.part('cache').counts['hits'] ?? 1)
  expect(stale).toBeCloseTo(1 - (1 - Math.exp(-2)) / 2, 1)
  expect(around.ask.marks['stale']).toBe(around.part('cache').counts['stale'])
  expect(told.part('cache').counts['stale']).toBe(0)
  expect(told.ask.marks['stale']).toBeUndefined()
})

test('the age of what is served is that of the value and of what it was made from', () => {
  const { ask } = trial({
    components: { features: { kind: 'features', scope: 'all' }, cache: { kind: 'cache', capacity: 1, ttl: 10 } },
    ask: [{ at: 'cache', miss: ['features'] }],
    rate: { arrivals: { kind: 'trace', times: [5, 8, 14, 16] } },
    seconds: 20,
  })
  // Features of second 0: read at 5, served at 8 and 14 from then; read again at 16, when they are 16 old.
  expect([ask.age.count, ask.age.mean, ask.age.largest]).toEqual([4, (5 + 8 + 14 + 16) / 4, 16])
})

test('what was put in all at once expires all at once, unless times to live are spread', () => {
  const misses = (jitter: number) => {
    const { components } = trial({
      components: {
        cache: { kind: 'cache', capacity: 1000, ttl: 10, jitter, full: true },
        store: { kind: 'delay', time: { kind: 'constant', mean: 0.01 } },
      },
      ask: [{ at: 'cache', miss: ['store'] }],
      rate: 1000,
      keys: { count: 1000, skew: 0 },
      window: 1,
      seconds: 15,
    })
    return components['cache']?.windows.map(({ counts }) => counts['misses'] ?? 0) ?? []
  }
  const [together, spread] = [misses(0), misses(0.8)]
  expect(together.slice(0, 10).every((count) => count === 0)).toBe(true)
  expect(together[10]).toBeGreaterThan(500)
  expect(Math.max(...spread)).toBeLessThan(250)
})

test('a cache that takes much for the same hits more often, and gives some the answer of another', () => {
  const ask = (alike: number) => {
    const { part, ask: asked } = trial({
      components: { cache: { kind: 'cache', capacity: 200, alike } },
      ask: [{ at: 'cache', miss: [] }],
      rate: 1000,
      keys: { count: 10_000, skew: 0.8 },
    })
    const { hits = 0, mistaken = 0 } = part('cache').counts
    expect(asked.marks['mistaken'] ?? 0).toBe(mistaken)
    return { hits: hits / asked.arrived, mistaken: mistaken / asked.arrived }
  }
  const [strict, loose, wild] = [ask(1), ask(4), ask(50)]
  expect(strict.mistaken).toBe(0)
  expect(loose.hits).toBeGreaterThan(strict.hits)
  expect(wild.hits).toBeGreaterThan(loose.hits)
  expect(loose.mistaken).toBeGreaterThan(0.03)
  expect(wild.mistaken).toBeGreaterThan(2 * loose.mistaken)
})
