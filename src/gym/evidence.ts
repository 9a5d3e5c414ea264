import type { Evidence, Facet, Outcome } from '../domain/evidence.ts'
import type { Fact } from '../domain/fact.ts'
import type { Difficulty, Exercise, Item } from '../domain/item.ts'
import type { Library } from '../domain/library.ts'
import type { Level } from '../domain/target.ts'
import { dayAt } from './day.ts'
import { difficultyAt } from './difficulty.ts'

type AttemptFact = Extract<Fact, { type: 'attempt' }>
type AnswerFact = Extract<Fact, { type: 'answer' }>
type RecognitionFact = Extract<Fact, { type: 'recognition' }>
type EstimateFact = Extract<Fact, { type: 'estimate' }>
type GradedFact = AttemptFact | AnswerFact | RecognitionFact | EstimateFact

/** A program that failed for its spelling is no failure when the next one comes within a minute. */
const SLIP_MS = 60_000
/** A hint seen so long before a submission still helped it. */
const HINT_MS = 12 * 3_600_000
/** Usual for an item that nobody knows any more. */
const UNKNOWN_MINUTES = 15

/**
 * What the log says about what a learner knows: one line for each pattern and facet of an item met on a day, in the order of time.
 * Only the first meeting of a day with an item counts, up to its first pass: what comes after is practice.
 */
export function evidenceOf(facts: readonly Fact[], library: Library): readonly Evidence[] {
  const meetings = new Map<string, Fact[]>()
  const helped = new Map<string, Fact[]>()
  const reviews: Evidence[] = []
  for (const fact of [...facts].sort(timeOrder)) {
    if (fact.type === 'review') reviews.push(importedReview(fact))
    else if (fact.type === 'hint' || fact.type === 'reference') add(helped, fact.item, fact)
    else if (isGraded(fact)) add(meetings, `${dayOf(fact)} ${fact.type} ${fact.item} ${levelOf(fact) ?? ''}`, fact)
  }
  const met = [...meetings.values()].flatMap((facts) => {
    const [first] = facts
    if (first?.type === 'attempt') return ofAttempts(facts as AttemptFact[], helped.get(first.item) ?? [], library)
    if (first?.type === 'answer') return ofAnswer(first, library)
    if (first?.type === 'estimate') return ofEstimate(first, library)
    return first?.type === 'recognition' ? ofRecognition(first) : []
  })
  return [...reviews, ...met].sort((a, b) => a.at - b.at || compare(a.pattern, b.pattern) || compare(a.facet, b.facet))
}

/** The slug that an item's id starts with: of a derived item, the one it was derived from. */
export function storyOf(item: string): string {
  return item.split('~', 1)[0] ?? item
}

/** True for what was judged and is the learner's: a submission, an answer with a score, a choice, a drill. */
function isGraded(fact: Fact): fact is GradedFact {
  if (fact.type === 'attempt') return fact.mode === 'submit' && fact.verdict !== 'not-run' && fact.verdict !== 'our-fault'
  return fact.type === 'recognition' || fact.type === 'estimate' || (fact.type === 'answer' && fact.scores.some((score) => score !== null))
}

function ofAttempts(attempts: readonly AttemptFact[], helped: readonly Fact[], library: Library): Evidence[] {
  const passed = attempts.findIndex(({ verdict }) => verdict === 'passed')
  const counted = passed < 0 ? attempts : attempts.slice(0, passed + 1)
  const last = counted.at(-1) as AttemptFact
  const item = findBase(library, last.item)
  const time = { activeMs: timeOf(counted), parMs: parOf(last, item) }
  if (last.chances !== undefined) {
    // A value that was named is named once: what is tried after a miss is guessing.
    const [first] = attempts as readonly [AttemptFact]
    const outcome: Outcome = { kind: 'choice', passed: first.verdict === 'passed', options: Math.max(2, last.chances), ...time }
    return lines(first, first.patterns ?? item?.patterns ?? [], 'execute', { form: last.form, outcome, difficulty: item?.difficulty })
  }
  const outcome: Outcome = {
    kind: 'code',
    passed: passed >= 0,
    submissions: counted.filter((attempt, at) => !isSlip(attempt, counted[at + 1])).length,
    hint: deepestHint(helped, last, item?.kind === 'exercise' ? item : undefined),
    ...time,
  }
  const level = levelOf(last)
  const difficulty = item === undefined || level === undefined ? item?.difficulty : difficultyAt(item.difficulty, level)
  return lines(last, last.patterns ?? item?.patterns ?? [], 'execute', { form: last.form, outcome, difficulty })
}

/** Of a design: what passes at one level need not pass at another, so each is a meeting of its own. */
function levelOf(fact: GradedFact): Level | undefined {
  return fact.type === 'attempt' ? fact.design?.level : undefined
}

