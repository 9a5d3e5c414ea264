import type { CaseFault } from '../../domain/case.ts'
import type { Component } from '../../domain/component.ts'
import type { ComponentMeasurement, ComponentWindow, Measurement } from '../../domain/measurement.ts'

/** What a component does at a moment of a run, smoothed so that an eye can follow it. */
export interface Moment {
  /** Share of its servers' time, and of the busiest replica's. */
  readonly utilisation: number
  readonly hottest: number
  readonly queue: number
  /** Requests that come in, a second. */
  readonly rate: number
  /** Refused, shed or lost, a second. */
  readonly refused: number
  /** Share of what came in during the last seconds by which the queue grew, beyond what chance explains. */
  readonly swelling: number
  /** Of a cache: share of look-ups that it answers. */
  readonly hits: number | undefined
}

/** Seconds over which a load is smoothed: what flickers faster is not seen as busy, it is seen as a strobe. */
const SMOOTHED = 2.5

const REFUSALS = ['refused', 'dropped', 'shed', 'lost', 'failed', 'limited']

/** The moments of a component, one for each of its windows. */
export function momentsOf({ windows }: ComponentMeasurement): readonly Moment[] {
  const moments: Moment[] = []
  for (const [at, window] of windows.entries()) {
    const last = moments.at(-1)
    const now = raw(window)
    const share = last === undefined ? 1 : 1 - Math.exp(-(window.until - window.from) / SMOOTHED)
    const mix = (before: number | undefined, after: number) => (before === undefined ? after : before + share * (after - before))
    moments.push({
      utilisation: mix(last?.utilisation, now.utilisation),
      hottest: mix(last?.hottest, now.hottest),
      queue: mix(last?.queue, now.queue),
      rate: mix(last?.rate, now.rate),
      refused: mix(last?.refused, now.refused),
      swelling: swellingAt(windows, at),
      hits: now.hits === undefined ? last?.hits : mix(last?.hits, now.hits),
    })
  }
  return moments
}

/** Seconds over which a queue must grow to be seen as growing. */
const GROWING = 10

function swellingAt(windows: readonly ComponentWindow[], at: number): number {
  const now = windows[at] as ComponentWindow
  const first = windows.findIndex(({ from }) => from > now.until - GROWING - 1e-9)
  const [before, came] = [windows[first] ?? now, windows.slice(first + 1, at + 1).reduce((sum, { entered }) => sum + entered, 0)]
  // Arrivals by chance differ by the root of their number.
  const grown = finite(now.queue) - finite(before.queue) - 2 * Math.sqrt(came)
  return came === 0 ? 0 : Math.max(0, grown / came)
}

/** What takes as much as waits into each batch: it is always at work, and has no room only when its queue grows. */
const BATCHING: readonly Component['kind'][] = ['batcher', 'generator']

/** How near a component is to having no room. */
export function strainOf(kind: Component['kind'] | undefined, { hottest, swelling, refused, rate }: Moment): 'over' | 'busy' | 'calm' {
  const isBatching = kind !== undefined && BATCHING.includes(kind)
  const [load, busy, over] = isBatching ? [Math.max(swelling, rate > 0 ? refused / rate : 0), 0.02, 0.1] : [hottest, 0.8, 0.95]
  return load >= over ? 'over' : load >= busy ? 'busy' : 'calm'
}

function raw({ from, until, entered, utilisation, hottest, queue, counts }: ComponentWindow): Omit<Moment, 'swelling'> {
  const seconds = Math.max(until - from, 1e-9)
  const refused = REFUSALS.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  const [hits, misses] = [counts['hits'] ?? 0, (counts['misses'] ?? 0) + (counts['joined'] ?? 0)]
  return {
    hits: hits + misses > 0 ? hits / (hits + misses) : undefined,
    utilisation: finite(utilisation),
    hottest: finite(hottest),
    queue: finite(queue),
    rate: entered / seconds,
    refused: refused / seconds,
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}

/** A run as a film: at each time the moment of each component. */
export interface Film {
  /** When each frame ends, seconds from the start. */
  readonly times: readonly number[]
  readonly components: Readonly<Record<string, readonly Moment[]>>
}

export function filmOf({ components }: Measurement): Film {
  const longest = Object.values(components).reduce<readonly ComponentWindow[]>(
    (best, { windows }) => (windows.length > best.length ? windows : best),
    [],
  )
  return {
    times: longest.map(({ until }) => until),
    components: Object.fromEntries(Object.entries(components).map(([name, component]) => [name, momentsOf(component)])),
  }
}

/** The most requests that reach any component at a moment, a second. */
export function busiestOf({ components }: Film): number {
  return Math.max(0, ...Object.values(components).flatMap((moments) => moments.map(({ rate }) => rate)))
}

/** The frame that shows this second. */
export function frameAt({ times }: Film, second: number): number {
  const at = times.findIndex((until) => second < until)
  return at < 0 ? Math.max(0, times.length - 1) : at
}

/** A fault that has no end but an effect that is over at once is shown for this long, seconds. */
const FLASH = 2

/** Whether a fault is under way. */
export function isActive(fault: CaseFault, second: number): boolean {
  const until = fault.until ?? (fault.kind === 'flush' ? fault.at + FLASH : Number.POSITIVE_INFINITY)
  return second >= fault.at && second < until
}

/** What a fault does, in a line. */
export function faultWords(fault: CaseFault): string {
  const until = fault.until === undefined ? '' : ` until ${fault.until} s`
  const from = `${fault.at} s${until}`
  switch (fault.kind) {
    case 'down':
      return `${fault.component}: ${fault.replicas === undefined ? 'all' : fault.replicas.length} down, ${from}`
    case 'partition':
      return `${fault.component}: ${fault.replicas === undefined ? 'all' : fault.replicas.length} out of reach, ${from}`
    case 'zone':
      return `zone ${fault.zone} is lost, ${from}`
    case 'slow':
      return `${fault.component} ${fault.factor} times slower, ${from}`
    case 'flush':
      return `${fault.component} is emptied, ${from}`
    case 'hot-key':
      return `one key gets ${Math.round(fault.share * 100)} % of ${fault.class}, ${from}`
    case 'spike':
      return `${fault.class ?? 'all traffic'} × ${fault.factor}, ${from}`
    case 'late':
      return `consumers of ${fault.component} stand still, ${from}`
    case 'poison':
      return `${fault.component} is poisoned, ${from}`
    case 'rollout':
      return `a new version on ${Math.round(fault.share * 100)} % of ${fault.component}, ${from}`
  }
}

/** Whether a fault hits a component made of this part. */
export function hits(fault: CaseFault, part: string): boolean {
  return 'component' in fault && fault.component === part
}
