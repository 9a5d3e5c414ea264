import type { Company, Round } from './target.ts'

/** How a claim about companies is known: an official or first-hand page, a candidate's report, an aggregator or vendor, our own judgement. */
export const GRADES = ['first-hand', 'report', 'aggregator', 'judgement'] as const
export type Grade = (typeof GRADES)[number]

/** Something said about how companies interview, with where it comes from. */
export interface Claim {
  readonly text: string
  readonly grade: Grade
  /** Who says so; empty for a judgement. */
  readonly source: string
  /** Absent where only the name of the source is known. */
  readonly url?: string
  /** Of the claim, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where the source bears none. */
  readonly date: string
}

/** The interview usual for one kind of company. */
export interface Loop {
  readonly company: Company
  readonly title: string
  readonly rounds: readonly Round[]
  /** What the rounds rest on, strongest first. That this very list is usual is always a judgement. */
  readonly claims: readonly Claim[]
}
