import type { Claim, Loop } from '../domain/loop.ts'
import type { Company, Round, Target } from '../domain/target.ts'

const JUDGED = (text: string): Claim => ({ text, grade: 'judgement', source: '', date: '2026-11' })

const GENERAL: Claim = {
  text: 'Loops at the site have four to eight interviews; small companies adapt them to the candidate, big ones standardise.',
  grade: 'first-hand',
  source: 'Chip Huyen, Introduction to Machine Learning Interviews, 2.2',
  url: 'https://huyenchip.com/ml-interviews-book/',
  date: '2021',
}

/** What is asked where, as far as it is known; the learner edits the rounds, and the weights follow. */
export const LOOPS: readonly Loop[] = [
  {
    company: 'big-tech',
    title: 'Big technology company',
    rounds: [
      { kind: 'algorithms', minutes: 45 },
      { kind: 'algorithms', minutes: 45 },
      { kind: 'ml-design', minutes: 45 },
      { kind: 'ml-design', minutes: 45 },
      { kind: 'ml-breadth', minutes: 45 },
      { kind: 'ml-depth', minutes: 45 },
      { kind: 'behavioural', minutes: 45 },
    ],
    claims: [
      GENERAL,
      {
        text: 'Meta: a 45-minute screen with two easy to medium coding questions, then two coding rounds, ML design and behavioural; some loops have a second ML round.',
        grade: 'report',
        source: 'aayushmnit.com',
        date: '2024',
      },
      {
        text: 'Facebook: coding rounds, system design and ML design for a machine-learning engineer.',
        grade: 'report',
        source: 'R. Agarwal, How I cracked my MLE interview at Facebook',
        url: 'https://mlwhiz.com/blog/2020/10/30/mle-fb-interview/',
        date: '2020-10-30',
      },
      {
        text: 'Google: four to five rounds: two coding, ML design, applied ML, behavioural.',
        grade: 'report',
        source: 'Glassdoor review RVW95711844; ihitsuperhuman',
        date: '2024',
      },
      {
        text: 'Amazon, applied scientist: five hours: breadth, depth, application, coding, leadership principles in each. About half the coding of Google.',
        grade: 'report',
        source: 'A. Pahinkar; r/leetcode',
        date: '',
      },
      JUDGED('That a second design round is as usual as not, and that breadth and depth each get a round.'),
    ],
  },
  {
    company: 'mid-tier',
    title: 'Product company of middle size',
    rounds: [
      { kind: 'ml-breadth', minutes: 60 },
      { kind: 'algorithms', minutes: 30 },
      { kind: 'data', minutes: 60 },
      { kind: 'ml-design', minutes: 60 },
      { kind: 'ml-depth', minutes: 60 },
      { kind: 'behavioural', minutes: 45 },
    ],
    claims: [
      {
        text: 'Spotify: an hour of ML screen with easy to medium coding, then a day of four: ML data, values, ML system design, ML depth.',
        grade: 'report',
        source: 'njordy.com',
        url: 'https://www.njordy.com/2025/08/31/ml_engineer_spotify',
        date: '2025-08-31',
      },
      {
        text: 'Airbnb: five rounds in 300 minutes: a key-value store with tests, two designs, values, experience.',
        grade: 'report',
        source: 'arjunrnair.com',
        url: 'https://arjunrnair.com/intervues/experiences/airbnb/747b281e-5cfc-4872-aec7-5c3c0ad464d6',
        date: '2026-01-12',
      },
      {
        text: 'Stripe: four rounds in three weeks; log parsing, a rate limiter, fraud design.',
        grade: 'aggregator',
        source: 'techyvia',
        date: '',
      },
      JUDGED('That half of the screen is coding.'),
    ],
  },
  {
    company: 'genai-startup',
    title: 'Start-up that builds on language models',
    rounds: [
      { kind: 'genai-build', minutes: 180 },
      { kind: 'debugging', minutes: 60 },
      { kind: 'ml-design', minutes: 60 },
      { kind: 'practical-coding', minutes: 60 },
      { kind: 'behavioural', minutes: 30 },
    ],
    claims: [
      {
        text: 'A talk of 30 to 45 minutes, a take-home of four to eight hours and its review, an hour of live coding, an hour of AI system design, a talk with a founder.',
        grade: 'aggregator',
        source: 'gitGood.dev, Cracking the AI Startup Interview in 2026',
        url: 'https://gitgood.dev/blog/cracking-the-ai-startup-interview-2026',
        date: '2026',
      },
      {
        text: 'A take-home of four to six hours: an agent, a RAG system or an evaluation harness, with at least one evaluation.',
        grade: 'aggregator',
        source: 'tracker-7ex, Interview Rounds',
        url: 'https://tracker-7ex.pages.dev/09_career/03_interview_rounds/',
        date: '',
      },
      {
        text: 'About four of five senior loops open with the design of a RAG system (a vendor counts its own customers).',
        grade: 'aggregator',
        source: 'Cadence, AI engineering interview questions',
        url: 'https://cadence.withremote.ai/blog/ai-engineering-interview-questions',
        date: '2026',
      },
      JUDGED('There is no standard: an hour of mending a broken agent stands for its many forms.'),
    ],
  },
  {
    company: 'research-lab',
    title: 'Research laboratory',
    rounds: [
      { kind: 'practical-coding', minutes: 90 },
      { kind: 'ml-coding', minutes: 60 },
      { kind: 'debugging', minutes: 60 },
      { kind: 'training-infrastructure', minutes: 60 },
      { kind: 'ml-depth', minutes: 45 },
      { kind: 'behavioural', minutes: 45 },
    ],
    claims: [
      {
        text: 'Anthropic: seven stages; the first builds a key-value file system in progressive levels, later ones live coding of a concurrent crawler and the design of model serving.',
        grade: 'report',
        source: 'Glassdoor, Anthropic, senior security engineer',
        url: 'https://clear.glassdoor.nl/Interview/Anthropic-Senior-Security-Engineer-Interview-Questions-EI_IE8109027.0,9_KO10,34.htm',
        date: '',
      },
      {
        text: 'Ninety minutes on one system in four levels; four to six stages in one to four months; a transformer component from scratch; broken training code.',
        grade: 'aggregator',
        source: 'sundeepteki; techinterview.org; frontiernews',
        date: '',
      },
      {
        text: 'DeepMind: four to five rounds of 45 to 60 minutes; a paper is discussed.',
        grade: 'aggregator',
        source: 'spacecomplexity',
        date: '',
      },
      JUDGED('The mix of a research engineer; a scientist meets more papers and less building.'),
    ],
  },
  {
    company: 'quant',
    title: 'Quantitative finance',
    rounds: [
      { kind: 'statistics', minutes: 60 },
      { kind: 'data', minutes: 60 },
      { kind: 'algorithms', minutes: 60 },
      { kind: 'ml-depth', minutes: 60 },
      { kind: 'behavioural', minutes: 30 },
    ],
    claims: [
      {
        text: 'Two Sigma: a full day; always data analysis, then statistics and mathematics with regression and ML, then coding and algorithms; in the afternoon talks about projects.',
        grade: 'first-hand',
        source: 'Two Sigma, Technical interviews: quantitative research and modelling',
        url: 'https://www.twosigma.com/careers/interview-tips/technical-interviews-quantitative-research-modeling/',
        date: '',
      },
      {
        text: 'A programming assessment usually comes first.',
        grade: 'aggregator',
        source: 'neet-quant',
        url: 'https://neet-quant.com/guides/the-two-sigma-interview-explained',
        date: '',
      },
      JUDGED('Equal hours for the four subjects.'),
    ],
  },
  {
    company: 'ads',
    title: 'Ads and ranking team',
    rounds: [
      { kind: 'algorithms', minutes: 45 },
      { kind: 'ranking-design', minutes: 45 },
      { kind: 'ranking-design', minutes: 45 },
      { kind: 'ml-breadth', minutes: 45 },
      { kind: 'statistics', minutes: 45 },
      { kind: 'data', minutes: 45 },
      { kind: 'behavioural', minutes: 30 },
    ],
    claims: [
      {
        text: 'Pinterest, new graduate: an assessment, then two coding and two ML system design interviews.',
        grade: 'report',
        source: 'Glassdoor, Pinterest',
        url: 'https://www.glassdoor.com.hk/Interview/Pinterest-Interview-E503467-RVW20293183.htm',
        date: '',
      },
      {
        text: 'Snap and Pinterest: rapid ML basics, then the design of click prediction; embeddings, bias of training data.',
        grade: 'report',
        source: 'vinija.ai; arjunrnair.com',
        date: '',
      },
      JUDGED('A round on metrics and experiments and one on SQL, since ranking teams live on both.'),
    ],
  },
  {
    company: 'infrastructure',
    title: 'Platform and infrastructure for ML',
    rounds: [
      { kind: 'practical-coding', minutes: 60 },
      { kind: 'training-infrastructure', minutes: 60 },
      { kind: 'debugging', minutes: 60 },
      { kind: 'system-design', minutes: 60 },
      { kind: 'behavioural', minutes: 30 },
    ],
    claims: [
      {
        text: 'NVIDIA: Python and C++, how models run on a GPU, collectives and sharded training, optimising inference, designing a benchmark.',
        grade: 'aggregator',
        source: 'dataford',
        url: 'https://dataford.io/interview-guides/nvidia/machine-learning-engineer',
        date: '',
      },
      {
        text: 'NVIDIA: a technical screen can be the performance of training and inference, end to end.',
        grade: 'aggregator',
        source: 'PracHub',
        url: 'https://prachub.com/interview-questions/how-would-you-optimize-large-scale-training-inference',
        date: '2026-03-29',
      },
      JUDGED('An hour of concurrent coding and one of performance debugging.'),
    ],
  },
]

/** The loop usual for a company. Throws for a company that is none of ours: a bug, the edge parses companies. */
export function getLoop(company: Company): Loop {
  const loop = LOOPS.find((each) => each.company === company)
  if (!loop) throw new Error(`No loop for ${company}`)
  return loop
}

/** The rounds that a target means: its own where known, otherwise those usual for its company. */
export function roundsOf(target: Pick<Target, 'company' | 'rounds'>): readonly Round[] {
  return target.rounds ?? getLoop(target.company).rounds
}
