/** What one run measured, after the warm-up. Times in seconds; NaN where nothing was seen. */
export interface Measurement {
  /** Version of the engine. */
  readonly engine: number
  /** The run ended early: more events or requests in flight than it may have. Its numbers stand for a system that diverges. */
  readonly stopped: 'events' | 'requests' | undefined
  readonly events: number
  /** Seconds of a window of a class's time series; the first begins at 0. */
  readonly window: number
  readonly classes: Readonly<Record<string, ClassMeasurement>>
  readonly components: Readonly<Record<string, ComponentMeasurement>>
  /** Of each policy: calls, attempts, retries, hedges, time-outs ... from the start. */
  readonly policies: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Dollars an hour, mean over the run. */
  readonly cost: number
}

export interface ClassMeasurement {
  readonly arrived: number
  readonly ok: number
  readonly failed: number
  readonly unfinished: number
  /** By cause, those of attempts that were tried again left out. */
  readonly failures: Readonly<Record<string, number>>
  readonly marks: Readonly<Record<string, number>>
  /** By name of the effect. */
  readonly effects: Readonly<Record<string, EffectMeasurement>>
  readonly latency: Spread
  /** Until the first token. */
  readonly firstToken: Spread
  /** Seconds for each further token. */
  readonly perToken: Spread
  /** Age of the features that answers rest on. */
  readonly age: Spread
  readonly quality: number
  readonly windows: readonly Window[]
}

/** Of requests that arrived after the warm-up. */
export interface EffectMeasurement {
  /** Requests for which it happened. */
  readonly requests: number
  readonly times: number
  /** Times after the first of a request. */
  readonly duplicates: number
  /** Requests that were answered well and for which it never happened, nor can any more. */
  readonly lost: number
  /** Requests that failed, and yet it happened. */
  readonly unasked: number
}

export interface Spread {
  readonly count: number
  readonly mean: number
  readonly p50: number
  readonly p90: number
  readonly p95: number
  readonly p99: number
  readonly p999: number
  readonly largest: number
}

/** By time of arrival. */
export interface Window {
  readonly arrived: number
  readonly ok: number
  readonly failed: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly quality: number
  /** Mean and 95th percentile of the age of what answers rest on. */
  readonly age: number
  readonly oldest: number
  /** 99th percentiles of language models. */
  readonly firstToken: number
  readonly perToken: number
}

export interface ComponentMeasurement {
  readonly entered: number
  /** Share of servers' time at work; how full a cache is. */
  readonly utilisation: number
  /** The busiest replica's. */
  readonly hottest: number
  /** Waiting, mean over time, and the most. */
  readonly queue: number
  readonly longest: number
  readonly wait: Spread
  /** Counts of its own: hits, misses, refused, batches, stale ... */
  readonly counts: Readonly<Record<string, number>>
  readonly price: number
  /** About a hundred, from the start of the run on, warm-up and all. */
  readonly windows: readonly ComponentWindow[]
}

/** What a component did in a stretch of time. */
export interface ComponentWindow {
  readonly from: number
  readonly until: number
  readonly entered: number
  readonly utilisation: number
  readonly hottest: number
  readonly queue: number
  readonly counts: Readonly<Record<string, number>>
}
