import type { Condition } from './case.ts'
import type { Measurement } from './measurement.ts'
import type { Level } from './target.ts'

/** Numbers hold for all replicates of a simulation. `marginal`: the interval does not clear the limit. */
export type Outcome = 'met' | 'missed' | 'marginal'

/** A mean over replicates and its 99 % interval. */
export interface Interval {
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly replicates: number
}

/** What grading a design found. It is data: (engine version, case hash, level, text, seed) give the same report anywhere. */
export interface Report {
  readonly engine: number
  readonly case: string
  readonly caseHash: string
  readonly level: Level
  readonly seed: number
  /** Every objective of the level is met, and the cost is within the bar. */
  readonly passed: boolean
  readonly objectives: readonly Objective[]
  readonly cost: CostReport
  readonly bottleneck: BottleneckReport | undefined
  readonly findings: readonly Finding[]
  readonly predictions: readonly PredictionScore[]
  /** Indices of the case's follow-ups, in the order to ask them. */
  readonly followUps: readonly number[]
  /** One run of each scenario at the load that was told, for pictures. */
  readonly runs: Readonly<Record<string, Measurement>>
}

export interface Objective {
  readonly name: string
  readonly condition: Condition
  readonly outcome: Outcome
  /** At 0.85, 1 and 1.15 of the load that was told. */
  readonly loads: readonly { readonly load: number; readonly interval: Interval; readonly outcome: Outcome }[]
}

/** Dollars an hour, of the first scenario; a cost above `most` does not pass. */
export interface CostReport {
  readonly dollars: number
  readonly par: number
  readonly most: number
  readonly outcome: Outcome
  readonly byComponent: Readonly<Record<string, number>>
}

/** Which component holds the tightest objective back, proven by a quarter more capacity of each under the same random numbers. */
export interface BottleneckReport {
  readonly objective: string
  /** The component whose quarter more helps most; none when nothing helps beyond noise. */
  readonly component: string | undefined
  /** By component: change of the objective's reading. */
  readonly gains: Readonly<Record<string, Interval>>
  /** Who is busiest: often somebody else. */
  readonly busiest: string
}

/** Something the run shows, with its numbers in one sentence. */
export interface Finding {
  readonly name: FindingName
  readonly component: string | undefined
  readonly evidence: string
}

export const FINDINGS = [
  'never-recovers',
  'amplification',
  'hot-shard',
  'stampede',
  'endless-queue',
  'harmful-hedge',
  'waiting-for-a-batch',
  'exhausted-pool',
  'stale-reads',
  'duplicates',
  'idle-money',
  'single-point-of-failure',
] as const
export type FindingName = (typeof FINDINGS)[number]

/** Full within a factor of 2, half at 4, nothing from 8 on; a choice is right or wrong. */
export interface PredictionScore {
  readonly ask: string
  readonly unit: string
  readonly said: number | string
  readonly truth: number | string
  readonly score: number
}
