/** Kinds of company whose interview loops differ. */
export const COMPANIES = ['big-tech', 'mid-tier', 'genai-startup', 'research-lab', 'quant', 'ads', 'infrastructure'] as const
export type Company = (typeof COMPANIES)[number]

export const DOMAINS = ['general', 'vision', 'language', 'generative-ai', 'recommenders', 'tabular', 'speech', 'robotics'] as const
export type Domain = (typeof DOMAINS)[number]

export const LEVELS = ['intro', 'standard', 'senior', 'staff'] as const
export type Level = (typeof LEVELS)[number]

/** What one sitting of a loop is about. */
export const ROUND_KINDS = [
  'algorithms',
  'practical-coding',
  'ml-coding',
  'ml-breadth',
  'ml-depth',
  'ml-design',
  'ranking-design',
  'system-design',
  'data',
  'statistics',
  'genai-build',
  'debugging',
  'training-infrastructure',
  'behavioural',
] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

export interface Round {
  readonly kind: RoundKind
  readonly minutes: number
}

/** What the learner prepares for. */
export interface Target {
  readonly company: Company
  readonly domain: Domain
  readonly level: Level
  /** Day of the interview, `YYYY-MM-DD` on the learner's calendar. */
  readonly date: string
  /** Minutes on each weekday, Monday first; seven numbers. */
  readonly minutes: readonly number[]
  /** Days without practice, `YYYY-MM-DD`. */
  readonly daysOff: readonly string[]
  /** The loop's rounds where known; undefined takes those usual for the company. */
  readonly rounds: readonly Round[] | undefined
}
