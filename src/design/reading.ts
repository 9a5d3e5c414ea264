import type { Drawing, Reading } from '../domain/case.ts'
import type { ClassMeasurement, ComponentMeasurement, Measurement, Spread, Window } from '../domain/measurement.ts'
import type { Workload } from '../domain/workload.ts'

type Quantile = Exclude<keyof Spread, 'count'>

/** The share of answers that may be slower than a quantile. */
const BEYOND: Readonly<Record<string, number>> = { p50: 0.5, p90: 0.1, p95: 0.05, p99: 0.01, p999: 0.001, largest: 0 }

/**
 * Reads one number from a run; NaN when nothing was seen. `workload` is that of the run. Metrics are those of metric.ts.
 * Requests that still wait at the end count: a quantile is at least what so many of them had waited by then, and those that waited many times as long as
 * others took have failed.
 */
export function readingOf(reading: Reading, measurement: Measurement, drawing: Drawing, workload: Workload): number {
  if (reading.class !== undefined) {
    const found = Object.hasOwn(measurement.classes, reading.class) ? measurement.classes[reading.class] : undefined
    return found === undefined ? Number.NaN : ofClass(reading, found, measurement, workload)
  }
  if (reading.part !== undefined) return ofPart(reading, measurement, drawing, workload)
  if (reading.metric === 'cost') return measurement.cost
  const amplified = Object.values(measurement.policies).map(({ calls = 0, attempts = 0 }) => (calls > 0 ? attempts / calls : 1))
  return Math.max(1, ...amplified)
}

function ofClass(reading: Reading, found: ClassMeasurement, measurement: Measurement, workload: Workload): number {
  const { metric } = reading
  const span = spanOf(reading, workload)
  const windows = windowsOf(found, measurement, workload, span)
  if (metric === 'bad-seconds') return badSeconds(reading, windows)
  const ok = sum(windows, ({ ok }) => ok)
  const failed = sum(windows, ({ failed, stuck }) => failed + stuck)
  if (metric === 'ok') return ok / (ok + failed)
  if (metric === 'failed') return failed / (ok + failed)
  if (metric === 'rate') return ok / (span.until - span.from)
  if (span.isRestricted) {
    if (metric === 'quality') return sum(windows, ({ ok, quality }) => (ok > 0 ? ok * quality : 0)) / ok
    return median(windows.map((window) => ofWindow(metric, window)).filter((value) => !Number.isNaN(value)))
  }
  if (metric === 'quality') return found.quality
  const [kind, name = ''] = cut(metric, ':')
  switch (kind) {
    case 'mark':
      return (found.marks[name] ?? 0) / found.arrived
    case 'failure':
      return Object.entries(found.failures).reduce((all, [cause, count]) => (isCause(cause, name) ? all + count : all), 0) / found.arrived
    case 'effect':
      return (found.effects[name]?.requests ?? 0) / found.arrived
    case 'duplicates':
    case 'lost':
    case 'unasked':
      return (found.effects[name]?.[kind] ?? 0) / found.arrived
  }
  const [, prefix, quantile = ''] = /^(?:(first-token|per-token|age)-)?(\w+)$/.exec(metric) ?? []
  const spread =
    prefix === 'first-token' ? found.firstToken : prefix === 'per-token' ? found.perToken : prefix === 'age' ? found.age : found.latency
  const answered = spread[quantile as Quantile]
  if (prefix === 'age' || prefix === 'per-token' || quantile === 'mean') return answered
  return atLeast(answered, waitedBeyond(quantile, windows, prefix === 'first-token' ? 'stuck' : 'left'))
}

/** What so large a share of all requests had waited already when the run ended: the quantile is at least that, however quick the others were. */
function waitedBeyond(quantile: string, windows: readonly Seen[], unanswered: 'left' | 'stuck'): number {
  const all = sum(windows, (window) => window.ok + window[unanswered])
  let longer = 0
  // Those who came first have waited longest.
  for (const window of windows) {
    longer += window[unanswered]
    if (longer > (BEYOND[quantile] ?? 0) * all) return window.waited
  }
  return Number.NaN
}

function atLeast(value: number, bound: number): number {
  return Number.isNaN(bound) ? value : Number.isNaN(value) ? bound : Math.max(value, bound)
}

/** A cause is named with the component that it happened at, whose name is the learner's. */
function isCause(cause: string, name: string): boolean {
  return cause === name || cause.endsWith(`: ${name}`)
}

interface Span {
  readonly from: number
  readonly until: number
  readonly isRestricted: boolean
}

function spanOf({ from, until }: Reading, { warmUp, seconds }: Workload): Span {
  return {
    from: Math.max(warmUp, from ?? 0),
    until: Math.min(seconds, until ?? seconds),
    isRestricted: from !== undefined || until !== undefined,
  }
}

interface Seen extends Window {
  readonly seconds: number
  /** Not ended when the run was over, and for how long at least they had waited by then. */
  readonly left: number
  readonly waited: number
  /** Those of them that have waited so much longer than others that they count as lost. */
  readonly stuck: number
}

