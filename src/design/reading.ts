import type { Drawing, Reading } from '../domain/case.ts'
import type { ClassMeasurement, ComponentMeasurement, Measurement, Spread, Window } from '../domain/measurement.ts'
import type { Workload } from '../domain/workload.ts'

type Quantile = Exclude<keyof Spread, 'count'>

/** The share of answers that may be slower than a quantile. */
const BEYOND: Readonly<Record<string, number>> = { p50: 0.5, p90: 0.1, p95: 0.05, p99: 0.01, p999: 0.001, largest: 0 }

/**
 * Reads one number from a run; NaN when nothing was seen. `workload` is that of the run. Metrics are those of metric.ts.
 * A request that still waits at the end, longer than any answer took, has been lost: it counts as failed, and as slower than every answer.
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
  // Who still waits has by then waited longer than this: for bad seconds the limit itself, else the slowest answer.
  const slowest = Math.max(found.latency.largest || 0, measurement.window)
  const patience = measurement.stopped !== undefined ? 0 : isLatency(reading.bad?.metric) ? (reading.bad?.most ?? slowest) : slowest
  const windows = windowsOf(found, measurement, workload, span, patience)
  if (metric === 'bad-seconds') return badSeconds(reading, windows)
  const arrived = sum(windows, ({ arrived }) => arrived)
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
  const [kind = '', name = ''] = cut(metric, ':')
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
  const stuck = prefix === 'age' ? 0 : sum(windows, ({ stuck }) => stuck)
  // Answers that never came are beyond every quantile that they can reach.
  if (stuck > (BEYOND[quantile] ?? 0) * (stuck + ok) && quantile !== 'mean') return Number.POSITIVE_INFINITY
  return arrived === 0 ? Number.NaN : spread[quantile as Quantile]
}

/** A cause is named with the component that it happened at, whose name is the learner's. */
function isCause(cause: string, name: string): boolean {
  return cause === name || cause.endsWith(`: ${name}`)
}

/** Percentiles of a window's latency. */
function isLatency(metric: string | undefined): boolean {
  return metric === 'p50' || metric === 'p95' || metric === 'p99'
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
  /** Still waiting at the end, for too long. */
  readonly stuck: number
}

/** The windows that begin within a span of time. What waits at the end for longer than `patience` seconds is stuck. */
function windowsOf(
  found: ClassMeasurement,
  { window }: Measurement,
  { seconds }: Workload,
  { from, until }: Span,
  patience: number,
): readonly Seen[] {
  return found.windows.flatMap((each, at) => {
    const begin = at * window
    if (begin < from - 1e-9 || begin >= until - 1e-9) return []
    const isOver = seconds - (begin + window) > patience
    const left = Math.max(0, each.arrived - each.ok - each.failed)
    return [{ ...each, seconds: Math.min(window, seconds - begin), stuck: isOver ? left : 0 }]
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
      return window.firstToken
    case 'per-token-p99':
      return window.perToken
    default:
      if (stuck > (BEYOND[metric] ?? 0) * (stuck + ok)) return Number.POSITIVE_INFINITY
      return metric === 'p50' ? window.p50 : metric === 'p95' ? window.p95 : window.p99
  }
}

function badSeconds({ bad }: Reading, windows: readonly Seen[]): number {
  if (bad === undefined) return Number.NaN
  return sum(windows, (window) => {
    if (window.ok + window.failed + window.stuck === 0) return 0
    const value = ofWindow(bad.metric, window)
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
  const values = (of: (measured: Part) => number) => seen.map(of).filter((value) => !Number.isNaN(value))
  const count = (name: string) => sum(seen, ({ counts }) => counts[name] ?? 0)
  const entered = sum(seen, (measured) => measured.entered)
  switch (metric) {
    case 'utilisation':
      return sum(seen, ({ utilisation }) => utilisation) / seen.length
    case 'hottest':
      return largest(values(({ hottest }) => hottest))
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

function largest(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : Math.max(...values)
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
