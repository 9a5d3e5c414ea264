import type { Company, Domain, Level, RoundKind } from '../../domain/target.ts'

export const COMPANY_WORDS: Readonly<Record<Company, string>> = {
  'big-tech': 'Big technology company',
  'mid-tier': 'Product company of middle size',
  'genai-startup': 'Generative-AI start-up',
  'research-lab': 'Research lab',
  quant: 'Quantitative trading',
  ads: 'Ads and ranking',
  infrastructure: 'ML platform and infrastructure',
}

export const DOMAIN_WORDS: Readonly<Record<Domain, string>> = {
  general: 'No special domain',
  vision: 'Computer vision',
  language: 'Natural language',
  'generative-ai': 'Generative AI',
  recommenders: 'Recommenders and ads ranking',
  tabular: 'Tabular data, fintech',
  speech: 'Speech',
  robotics: 'Robotics',
}

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  intro: 'Entry',
  standard: 'Engineer',
  senior: 'Senior',
  staff: 'Staff and above',
}

export const ROUND_WORDS: Readonly<Record<RoundKind, string>> = {
  algorithms: 'Algorithms',
  'practical-coding': 'Practical coding',
  'ml-coding': 'ML coding',
  'ml-breadth': 'ML breadth',
  'ml-depth': 'ML depth',
  'ml-design': 'ML system design',
  'ranking-design': 'Ranking design',
  'system-design': 'System design',
  data: 'Data: pandas and SQL',
  statistics: 'Statistics',
  'genai-build': 'Build with language models',
  debugging: 'Debugging',
  'training-infrastructure': 'Training and serving infrastructure',
  behavioural: 'Behavioural',
}
