import type { Workload } from '../domain/workload.ts'
import { choice, fields, kinds, list, number, optional, type Rule, record, text } from './shape.ts'

const SECONDS = 1e9
const positive = number(1e-9, SECONDS)
const notNegative = number(0, SECONDS)
const share = number(0, 1)
const flag = optional(choice(true, false))
const count = (most: number) => number(1, most, true)
const rate = number(0, 1e8)

export const distribution: Rule = kinds({
  constant: { mean: notNegative },
  uniform: { low: notNegative, high: notNegative },
  exponential: { mean: positive },
  lognormal: { mean: positive, cv2: number(1e-6, 1000) },
  erlang: { mean: positive, stages: count(1000) },
  hyperexponential: { mean: positive, cv2: number(1, 1000) },
  pareto: { mean: positive, shape: number(1.01, 100) },
  empirical: { values: list(notNegative) },
})

const placed = { zones: optional(count(100)), price: optional(notNegative) }
const replicas = optional(count(10_000))
const servers = optional(count(100_000))
const queue = optional(number(0, 1e7, true))
const keys = count(16_000_000)
const balance = optional(choice('random', 'round-robin', 'two-choices', 'least', 'key', 'range'))
const order = optional(choice('fifo', 'lifo', 'priority', 'key', 'class'))
const backoff = optional(fields({ base: positive, factor: optional(number(1, 100)), most: optional(positive), jitter: optional(share) }))
const among = optional(choice('random', 'round-robin', 'two-choices', 'least'))
const tier = { replicas, copies: optional(count(100)), among, servers, balance, queue, ...placed }

export const COMPONENTS: Rule = kinds({
  service: { time: distribution, order, dropsExpired: flag, keys: optional(keys), ...tier },
  sharing: {
    time: distribution,
    replicas,
    cores: servers,
    balance: optional(choice('random', 'round-robin', 'two-choices', 'least', 'key')),
    limit: optional(count(1e7)),
    ...placed,
  },
  delay: {
    time: distribution,
    loss: optional(share),
    failures: optional(
      fields({ every: positive, checkpoint: optional(positive), cost: optional(notNegative), restart: optional(notNegative) }),
    ),
    price: optional(notNegative),
  },
  cache: {
    capacity: keys,
    ttl: optional(positive),
    jitter: optional(share),
    singleFlight: flag,
    full: flag,
    alike: optional(count(1e6)),
    ...placed,
  },
  pool: { tokens: count(1e7), queue, order, perKey: optional(count(1e6)), backfill: flag, price: optional(notNegative) },
  log: {
    partitions: count(10_000),
    consumers: count(10_000),
    parallel: optional(count(100_000)),
    bound: optional(count(1e7)),
    order,
    perKey: optional(count(1e6)),
    again: optional(number(0, 1000, true)),
    backoff,
    lease: optional(positive),
    commit: optional(notNegative),
    ...placed,
  },
  batcher: { replicas, batch: count(10_000), wait: notNegative, base: positive, item: notNegative, queue, order, ...placed },
  generator: {
    replicas,
    batching: choice('continuous', 'static'),
    sequences: count(10_000),
    chunk: optional(count(1e6)),
    prompt: distribution,
    output: distribution,
    prefix: optional(number(0, 1e6, true)),
    order,
    admit: optional(choice('promised', 'now')),
    hardware: fields({ bandwidth: number(1, 1e15), compute: number(1, 1e18), memory: number(1, 1e14), overhead: notNegative }),
    model: fields({ parameters: number(1, 1e13), width: number(0.1, 8), token: number(1, 1e8) }),
    queue,
    ...placed,
  },
  features: { scope: choice('all', 'key'), keys: optional(keys), time: optional(distribution), ...tier },
  index: {
    effort: number(0, 1e6),
    table: list(fields({ effort: number(0, 1e6), recall: share, seconds: positive }), 100),
    cv2: optional(number(0, 1000)),
    keys: optional(keys),
    time: optional(distribution),
    ...tier,
  },
  replicated: {
    time: distribution,
    followers: number(0, 1000, true),
    lag: distribution,
    keys,
    reads: choice('primary', 'followers'),
    acks: optional(number(0, 1000, true)),
    failover: optional(notNegative),
    ...tier,
  },
  quorum: {
    time: distribution,
    replicas: count(1000),
    servers,
    queue,
    copies: count(20),
    write: count(20),
    read: count(20),
    asks: optional(choice('all', 'needed')),
    keys: count(2_000_000),
    delay: optional(distribution),
    repair: optional(notNegative),
    ...placed,
  },
  stock: {
    units: number(0, 1e12),
    scope: optional(choice('all', 'key')),
    period: optional(positive),
    takes: optional(choice('first', 'last', 'lent')),
    nodes: optional(count(1000)),
    sync: optional(positive),
    price: optional(notNegative),
  },
  windows: { seconds: positive, by: choice('arrival', 'event'), allowed: optional(notNegative), price: optional(notNegative) },
  limiter: {
    rate: number(1e-6, 1e8),
    burst: number(1, 1e8),
    scope: optional(choice('all', 'key')),
    method: optional(choice('bucket', 'window')),
    price: optional(notNegative),
  },
  autoscaler: {
    target: text,
    utilisation: number(0.01, 1),
    least: count(10_000),
    most: count(10_000),
    interval: number(0.001, SECONDS),
    start: notNegative,
    price: optional(notNegative),
  },
})

export const POLICY: Rule = fields({
  timeout: optional(positive),
  retries: optional(number(0, 100, true)),
  backoff,
  budget: optional(fields({ ratio: number(0, 100), burst: number(0, 1e9) })),
  hedge: optional(positive),
  cancels: flag,
  deadline: optional(positive),
  breaker: optional(fields({ window: count(100_000), share: number(0.001, 1), open: positive })),
})

const arrivals: Rule = kinds({
  poisson: { rate },
  bursts: { rate, burst: rate, on: positive, off: positive },
  diurnal: { rates: list(rate, 10_000), period: positive },
  trace: { times: list(notNegative, 5_000_000), keys: optional(list(number(0, 16_000_000, true), 5_000_000)) },
  every: { seconds: number(1e-6, SECONDS), count: optional(count(1e6)), offset: optional(notNegative) },
  closed: { users: count(1e6), think: positive },
})

const requests: Rule = fields({
  arrivals,
  keys: optional(fields({ count: keys, skew: number(0, 5) })),
  priority: optional(number(0, 9, true)),
  late: optional(fields({ share, delay: distribution })),
})

export const WORKLOAD: Rule = fields({
  classes: (value, where) => record(value, where, requests),
  seconds: positive,
  warmUp: notNegative,
  window: optional(positive),
})

const span = { at: notNegative, until: optional(notNegative) }
const some = optional(list(number(0, 10_000, true), 10_000))

export const FAULTS: Rule = kinds({
  down: { component: text, replicas: some, ...span },
  partition: { component: text, replicas: some, ...span },
  zone: { zone: number(0, 100, true), ...span },
  slow: { component: text, factor: number(1e-3, 1e6), replicas: some, ...span },
  flush: { component: text, share: optional(share), ...span },
  'hot-key': { class: text, key: number(0, 16_000_000, true), share, ...span },
  spike: { class: optional(text), factor: number(0, 1e6), ramp: optional(positive), ...span },
  late: { component: text, seconds: optional(positive), ...span },
  poison: { component: text, quality: share, share: optional(share), ...span },
  rollout: { component: text, share, factor: number(1e-3, 1e6), quality: share, ...span },
})

export function isWorkload(value: unknown): value is Workload {
  return WORKLOAD(value, '').length === 0
}
