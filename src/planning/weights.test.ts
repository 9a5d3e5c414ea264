import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPANIES, DOMAINS, LEVELS, ROUND_KINDS } from '../domain/target.ts'
import { UserError } from '../domain/user-error.ts'
import { makeCurriculum, makeTarget } from './fixtures/curriculum.ts'
import { LOOPS } from './loops.ts'
import { DOMAIN_SHIFTS, ROUND_MIX, WEIGHED_TOPICS } from './topic-mix.ts'
import { isMustSee, topicWeights, weigh } from './weights.ts'

/** Weights for technical preparation in points, as practitioners' loops were first summed up (judgement), in the order of WEIGHED_TOPICS. */
const TABLE = {
  'big-tech': [8, 8, 12, 4, 4, 1, 4, 22, 6, 3, 28],
  'mid-tier': [8, 12, 14, 5, 5, 6, 8, 20, 6, 8, 8],
  'genai-startup': [35, 1, 6, 7, 10, 1, 14, 12, 8, 1, 5],
  'research-lab': [28, 0, 16, 12, 16, 0, 8, 6, 4, 0, 10],
  quant: [2, 0, 32, 6, 5, 14, 12, 4, 2, 5, 18],
  ads: [4, 28, 12, 3, 4, 2, 3, 20, 6, 6, 12],
  infrastructure: [12, 1, 5, 6, 14, 1, 12, 12, 20, 7, 10],
} as const

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)

test('the rounds usual for a company come to its weights within six points, and within two on average', () => {
  const errors = COMPANIES.flatMap((company) => {
    const weights = topicWeights(makeTarget({ company }))
    return WEIGHED_TOPICS.map((topic, at) => ({ company, topic, error: 100 * (weights.get(topic) ?? 0) - (TABLE[company][at] ?? 0) }))
  })
  expect(errors.filter(({ error }) => Math.abs(error) > 6)).toEqual([])
  expect(sum(errors.map(({ error }) => Math.abs(error))) / errors.length).toBeLessThan(2)
})

test('the topics that weigh most in the table weigh most by the rounds', () => {
  for (const company of COMPANIES) {
    const weights = topicWeights(makeTarget({ company }))
    const most = (values: readonly number[]) => WEIGHED_TOPICS[values.indexOf(Math.max(...values))]
    expect(most(WEIGHED_TOPICS.map((topic) => weights.get(topic) ?? 0))).toBe(most(TABLE[company]))
  }
})

test('points of a round add up to 100, or it is not about anything technical', () => {
  for (const kind of ROUND_KINDS) expect([0, 100]).toContain(sum(Object.values(ROUND_MIX[kind])))
})

test('weights of topics and of patterns add up to one and none is below zero, whatever the target', () => {
  const rounds = fc.array(fc.record({ kind: fc.constantFrom(...ROUND_KINDS), minutes: fc.integer({ min: 0, max: 300 }) }), { maxLength: 8 })
  fc.assert(
    fc.property(
      fc.constantFrom(...COMPANIES),
      fc.constantFrom(...DOMAINS),
      fc.constantFrom(...LEVELS),
      rounds,
      (company, domain, level, list) => {
        const technical = [...list, { kind: 'ml-depth' as const, minutes: 30 }]
        const weights = weigh(makeTarget({ company, domain, level, rounds: technical }), makeCurriculum(66))
        expect(sum(weights.topics.values())).toBeCloseTo(1, 9)
        expect(sum(weights.patterns.values())).toBeCloseTo(1, 9)
        expect(Math.min(...weights.patterns.values())).toBeGreaterThanOrEqual(0)
      },
    ),
    { seed: 1 },
  )
})

test('to edit the rounds moves the weights', () => {
  const usual = topicWeights(makeTarget())
  const edited = topicWeights(
    makeTarget({
      rounds: [
        { kind: 'algorithms', minutes: 45 },
        { kind: 'data', minutes: 90 },
      ],
    }),
  )
  expect(edited.get('pandas')).toBeGreaterThan(4 * (usual.get('pandas') ?? 1))
  expect(edited.get('recommenders')).toBe(0)
})

