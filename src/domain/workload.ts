import type { Distribution } from './distribution.ts'

/** What a system meets: classes of requests, each with its arrivals and keys. Times in seconds. */
export interface Workload {
  readonly classes: Readonly<Record<string, RequestClass>>
  /** How long arrivals last. */
  readonly seconds: number
  /** What is not counted at the start. */
  readonly warmUp: number
  /** Length of the windows of the time series; 1. */
  readonly window?: number
}

export interface RequestClass {
  readonly arrivals: Arrivals
  /** Keys by Zipf's law; `skew` 0 is uniform. One key when left out. */
  readonly keys?: { readonly count: number; readonly skew: number }
  /** From 0 to 9; more goes first where the order is by priority. 0. */
  readonly priority?: number
  /** A share that tells of something that happened this much earlier; the others tell of it at once. */
  readonly late?: { readonly share: number; readonly delay: Distribution }
}

export type Arrivals =
  | { readonly kind: 'poisson'; readonly rate: number }
  /** Poisson whose rate is `burst` for exponential times of mean `on`, `rate` for those of mean `off`. */
  | { readonly kind: 'bursts'; readonly rate: number; readonly burst: number; readonly on: number; readonly off: number }
  /** Poisson whose rate goes in straight lines through points that are spread evenly over the period. */
  | { readonly kind: 'diurnal'; readonly rates: readonly number[]; readonly period: number }
  /** At these seconds, and with these keys where there are any. */
  | { readonly kind: 'trace'; readonly times: readonly number[]; readonly keys?: readonly number[] }
  /** Every so many seconds, `count` at once. */
  | { readonly kind: 'every'; readonly seconds: number; readonly count?: number; readonly offset?: number }
  /** So many users, each of whom asks again some time after the answer. */
  | { readonly kind: 'closed'; readonly users: number; readonly think: number }