/** The windows that begin within a span of time. */
function windowsOf(found: ClassMeasurement, { window }: Measurement, { seconds }: Workload, { from, until }: Span): readonly Seen[] {
  const { p50, p95, largest } = found.latency
  // Waiting at the end is no failure by itself; waiting many times as long as others is.
  const patience = Math.max(window, Math.min(largest || 0, Math.max(20 * p50, 3 * p95) || 0))
  return found.windows.flatMap((each, at) => {
    const begin = at * window
    if (begin < from - 1e-9 || begin >= until - 1e-9) return []
    const waited = Math.max(0, seconds - (begin + window))
    const left = Math.max(0, each.arrived - each.ok - each.failed)
    return [{ ...each, seconds: Math.min(window, seconds - begin), left, waited, stuck: waited > patience ? left : 0 }]
  })
}

function ofWindow(metric: string, window: Seen): number {
  const { ok, failed, stuck } = window
  const ended = ok + failed + stuck
  switch (metric) {
    case 'ok':
      return ok / ended
    case 'failed':
      return (failed + stuck) / ended
    case 'rate':
      return ok / window.seconds
    case 'quality':
      return window.quality
    case 'age-mean':
      return window.age
    case 'age-p95':
      return window.oldest
    case 'first-token-p99':
      return atLeast(window.firstToken, waitedBeyond('p99', [window], 'stuck'))
    case 'per-token-p99':
      return window.perToken
    default:
      return atLeast(metric === 'p50' ? window.p50 : metric === 'p95' ? window.p95 : window.p99, waitedBeyond(metric, [window], 'left'))
  }
}

function badSeconds({ bad }: Reading, windows: readonly Seen[]): number {
  if (bad === undefined) return Number.NaN
  return sum(windows, (window) => {
    const value = ofWindow(bad.metric, window)
    // Nobody came, or nobody has waited for long.
    if (window.arrived === 0 || (Number.isNaN(value) && window.stuck === 0)) return 0
    const isGood = value >= (bad.least ?? Number.NEGATIVE_INFINITY) && value <= (bad.most ?? Number.POSITIVE_INFINITY)
    return isGood ? 0 : window.seconds
  })
}

function ofPart(reading: Reading, { components }: Measurement, drawing: Drawing, workload: Workload): number {
  const { metric, part } = reading
  const made = Object.entries(components).flatMap(([name, measured]) => (drawing.components[name]?.part === part ? [measured] : []))
  const span = spanOf(reading, workload)
  const seen = made.map((measured) => during(measured, span))
  // A design that does without a part has none of what could be counted there.
  if (sum(seen, (measured) => measured.entered) === 0 && metric !== 'price') return 0
  const count = (name: string) => sum(seen, ({ counts }) => counts[name] ?? 0)
  const entered = sum(seen, (measured) => measured.entered)
  switch (metric) {
    case 'utilisation':
      return sum(seen, ({ utilisation }) => utilisation) / seen.length
    case 'hottest':
      return largest(seen.map(({ hottest }) => hottest))
    case 'queue':
      return sum(seen, ({ queue }) => queue)
    case 'longest':
      return largest(made.map(({ longest }) => longest))
    case 'wait-mean':
      return largest(made.map(({ wait }) => wait.mean))
    case 'wait-p99':
      return largest(made.map(({ wait }) => wait.p99))
    case 'rate':
      return entered / (span.until - span.from)
    case 'price':
      return sum(made, ({ price }) => price)
    case 'hit-rate':
      return count('hits') / (count('hits') + count('misses') + count('joined'))
  }
  const [kind, name = ''] = cut(metric, ':')
  return kind === 'count' ? count(name) : count(name) / (name === 'stale' ? count('reads') : entered)
}

type Part = Pick<ComponentMeasurement, 'entered' | 'utilisation' | 'hottest' | 'queue' | 'counts'>

/** What a component did in the windows that begin within a span; its own numbers of the whole, where the span is that. */
function during(measured: ComponentMeasurement, { from, until, isRestricted }: Span): Part {
  const windows = measured.windows.filter((window) => window.from >= from - 1e-9 && window.from < until - 1e-9)
  const seconds = sum(windows, (window) => window.until - window.from)
  const mean = (of: (window: ComponentMeasurement['windows'][number]) => number) =>
    sum(windows, (window) => of(window) * (window.until - window.from)) / seconds
  const names = new Set(windows.flatMap(({ counts }) => Object.keys(counts)))
  const entered = sum(windows, (window) => window.entered)
  const counts = Object.fromEntries([...names].map((name) => [name, sum(windows, (window) => window.counts[name] ?? 0)]))
  if (!isRestricted) return { ...measured, entered, counts }
  const { utilisation, hottest, queue } = {
    utilisation: mean((each) => each.utilisation),
    hottest: mean((each) => each.hottest),
    queue: mean((each) => each.queue),
  }
  return { entered, counts, utilisation, hottest, queue }
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((all, value) => all + of(value), 0)
}

/** Of those that have a value: nobody waited where nobody came. */
function largest(values: readonly number[]): number {
  const seen = values.filter((value) => !Number.isNaN(value))
  return seen.length === 0 ? Number.NaN : Math.max(...seen)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return sorted.length === 0 ? Number.NaN : ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2
}

function cut(text: string, at: string): readonly [string, string?] {
  const place = text.indexOf(at)
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)]
}
