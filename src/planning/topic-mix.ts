import type { Domain, Level, RoundKind } from '../domain/target.ts'

/** The eleven topics of the weight table. Content may lack one, and may add others: those weigh nothing until a round asks for them. */
export const WEIGHED_TOPICS = [
  'generative-ai',
  'recommenders',
  'machine-learning',
  'tensors',
  'pytorch',
  'pandas',
  'python',
  'ml-system-design',
  'system-design',
  'big-data',
  'algorithms',
] as const
export type WeighedTopic = (typeof WEIGHED_TOPICS)[number]

/** Points by topic; a topic left out has none. */
type Mix = Readonly<Partial<Record<WeighedTopic, number>>>

/**
 * What a round's questions are about, in points of 100. Judgement, chosen together with the rounds of `LOOPS` so that
 * the eleven weights of each company type come out near the table in which practitioners' loops were first summed up.
 */
export const ROUND_MIX: Readonly<Record<RoundKind, Mix>> = {
  algorithms: { algorithms: 75, python: 12, tensors: 7, pytorch: 6 },
  'practical-coding': { python: 42, algorithms: 25, 'generative-ai': 20, 'system-design': 8, 'machine-learning': 5 },
  'ml-coding': { 'generative-ai': 40, tensors: 22, pytorch: 20, 'machine-learning': 18 },
  'ml-breadth': {
    recommenders: 30,
    'machine-learning': 25,
    'generative-ai': 20,
    pytorch: 8,
    'ml-system-design': 8,
    tensors: 5,
    'system-design': 4,
  },
  'ml-depth': {
    'machine-learning': 48,
    'generative-ai': 16,
    tensors: 12,
    pytorch: 10,
    algorithms: 8,
    pandas: 3,
    recommenders: 3,
  },
  'ml-design': { 'ml-system-design': 66, 'system-design': 12, recommenders: 10, 'big-data': 7, 'generative-ai': 5 },
  'ranking-design': { recommenders: 65, 'ml-system-design': 35 },
  'system-design': { 'system-design': 62, 'ml-system-design': 20, 'big-data': 18 },
  data: { pandas: 32, 'big-data': 32, python: 20, 'ml-system-design': 8, 'system-design': 8 },
  statistics: { 'machine-learning': 74, pandas: 14, 'ml-system-design': 12 },
  'genai-build': { 'generative-ai': 58, python: 14, pytorch: 10, 'system-design': 10, tensors: 8 },
  debugging: { pytorch: 30, 'generative-ai': 25, tensors: 18, 'machine-learning': 12, python: 10, 'system-design': 5 },
  'training-infrastructure': {
    pytorch: 34,
    'ml-system-design': 24,
    'generative-ai': 20,
    'system-design': 14,
    tensors: 6,
    'big-data': 2,
  },
  // Prepared for apart, with 10 to 15 % of the time: no pattern here trains it.
  behavioural: {},
}

export interface DomainShift {
  /** Points added to a topic, and the topics they are taken from in proportion. */
  readonly add: Mix
  readonly take: readonly WeighedTopic[]
  /** Beginnings of words of a pattern's id: a pattern that has one is pulled forward. */
  readonly mustSee: readonly string[]
}

/** Judgement. */
export const DOMAIN_SHIFTS: Readonly<Record<Domain, DomainShift>> = {
  general: { add: {}, take: [], mustSee: [] },
  vision: {
    add: { 'machine-learning': 6, tensors: 5, pytorch: 4 },
    take: ['generative-ai', 'recommenders', 'big-data'],
    mustSee: [
      'convol',
      'receptive',
      'iou',
      'box',
      'anchor',
      'suppression',
      'nms',
      'image',
      'patch',
      'im2col',
      'window',
      'augment',
      'detect',
      'camera',
      'perception',
    ],
  },
  language: {
    add: { 'generative-ai': 12, tensors: 2 },
    take: ['recommenders', 'pandas'],
    mustSee: [
      'subword',
      'token',
      'ngram',
      'tf',
      'bm25',
      'skip',
      'edit',
      'perplexity',
      'viterbi',
      'bleu',
      'attention',
      'mask',
      'head',
      'position',
      'prompt',
      'faithful',
      'rag',
    ],
  },
  'generative-ai': {
    add: { 'generative-ai': 15, python: 4, pytorch: 3 },
    take: ['recommenders', 'machine-learning', 'big-data'],
    mustSee: [
      'kv',
      'prefill',
      'decod',
      'sampling',
      'speculative',
      'batching',
      'quantis',
      'stream',
      'retriev',
      'chunk',
      'hybrid',
      'agent',
      'rag',
      'judge',
      'pass',
      'injection',
      'retry',
      'worker',
      'async',
      'gateway',
      'llm',
    ],
  },
  recommenders: {
    add: { recommenders: 18, 'big-data': 3 },
    take: ['generative-ai', 'pytorch'],
    mustSee: [
      'funnel',
      'factoris',
      'tower',
      'softmax',
      'negative',
      'sampl',
      'rank',
      'multi',
      'calibrat',
      'position',
      'policy',
      'bandit',
      'split',
      'auc',
      'auction',
      'pacing',
      'feedback',
      'feed',
      'search',
      'ads',
    ],
  },
  tabular: {
    add: { 'machine-learning': 8, pandas: 6, 'big-data': 5 },
    take: ['generative-ai', 'tensors', 'pytorch'],
    mustSee: [
      'bias',
      'cross',
      'leakage',
      'split',
      'imbalance',
      'threshold',
      'encod',
      'fold',
      'missing',
      'importance',
      'calibrat',
      'auc',
      'drift',
      'boost',
      'join',
      'merge',
      'rolling',
      'window',
      'cohort',
      'session',
      'gap',
      'point',
      'fraud',
      'delay',
    ],
  },
  speech: {
    add: { 'machine-learning': 5, 'generative-ai': 4, pytorch: 3 },
    take: ['recommenders', 'big-data'],
    mustSee: ['edit', 'ctc', 'beam', 'stream', 'spectr', 'mel', 'audio', 'speech', 'pad', 'window'],
  },
  robotics: {
    add: { 'machine-learning': 6, python: 3, algorithms: 4 },
    take: ['recommenders', 'pandas', 'big-data'],
    mustSee: [
      'reinforce',
      'bellman',
      'policy',
      'solve',
      'least',
      'dijkstra',
      'breadth',
      'shortest',
      'search',
      'kalman',
      'transform',
      'sim',
      'plan',
    ],
  },
}

/** What each topic's weight is multiplied by; a topic left out keeps its own. Judgement: the higher the level, the more is designed and the less is coded. */
export const LEVEL_FACTORS: Readonly<Record<Level, Mix>> = {
  intro: { algorithms: 1.25, python: 1.15, 'ml-system-design': 0.5, 'system-design': 0.4 },
  standard: {},
  senior: { algorithms: 0.85, 'ml-system-design': 1.3, 'system-design': 1.25 },
  staff: { algorithms: 0.7, python: 0.9, 'ml-system-design': 1.6, 'system-design': 1.5 },
}
