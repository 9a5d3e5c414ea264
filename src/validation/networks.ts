import { mix } from '../simulation/replicas.ts'
import { type ClosedForm, crowded, desk, exponential, failed, response, run, utilisation } from './closed-form.ts'
import { batchResponse, erlangC, harmonic, impatient, repairman, zipfShares } from './formulas.ts'

const mean = response('ask')
const busy = { desk: crowded } as const
const SHARDS = 8
const shardShares = zipfShares(100, 0.9).reduce(
  (sums, share, key) => sums.map((sum, shard) => sum + (mix(key) % SHARDS === shard ? share : 0)),
  Array.from({ length: SHARDS }, () => 0),
)

/** Clients that give up, try again and hedge; networks of queues; shards, batches, forks. */
export const NETWORKS: readonly ClosedForm[] = [
  {
    model: 'M/M/1 at 0.8, clients give up after 10',
    source: 'P(T > t) = exp(-(1 - load) t)',
    run: run(0.8, 60_000, desk(exponential), [{ call: ['desk'], policy: 'patient' }], { policies: { patient: { timeout: 10 } } }),
    checks: [{ what: 'failed', exact: Math.exp(-2), of: failed }],
  },
  {
    model: 'exponential service, time-out 1.2, 2 retries',
    source: 'exp(-1.2) to the third; mean of what succeeds by conditioning',
    run: run(20, 60_000, busy, [{ call: ['desk'], policy: 'again' }], { policies: { again: { timeout: 1.2, retries: 2 } } }),
    checks: [
      { what: 'failed', exact: Math.exp(-3.6), of: failed },
      {
        what: 'attempts for a call',
        exact: 1 + Math.exp(-1.2) + Math.exp(-2.4),
        of: ({ policies: { again } }) => (again?.['attempts'] ?? 0) / (again?.['calls'] ?? 1),
      },
    ],
  },
  {
    model: 'exponential service, hedge after 1.5',
    source: 'E = 1 - exp(-h) / 2 by the exponential having no memory',
    run: run(20, 60_000, busy, [{ call: ['desk'], policy: 'hedged' }], { policies: { hedged: { hedge: 1.5 } } }),
    checks: [{ what: 'mean response', exact: 1 - Math.exp(-1.5) / 2, of: mean }],
  },
  {
    model: 'Jackson tandem M/M/1, M/M/4',
    source: 'Jackson, Operations Research 5(4), 1957',
    run: run(
      0.7,
      50_000,
      { first: { kind: 'service', time: exponential }, second: { kind: 'service', time: { kind: 'exponential', mean: 4 }, servers: 4 } },
      ['first', 'second'],
    ),
    checks: [{ what: 'mean response', exact: 1 / 0.3 + 4 + (4 * erlangC(4, 2.8)) / (4 - 2.8), of: mean }],
  },
  {
    model: 'Jackson with feedback: half go round again',
    source: 'Jackson 1957: the visits of each are 1 / (1 - p)',
    run: run(0.35, 40_000, desk(exponential), [{ again: ['desk'], probability: 0.5 }]),
    checks: [
      { what: 'mean response', exact: 2 / (1 - 0.7), of: mean },
      { what: 'utilisation', exact: 0.7, of: utilisation },
    ],
  },
  {
    model: '10 replicas, balanced at random, at 0.8',
    source: 'Poisson splitting: each is M/M/1',
    run: run(8, 80_000, desk(exponential, { replicas: 10 }), ['desk']),
    checks: [{ what: 'mean response', exact: 5, of: mean }],
  },
  {
    model: '8 hashed shards under Zipf 0.9',
    source: 'Poisson splitting by key: each is M/M/1',
    run: run(3.2, 250_000, desk(exponential, { replicas: SHARDS, balance: 'key' }), ['desk'], { keys: { count: 100, skew: 0.9 } }),
    checks: [
      { what: 'mean response', exact: shardShares.reduce((sum, share) => sum + share / (1 - 3.2 * share), 0), of: mean },
      {
        what: 'utilisation of the hottest',
        exact: 3.2 * Math.max(...shardShares),
        of: ({ components }) => components['desk']?.hottest ?? Number.NaN,
      },
    ],
  },
  {
    model: 'batches of up to 16 in 4 ms + 0.5 ms for each, 1100 a second',
    source: 'bulk service, embedded chain: Kleinrock I, section 4.6; Bailey 1954',
    run: run(1100, 60_000, { desk: { kind: 'batcher', batch: 16, wait: 0, base: 0.004, item: 0.0005 } }, ['desk']),
    checks: [{ what: 'mean response', exact: batchResponse(1100, 16, 0.004, 0.0005), of: mean }],
  },
  {
    model: 'M/M/1 at 1.1 whose callers wait 3 and no longer, and what expired is dropped',
    source: 'M/M/1+D: Barrer, Operations Research 5(5), 1957',
    run: run(1.1, 60_000, desk(exponential, { dropsExpired: true }), [{ call: ['desk'], policy: 'patient' }], {
      policies: { patient: { timeout: 3 } },
    }),
    checks: [
      {
        what: 'dropped in the queue',
        exact: impatient(1.1, 3),
        of: ({ components: { desk } }) => (desk?.counts['expired'] ?? 0) / (desk?.entered ?? 1),
      },
    ],
  },
  {
    model: '10 users who think 5, one server',
    source: 'machine repairman: Kleinrock I, section 3.8',
    run: run({ kind: 'closed', users: 10, think: 5 }, 40_000, desk(exponential), ['desk']),
    checks: [{ what: 'utilisation', exact: repairman(10, 5), of: utilisation }],
  },
  {
    model: 'fork and join over two M/M/1 at 0.7',
    source: 'Flatto and Hahn 1984; Nelson and Tantawi, IEEE ToC 37(6), 1988: (12 - load) / 8 times M/M/1',
    run: run(0.7, 60_000, { left: { kind: 'service', time: exponential }, right: { kind: 'service', time: exponential } }, [
      { all: [['left'], ['right']] },
    ]),
    checks: [{ what: 'mean response', exact: ((12 - 0.7) / 8) * (1 / 0.3), of: mean }],
  },
  {
    model: 'fan-out to 10, and the 7 fastest of 10',
    source: 'order statistics of exponentials: sums of 1/i',
    run: run(2, 20_000, busy, [
      { each: ['desk'], count: 10, need: 7 },
      { each: ['desk'], count: 10 },
    ]),
    checks: [{ what: 'mean response', exact: harmonic(10) - harmonic(3) + harmonic(10), of: mean }],
  },
]