function ofAnswer(answer: AnswerFact, library: Library): Evidence[] {
  const item = findBase(library, answer.item)
  const worth =
    item?.kind === 'question' && item.rubric.length === answer.scores.length ? item.rubric.map(({ points }) => points) : undefined
  const even = answer.points / answer.scores.length
  const [got, all] = answer.scores.reduce<[number, number]>(
    ([got, all], score, at) => (score === null ? [got, all] : [got + score, all + (worth?.[at] ?? even)]),
    [0, 0],
  )
  const score = all === 0 ? 0 : Math.min(1, got / all)
  const outcome: Outcome = { kind: 'rubric', score, activeMs: timeOf([answer]), parMs: parOf(answer, item) }
  return lines(answer, answer.patterns ?? item?.patterns ?? [], 'execute', { form: 'explain', outcome, difficulty: item?.difficulty })
}

/** How near the numbers came is a graded score, as a rubric's is. */
function ofEstimate(estimate: EstimateFact, library: Library): Evidence[] {
  const item = findBase(library, estimate.item)
  const outcome: Outcome = { kind: 'rubric', score: estimate.score, activeMs: timeOf([estimate]), parMs: parOf(estimate, item) }
  return lines(estimate, estimate.patterns ?? item?.patterns ?? [], 'execute', { form: 'estimate', outcome, difficulty: item?.difficulty })
}

function ofRecognition(choice: RecognitionFact): Evidence[] {
  const outcome: Outcome = {
    kind: 'choice',
    passed: choice.chosen === choice.pattern,
    options: Math.max(2, choice.options.length),
    activeMs: timeOf([choice]),
    parMs: parOf(choice, undefined),
  }
  return lines(choice, [choice.pattern], 'recognise', { form: 'recognise', outcome })
}

function importedReview(fact: Extract<Fact, { type: 'review' }>): Evidence {
  return {
    at: Date.parse(fact.at),
    day: dayOf(fact),
    pattern: fact.pattern,
    facet: 'execute',
    item: `from ${fact.from}`,
    context: `from ${fact.from}`,
    form: 'explain',
    purpose: 'review',
    outcome: { kind: 'rating', rating: fact.rating },
  }
}

function lines(
  fact: GradedFact,
  patterns: readonly string[],
  facet: Facet,
  { form, outcome, difficulty }: Pick<Evidence, 'form' | 'outcome'> & { readonly difficulty?: Difficulty | undefined },
): Evidence[] {
  const { item, purpose = 'free' } = fact
  return patterns.map((pattern) => ({
    at: Date.parse(fact.at),
    day: dayOf(fact),
    pattern,
    facet,
    item,
    context: storyOf(item),
    form,
    purpose,
    ...(difficulty === undefined ? {} : { difficulty }),
    outcome,
  }))
}

/** 0 none; 1 to 3 by how far down the list of hints, the last and the reference being the deepest. */
function deepestHint(helped: readonly Fact[], { at }: AttemptFact, exercise: Exercise | undefined): 0 | 1 | 2 | 3 {
  const until = Date.parse(at)
  const recent = helped.filter((fact) => Date.parse(fact.at) <= until && until - Date.parse(fact.at) <= HINT_MS)
  if (recent.some(({ type }) => type === 'reference')) return 3
  const deepest = recent.reduce((most, fact) => (fact.type === 'hint' ? Math.max(most, fact.hint) : most), 0)
  if (deepest === 0) return 0
  const share = deepest / Math.max(deepest, exercise?.hints.length ?? 3)
  if (share === 1) return 3
  return share > 1 / 3 ? 2 : 1
}

function isSlip(attempt: AttemptFact, next: AttemptFact | undefined): boolean {
  return next !== undefined && attempt.verdict === 'errored' && Date.parse(next.at) - Date.parse(attempt.at) <= SLIP_MS
}

/** Each tells the time since the one before; 0 is unknown. */
function timeOf(facts: readonly { readonly activeMs: number }[]): number | undefined {
  return facts.reduce((sum, { activeMs }) => sum + activeMs, 0) || undefined
}

function findBase(library: Library, item: string): Item | undefined {
  return library.items.get(storyOf(item))
}

function parOf(fact: { readonly minutes?: number }, item: Item | undefined): number {
  return (fact.minutes ?? item?.minutes ?? UNKNOWN_MINUTES) * 60_000
}

function dayOf(fact: Fact): number {
  return dayAt(Date.parse(fact.at), fact.zone)
}

/** By time; by id where two have the same. */
export function timeOrder(a: Fact, b: Fact): number {
  return Date.parse(a.at) - Date.parse(b.at) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
