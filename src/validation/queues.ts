import type { Distribution } from '../domain/distribution.ts'
import type { Measurement } from '../domain/measurement.ts'
import { type ClosedForm, crowded, desk, exponential, failed, response, run, utilisation } from './closed-form.ts'
import { erlangB, erlangC, finiteQueue } from './formulas.ts'

const p99 = (measured: Measurement) => measured.classes['ask']?.latency.p99 ?? Number.NaN
const wait = (measured: Measurement) => measured.components['desk']?.wait.mean ?? Number.NaN
const queue = (measured: Measurement) => measured.components['desk']?.queue ?? Number.NaN
const mean = response('ask')
const lognormal: Distribution = { kind: 'lognormal', mean: 1, cv2: 4 }
const hyper: Distribution = { kind: 'hyperexponential', mean: 1, cv2: 4 }

function single(load: number): ClosedForm {
  return {
    model: `M/M/1 at ${load}`,
    source: 'Kleinrock, Queueing Systems I, section 3.2',
    run: run(load, 60_000, desk(exponential), ['desk']),
    checks: [
      { what: 'mean response', exact: 1 / (1 - load), of: mean },
      { what: 'p99 of response', exact: Math.log(100) / (1 - load), of: p99 },
      { what: 'utilisation', exact: load, of: utilisation },
      { what: 'mean queue', exact: load ** 2 / (1 - load), of: queue },
    ],
  }
}

function crowd(servers: number, load: number): ClosedForm {
  const waiting = erlangC(servers, servers * load) / (servers * (1 - load))
  return {
    model: `M/M/${servers} at ${load}`,
    source: 'Erlang C: Kleinrock I, section 3.5',
    run: run(servers * load, 60_000, desk(exponential, { servers }), ['desk']),
    checks: [
      { what: 'mean wait', exact: waiting, of: wait },
      { what: 'mean queue', exact: waiting * servers * load, of: queue },
    ],
  }
}

function general(name: string, time: Distribution, cv2: number, load: number, requests = 60_000): ClosedForm {
  return {
    model: `M/${name}/1 at ${load}`,
    source: 'Pollaczek-Khinchine: Kleinrock I, section 5.6',
    run: run(load, requests, desk(time), ['desk']),
    checks: [{ what: 'mean wait', exact: (load * (1 + cv2)) / (2 * (1 - load)), of: wait }],
  }
}

function shared(name: string, time: Distribution): ClosedForm {
  return {
    model: `M/${name}/1 processor sharing at 0.6`,
    source: 'Kleinrock, Queueing Systems II, section 4.4: insensitive to the distribution',
    run: run(0.6, 40_000, { desk: { kind: 'sharing', time } }, ['desk']),
    checks: [{ what: 'mean response', exact: 2.5, of: mean }],
  }
}

/** One queue: servers, distributions, bounds, tokens. */
export const QUEUES: readonly ClosedForm[] = [
  single(0.5),
  single(0.8),
  crowd(4, 0.8),
  crowd(16, 0.8),
  general('D', { kind: 'constant', mean: 1 }, 0, 0.8),
  general('LogN', lognormal, 4, 0.5, 250_000),
  general('H2', hyper, 4, 0.5),
  general('U', { kind: 'uniform', low: 0, high: 2 }, 1 / 3, 0.7),
  general('E4', { kind: 'erlang', mean: 1, stages: 4 }, 1 / 4, 0.7),
  shared('M', exponential),
  shared('D', { kind: 'constant', mean: 1 }),
  shared('LogN', lognormal),
  shared('H2', hyper),
  {
    model: 'M/M/1/5 at 0.9',
    source: 'Kleinrock I, section 3.6',
    run: run(0.9, 60_000, desk(exponential, { queue: 4 }), ['desk']),
    checks: [{ what: 'blocked', exact: finiteQueue(1, 0.9, 5), of: failed }],
  },
  {
    model: 'M/M/4/10 at 0.95',
    source: 'Gross and Harris, Fundamentals of Queueing Theory, section 2.5',
    run: run(3.8, 60_000, desk(exponential, { servers: 4, queue: 6 }), ['desk']),
    checks: [{ what: 'blocked', exact: finiteQueue(4, 3.8, 10), of: failed }],
  },
  {
    model: 'M/M/20/20, 20 erlangs',
    source: 'Erlang B: Kleinrock I, section 3.7',
    run: run(20, 60_000, desk(exponential, { servers: 20, queue: 0 }), ['desk']),
    checks: [{ what: 'blocked', exact: erlangB(20, 20), of: failed }],
  },
  {
    model: 'M/G/20/20 (lognormal), 18 erlangs',
    source: 'Erlang B, insensitive: Sevastyanov 1957',
    run: run(18, 60_000, desk(lognormal, { servers: 20, queue: 0 }), ['desk']),
    checks: [{ what: 'blocked', exact: erlangB(20, 18), of: failed }],
  },
  {
    model: '8 tokens around many servers are M/M/8',
    source: 'Erlang C',
    run: run(6.4, 60_000, { desk: crowded, pool: { kind: 'pool', tokens: 8 } }, [{ at: 'pool', hold: ['desk'] }]),
    checks: [
      { what: 'mean response', exact: 1 + erlangC(8, 6.4) / 1.6, of: mean },
      { what: 'use of tokens', exact: 0.8, of: ({ components }) => components['pool']?.utilisation ?? Number.NaN },
    ],
  },
]
