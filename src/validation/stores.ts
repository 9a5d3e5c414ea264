import { type ClosedForm, exponential, hits, run } from './closed-form.ts'

/** Caches, followers, features, logs, bursts. */
export const STORES: readonly ClosedForm[] = [
  {
    model: 'a cache with a time to live of 2, 10 keys alike',
    source: 'renewal: one miss, then hits for the time to live; hit share x / (1 + x)',
    run: run(10, 60_000, { cache: { kind: 'cache', capacity: 100, ttl: 2 } }, [{ at: 'cache', miss: [] }], {
      keys: { count: 10, skew: 0 },
    }),
    checks: [{ what: 'hits', exact: 2 / 3, of: hits }],
  },
  {
    model: 'stale reads: one key, 0.5 writes a second, lag 1',
    source: '1 - exp(-rate · lag)',
    run: {
      design: {
        components: {
          db: {
            kind: 'replicated',
            time: { kind: 'constant', mean: 0.001 },
            servers: 100,
            followers: 2,
            lag: { kind: 'constant', mean: 1 },
            keys: 1,
            reads: 'followers',
          },
        },
        routes: { ask: ['db'], tell: [{ at: 'db', write: true }] },
      },
      workload: {
        classes: { ask: { arrivals: { kind: 'poisson', rate: 2 } }, tell: { arrivals: { kind: 'poisson', rate: 0.5 } } },
        seconds: 20_000,
        warmUp: 100,
      },
    },
    checks: [
      { what: 'stale', exact: 1 - Math.exp(-0.5), of: ({ components: { db } }) => (db?.counts['stale'] ?? 0) / (db?.counts['reads'] ?? 1) },
    ],
  },
  {
    model: 'features made anew every 60 seconds',
    source: 'the age of a periodic refresh is uniform',
    run: {
      design: {
        components: { features: { kind: 'features', scope: 'all' } },
        routes: { ask: ['features'], job: [{ refresh: 'features' }] },
      },
      workload: {
        classes: { ask: { arrivals: { kind: 'poisson', rate: 1 } }, job: { arrivals: { kind: 'every', seconds: 60 } } },
        seconds: 20_060,
        warmUp: 60,
      },
    },
    checks: [{ what: 'mean age', exact: 30, of: ({ classes }) => classes['ask']?.age.mean ?? Number.NaN }],
  },
  {
    model: 'a queue with one consumer at 0.7',
    source: 'M/M/1',
    run: run(
      0.7,
      60_000,
      { events: { kind: 'log', partitions: 1, consumers: 1 }, work: { kind: 'service', time: exponential, servers: 10 } },
      ['events'],
      {
        routes: { events: ['work'] },
      },
    ),
    checks: [{ what: 'mean delay', exact: 1 / 0.3, of: ({ classes }) => classes['events']?.latency.mean ?? Number.NaN }],
  },
  {
    model: 'bursts: 1 a second for 4, 6 a second for 1',
    source: 'mean rate of a Markov-modulated Poisson process',
    run: run({ kind: 'bursts', rate: 1, burst: 6, off: 4, on: 1 }, 40_000, { line: { kind: 'delay', time: exponential } }, ['line']),
    checks: [{ what: 'arrivals a second', exact: 2, of: ({ classes }) => (classes['ask']?.arrived ?? 0) / 36_000 }],
  },
]