test('the domain moves points to its topics and pulls its must-see patterns forward', () => {
  const general = topicWeights(makeTarget())
  const ranking = topicWeights(makeTarget({ domain: 'recommenders' }))
  expect(ranking.get('recommenders')).toBeGreaterThan((general.get('recommenders') ?? 0) + 0.1)
  const curriculum = ['negative-sampling', 'plain-thing'].map((name) => ({
    id: `recommenders/${name}`,
    topic: 'recommenders',
    title: name,
    confusable: [],
    items: [],
  }))
  const { patterns } = weigh(makeTarget({ domain: 'recommenders' }), [...curriculum].reverse())
  expect(patterns.get('recommenders/negative-sampling')).toBe(patterns.get('recommenders/plain-thing'))
  expect(isMustSee({ id: 'recommenders/negative-sampling' }, { domain: 'recommenders' })).toBe(true)
  expect(isMustSee({ id: 'recommenders/negative-sampling' }, { domain: 'vision' })).toBe(false)
})

test('points are taken only from topics that have them', () => {
  for (const domain of DOMAINS) {
    const weights = topicWeights(makeTarget({ company: 'quant', domain }))
    expect(Math.min(...weights.values())).toBeGreaterThanOrEqual(0)
    expect(DOMAIN_SHIFTS[domain].take.some((topic) => topic in DOMAIN_SHIFTS[domain].add)).toBe(false)
  }
})

test('a higher level designs more and codes less', () => {
  const [junior, senior] = [topicWeights(makeTarget({ level: 'intro' })), topicWeights(makeTarget({ level: 'staff' }))]
  expect(senior.get('ml-system-design')).toBeGreaterThan(2 * (junior.get('ml-system-design') ?? 1))
  expect(senior.get('algorithms')).toBeLessThan(junior.get('algorithms') ?? 0)
})

test('a topic without patterns leaves its share to the others and is told; a topic that nobody asks for weighs nothing', () => {
  const rest = makeCurriculum(66).filter(({ topic }) => topic !== 'algorithms')
  const cooking = { id: 'cooking/knife', topic: 'cooking', title: 'Knife', confusable: [], items: [] }
  const weights = weigh(makeTarget(), [...rest, cooking])
  expect(weights.untaught).toBeCloseTo(topicWeights(makeTarget()).get('algorithms') ?? 0, 9)
  expect(sum(weights.patterns.values())).toBeCloseTo(1, 9)
  expect(weights.patterns.get('cooking/knife')).toBe(0)
})

test('without any pattern there are no weights, and nothing breaks', () => {
  expect(weigh(makeTarget(), [])).toEqual({ topics: new Map(), patterns: new Map(), untaught: 1 })
})

test('rounds that ask for nothing technical are refused with a remedy', () => {
  for (const rounds of [[], [{ kind: 'behavioural', minutes: 45 }], [{ kind: 'algorithms', minutes: 0 }]] as const) {
    expect(() => topicWeights(makeTarget({ rounds }))).toThrow(UserError)
  }
})

test('every company has one loop, and every claim a source with a grade or is called a judgement', () => {
  expect(LOOPS.map(({ company }) => company)).toEqual([...COMPANIES])
  for (const { claims, rounds } of LOOPS) {
    expect(rounds.length).toBeGreaterThan(3)
    expect(claims.some(({ grade }) => grade === 'judgement')).toBe(true)
    for (const { grade, source, date, url } of claims) {
      expect(source === '').toBe(grade === 'judgement')
      expect(date).toMatch(/^(\d{4}(-\d{2}){0,2})?$/)
      if (url !== undefined) expect(url).toMatch(/^https:\/\//)
    }
  }
})
