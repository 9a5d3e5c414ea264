import { expect, test } from 'vitest'
import { startAbility } from './ability.ts'
import { type Candidate, diagnose, DIAGNOSTIC, type DiagnosticAnswer, rateYourself, type SelfRatings } from './diagnostic.ts'
import { chanceOf } from './recall.ts'

const TOPICS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']
const EVEN = Object.fromEntries(TOPICS.map((topic) => [topic, 1]))
/** Eight items a topic, as content has them: some can be guessed, some tell more than others. */
const BANK: readonly Candidate[] = TOPICS.flatMap((topic) =>
  Array.from({ length: 8 }, (_, n) => ({
    item: `${topic}${n}`,
    topic,
    difficulty: -3.5 + n * 0.75,
    discrimination: [1.4, 1.1, 1.2][n % 3] as number,
    options: n % 3 === 0 ? 4 : undefined,
  })),
)

interface Simulated {
  readonly truth: readonly number[]
  readonly ratings: SelfRatings
  answer(candidate: Candidate): boolean
}

/** A learner drawn from the prior, who rates themselves with a bias of their own; item difficulties are off by what authors are off. */
function simulate(seed: number): Simulated {
  const uniform = mulberry(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const { mean } = startAbility(['x']).belief
  const shared = normal()
  const truth = TOPICS.map(() => (mean[0] as number) + Math.sqrt(0.6) * shared + Math.sqrt(0.4) * normal())
  const bias = normal() * DIAGNOSTIC.sharedBias
  const ratings = Object.fromEntries(
    TOPICS.map((topic, at) => {
      const felt = (truth[at] as number) - (mean[0] as number) + bias + normal() * DIAGNOSTIC.noise
      return [topic, Math.min(4, Math.max(0, Math.round(felt / DIAGNOSTIC.step + 2)))]
    }),
  )
  return {
    truth,
    ratings,
    answer: ({ topic, difficulty, discrimination, options }) => {
      const off = normal() * DIAGNOSTIC.difficultyError
      const known = chanceOf(discrimination * ((truth[TOPICS.indexOf(topic)] as number) - difficulty - off))
      const guess = options === undefined ? 0 : 1 / options
      return uniform() < guess + (1 - guess) * known
    },
  }
}

function sit(learner: Simulated, ratings: SelfRatings, most: number = DIAGNOSTIC.usual) {
  const answers: DiagnosticAnswer[] = []
  for (;;) {
    const diagnosis = diagnose(TOPICS, EVEN, ratings, answers, BANK, most)
    if (diagnosis.next === undefined) return { ...diagnosis, answers }
    answers.push({ candidate: diagnosis.next, passed: learner.answer(diagnosis.next) })
  }
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const LEARNERS = Array.from({ length: 60 }, (_, seed) => simulate(seed + 1))

test('twelve items and a minute of self-ratings know the overall level to 0.40, as well as they say (simulated)', () => {
  const sittings = LEARNERS.map((learner) => ({ learner, ...sit(learner, learner.ratings) }))
  expect(Math.max(...sittings.map(({ answers }) => answers.length))).toBeLessThanOrEqual(12)
  const median = sittings.map(({ error }) => error).sort((a, b) => a - b)[LEARNERS.length / 2] as number
  expect(median).toBeLessThanOrEqual(0.4)
  const misses = sittings.map(({ learner, ability }) => average(ability.belief.mean) - average(learner.truth))
  const rmse = Math.sqrt(average(misses.map((miss) => miss * miss)))
  expect(rmse).toBeLessThan(1.25 * average(sittings.map(({ error }) => error)))
})

test('twenty-two items know more than twelve', () => {
  const [few, many] = [12, 22].map((most) => average(LEARNERS.slice(0, 10).map((learner) => sit(learner, learner.ratings, most).error)))
  expect(many).toBeLessThan((few as number) - 0.03)
})

test('topic figures stay provisional: less sure than the whole', () => {
  const [learner] = LEARNERS
  if (learner === undefined) throw new Error('nobody')
  const { error, topicErrors } = sit(learner, learner.ratings)
  for (const each of topicErrors) expect(each).toBeGreaterThan(error)
})

test('left and taken up again, it asks what it would have asked', () => {
  const [, learner] = LEARNERS
  if (learner === undefined) throw new Error('nobody')
  const { answers } = sit(learner, learner.ratings)
  const resumed = diagnose(TOPICS, EVEN, learner.ratings, answers.slice(0, 5), BANK)
  expect(resumed.next).toEqual(answers[5]?.candidate)
})

test('nothing is asked twice, and most is asked where most weight lies', () => {
  const [, , learner] = LEARNERS
  if (learner === undefined) throw new Error('nobody')
  const answers: DiagnosticAnswer[] = []
  for (;;) {
    const { next } = diagnose(TOPICS, { a: 8, b: 1, c: 1 }, {}, answers, BANK)
    if (next === undefined) break
    answers.push({ candidate: next, passed: learner.answer(next) })
  }
  expect(new Set(answers.map(({ candidate }) => candidate.item)).size).toBe(answers.length)
  expect(answers.filter(({ candidate }) => candidate.topic === 'a').length).toBeGreaterThan(answers.length / 3)
})

test('who rates everything at the top says little; who rates topics apart says which', () => {
  const start = startAbility(TOPICS)
  const all = (rating: number) => rateYourself(start, Object.fromEntries(TOPICS.map((topic) => [topic, rating])))
  const level = (rating: number) => average(all(rating).belief.mean) - average(start.belief.mean)
  expect(Math.abs(level(4))).toBeLessThan(0.2)
  expect(Math.abs(level(0))).toBeLessThan(0.2)
  const apart = rateYourself(start, { a: 4, b: 0, c: 2, d: 2 }).belief.mean
  expect(apart[0]).toBeGreaterThan((apart[1] as number) + 0.5)
})

test('an absurd self-rating is overruled by twelve answers', () => {
  const weak: Simulated = { truth: TOPICS.map(() => -3), ratings: {}, answer: ({ difficulty }) => difficulty < -3 }
  const boast = Object.fromEntries(TOPICS.map((topic, at) => [topic, at === 0 ? 3 : 4]))
  const [boasting, modest] = [sit(weak, boast), sit(weak, {})].map(({ ability }) => average(ability.belief.mean)) as [number, number]
  expect(boasting - modest).toBeLessThan(0.6)
  expect(boasting).toBeLessThan(average(startAbility(TOPICS).belief.mean))
})

test('no ratings, ratings out of range and topics that nobody knows are no trouble', () => {
  const { ability, next } = diagnose(TOPICS, {}, { a: 99, b: -3, c: null, z: 4 }, [], BANK)
  expect(ability.belief.mean.every(Number.isFinite)).toBe(true)
  expect(next).toBeDefined()
  const stray = { item: 'z1', topic: 'z', difficulty: 0, discrimination: 1, options: undefined }
  expect(diagnose(TOPICS, EVEN, {}, [{ candidate: stray, passed: true }], []).next).toBeUndefined()
})

/** Small random numbers for simulations (mulberry32). */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
}
