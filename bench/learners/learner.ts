import { type Chance, chanceOf } from './chance.ts'
import { type Context, type Course, contextOf } from './course.ts'
import type { World } from './world.ts'

/*
 * The truth, deliberately not our model of it. Every meeting leaves a trace that decays by a power of its age (ACT-R); the power
 * grows with what was active at the time, so that spaced meetings last longer (Pavlik & Anderson 2005). A trace counts less in
 * another context, by each attribute that differs. To solve a question one has to recognise the pattern against those confused
 * with it, then carry it out; whoever saw this very item may also just remember it.
 */

/** Practice asked for: a lesson, one item, a recognise drill, an output to predict. The same `story` and `variant` is the same item. */
export interface Practice {
  readonly kind: 'lesson' | 'exercise' | 'drill' | 'predict'
  readonly subject: number
  readonly story: number
  readonly variant: number
}

/** What could be seen of it from outside. */
export interface Result {
  readonly practice: Practice
  /** Days since the start, with fraction. */
  readonly at: number
  /** Solved, with whatever help. */
  readonly passed: boolean
  readonly submissions: number
  /** 0 none, 1 a nudge, 2 the pattern's name, 3 the code. */
  readonly hint: 0 | 1 | 2 | 3
  /** Minutes it took out of the day. */
  readonly minutes: number
  /** How long the learner worked on the answer, against what is usual. */
  readonly activeMinutes: number
  readonly parMinutes: number
  /** The pattern was known beforehand: a lesson, or the pattern just practised. */
  readonly labelled: boolean
  /** The truth's own chance, on an ordinary day, to pass unaided: no forecast can be expected to do better. */
  readonly chance: number
}

export interface Learner {
  /** What they say of themselves by topic, 0 to 4: true to their differences, too high or low throughout, and off by chance. */
  readonly ratings: readonly number[]
  /** Practises at `at` (days since the start). */
  practise(practice: Practice, at: number): Result
  /** Share of the interview's questions solved by whoever is asked at `at`, in expectation. */
  score(at: number): number
  /** Chance to solve an item unaided and unlabelled at `at`, on an ordinary day. */
  solves(subject: number, story: number, variant: number, at: number): number
  /** Chance to solve the interview's questions on one pattern. */
  solvesQuestions(subject: number, at: number): number
}

/** A lesson is 4 minutes of reading and the pattern's worked item: story 0, variant 0, half as long as others and worth half as much. */
export const MINUTES = { lesson: 10, worked: 6, exercise: 12, again: 8, failed: 4, drill: 1.5, predict: 1.5 } as const
/** A drill offers so many patterns. */
export const OPTIONS = 4

const THRESHOLD = { recognise: 0.065, execute: 0.085 } as const
/** Odds grow by this power of activation: the inverse of ACT-R's noise s, here 0.4. */
const SHARPNESS = 2.5
const CONFUSION = 1.3
/** Ages are counted in half hours; younger than one counts as one, so activation within a sitting is bounded. */
const AGE_UNIT_DAYS = 0.02
const SLIP = 0.03
/** A pass after more submissions than these was found by trial and error: in an interview it is none. */
const MOST_TRIES = 3
const DECAY_PER_ACTIVATION = 0.55
const MOST_DECAY = 1
const STRENGTH = { lesson: 0.6, passed: 1, failed: 0.6, recognised: 0.7, misread: 0.5, blocked: 0.3, asked: 0.2 } as const
const ROTE_DAYS = 5
const ROTE_GROWTH = 1.9

interface Trace {
  readonly at: number
  readonly strength: number
  readonly decay: number
  readonly context: Context | undefined
}

interface Rote {
  readonly at: number
  readonly days: number
}

interface Known {
  readonly recognise: Trace[]
  readonly execute: Trace[]
  readonly tricks: Trace[]
  readonly rote: Map<string, Rote>
  /** Label-free practice so far: sets the pattern apart from those like it. */
  apart: number
}

/** One learner of a world, drawn from `seed`; what they can do before the start is drawn with them. */
export function drawLearner(world: World, course: Course, seed: number): Learner {
  const drawn = chanceOf(seed, 'learner')
  const decayFrom = 0.24 * Math.exp(drawn.normal() * 0.15)
  const carry = 1 / (1 + ((1 - world.carry) / world.carry) * Math.exp(drawn.normal() * 0.3))
  const kept = [1, carry, carry ** 2, carry ** 3]
  const pace = Math.exp(drawn.normal() * 0.2)
  const { known, ratings } = drawPrior(course, drawn)
  const luck = chanceOf(seed, 'performance')
  let day = -1
  let form = 1
  let last: { readonly day: number; readonly subject: number } | undefined

  const of = (subject: number): Known => {
    const one = known[subject]
    if (one === undefined) throw new Error(`no pattern ${subject}`)
    return one
  }
  const subjectOf = (subject: number) => {
    const one = course.subjects[subject]
    if (one === undefined) throw new Error(`no pattern ${subject}`)
    return one
  }
  const active = (traces: readonly Trace[], context: Context | undefined, at: number): number => {
    let sum = 0
    for (const trace of traces) {
      const share = context === undefined || trace.context === undefined ? 1 : (kept[differing(trace.context, context)] ?? 0)
      sum += trace.strength * share * Math.max((at - trace.at) / AGE_UNIT_DAYS, 1) ** -trace.decay
    }
    return sum
  }
  const recognises = (subject: number, context: Context, at: number): number => {
    const own = active(of(subject).recognise, context, at) ** SHARPNESS
    const threshold = (THRESHOLD.recognise * Math.exp(context.hardness)) ** SHARPNESS
    const rivals = subjectOf(subject).confusable.map(
      (rival) =>
        CONFUSION * Math.exp(-0.4 * (of(subject).apart + 0.5 * of(rival).apart)) * active(of(rival).recognise, context, at) ** SHARPNESS,
    )
    return own / (own + threshold + rivals.reduce((sum, rival) => sum + rival, 0))
  }
  const executes = (subject: number, context: Context, at: number): number => {
    const own = active(of(subject).execute, context, at) ** SHARPNESS
    return own / (own + (THRESHOLD.execute * Math.exp(context.hardness)) ** SHARPNESS)
  }
  const remembers = (subject: number, item: string, at: number): number => {
    const rote = of(subject).rote.get(item)
    return rote === undefined ? 0 : 0.95 * Math.exp(-(at - rote.at) / rote.days)
  }
  const solvesContext = (subject: number, context: Context, at: number): number => {
    const does = executes(subject, context, at)
    return (1 - SLIP) * recognises(subject, context, at) * does * (1 - anotherTry(1 - does) ** MOST_TRIES)
  }

  const leave = (traces: Trace[], strength: number, context: Context | undefined, at: number): void => {
    const decay = Math.min(MOST_DECAY, decayFrom + DECAY_PER_ACTIVATION * active(traces, context, at))
    traces.push({ at, strength, decay, context })
  }
  /** Without what it stands on, a pattern is learnt by halves. */
  const grounded = (subject: number, at: number): number => {
    const before = subjectOf(subject).prerequisite
    if (before === undefined) return 1
    const own = active(of(before).execute, undefined, at) ** SHARPNESS
    return 0.5 + (0.5 * own) / (own + THRESHOLD.execute ** SHARPNESS)
  }
  const happens = (probability: number): boolean => luck.uniform() < probability
  /** A good day and a bad one: shifts the odds. */
  const today = (probability: number): boolean => happens((probability * form) / (probability * form + 1 - probability))

  const lesson = (practice: Practice, at: number): Result => {
    const { subject, story, variant } = practice
    const context = contextOf(subjectOf(subject), story, variant)
    const learnt = STRENGTH.lesson * grounded(subject, at)
    leave(of(subject).recognise, learnt, context, at)
    leave(of(subject).execute, learnt, context, at)
    of(subject).rote.set(itemOf(practice), { at, days: ROTE_DAYS })
    // It ends with doing what was just read.
    const chance = executes(subject, context, at)
    const passed = today(chance)
    return {
      practice,
      at,
      passed,
      submissions: 1,
      hint: 0,
      minutes: MINUTES.lesson,
      activeMinutes: MINUTES.lesson * pace,
      parMinutes: MINUTES.lesson,
      labelled: true,
      chance,
    }
  }

  const drill = (practice: Practice, at: number): Result => {
    const { subject, story, variant } = practice
    const context = contextOf(subjectOf(subject), story, variant)
    const trick = active(of(subject).tricks, undefined, at) ** SHARPNESS
    const seen = Math.max(recognises(subject, context, at), trick / (trick + THRESHOLD.recognise ** SHARPNESS))
    const chance = seen + (1 - seen) / OPTIONS
    const passed = today(chance)
    leave(of(subject).recognise, world.drill * grounded(subject, at), context, at)
    if (world.trick > 0) leave(of(subject).tricks, world.trick, undefined, at)
    of(subject).apart += world.drill / STRENGTH.recognised
    return {
      practice,
      at,
      passed,
      submissions: 1,
      hint: 0,
      minutes: MINUTES.drill,
      activeMinutes: pace * Math.exp(luck.normal() * 0.4 + (passed ? 0 : 0.2)),
      parMinutes: 1,
      labelled: false,
      chance,
    }
  }

  /** What does this code put out: nothing to recognise, a choice of four, nothing shown after. */
  const predict = (practice: Practice, at: number): Result => {
    const { subject, story, variant } = practice
    const context = contextOf(subjectOf(subject), story, variant)
    const known = executes(subject, context, at)
    const chance = known + (1 - known) / OPTIONS
    const passed = today(chance)
    leave(of(subject).execute, STRENGTH.asked, context, at)
    return {
      practice,
      at,
      passed,
      submissions: 1,
      hint: 0,
      minutes: MINUTES.predict,
      activeMinutes: MINUTES.predict * pace,
      parMinutes: MINUTES.predict,
      labelled: true,
      chance,
    }
  }

  const exercise = (practice: Practice, at: number): Result => {
    const { subject, story, variant } = practice
    const context = contextOf(subjectOf(subject), story, variant)
    const item = itemOf(practice)
    const met = of(subject).rote.has(item)
    const labelled = last !== undefined && last.day === Math.floor(at) && last.subject === subject
    const rote = remembers(subject, item, at)
    const sees = recognises(subject, context, at)
    const does = executes(subject, context, at)
    const byRote = happens(rote)
    const recognised = labelled || byRote || today(sees)
    // Who does not see it asks for the name in half the cases, and gives up in the other half.
    const named = !recognised && happens(0.5)
    const passed = (recognised || named) && (byRote || today(does)) && !happens(SLIP)
    const struggle = 1 - Math.max(rote, does)
    const again = anotherTry(struggle)
    let submissions = 1
    while (submissions < 6 && happens(again)) submissions++
    const nudged = passed && !named && happens(0.3 * struggle)
    const hint = !passed ? 3 : named ? 2 : nudged ? 1 : 0
    const share = isWorked(practice) ? MINUTES.worked / MINUTES.exercise : 1
    const par = share * (met ? MINUTES.again : MINUTES.exercise)
    const minutes = par + (passed ? 0 : MINUTES.failed)
    const fresh = share * (1 - world.rehearsal * rote) * grounded(subject, at)
    leave(of(subject).execute, (passed ? STRENGTH.passed : STRENGTH.failed) * fresh, context, at)
    leave(
      of(subject).recognise,
      (labelled ? STRENGTH.blocked : 1) * (recognised ? STRENGTH.recognised : STRENGTH.misread) * fresh,
      context,
      at,
    )
    if (!labelled) of(subject).apart += fresh
    const before = of(subject).rote.get(item)
    of(subject).rote.set(item, { at, days: before === undefined ? ROTE_DAYS : before.days * ROTE_GROWTH })
    return {
      practice,
      at,
      passed,
      submissions,
      hint,
      minutes,
      activeMinutes: par * pace * Math.exp(luck.normal() * 0.3 + 0.6 * (struggle - 0.5)),
      parMinutes: par,
      labelled,
      chance: (1 - SLIP) * (rote + (1 - rote) * (labelled ? 1 : sees) * does) * (1 - again ** MOST_TRIES),
    }
  }

  return {
    ratings,
    practise: (practice, at) => {
      if (Math.floor(at) !== day) {
        day = Math.floor(at)
        form = Math.exp(luck.normal() * 0.3)
      }
      const result = { lesson, drill, predict, exercise }[practice.kind](practice, at)
      last = { day, subject: practice.subject }
      return result
    },
    solves: (subject, story, variant, at) => {
      const rote = remembers(subject, itemOf({ kind: 'exercise', subject, story, variant }), at)
      return 1 - (1 - solvesContext(subject, contextOf(subjectOf(subject), story, variant), at)) * (1 - rote)
    },
    solvesQuestions: (subject, at) => mean(subjectOf(subject).questions.map((context) => solvesContext(subject, context, at))),
    score: (at) =>
      course.subjects.reduce(
        (sum, { weight, questions }, subject) => sum + weight * mean(questions.map((context) => solvesContext(subject, context, at))),
        0,
      ),
  }
}

/** What the learner brings along: more in some topics than in others, in no particular context, and lasting. */
function drawPrior(course: Course, chance: Chance): { readonly known: readonly Known[]; readonly ratings: readonly number[] } {
  const all = chance.normal() * 0.3
  const byTopic = course.topics.map(() => chance.normal() * 0.5)
  const known = course.subjects.map(({ topic }) => {
    const strength = 0.045 * Math.exp(all + (byTopic[topic] ?? 0) + chance.normal() * 0.4)
    const trace = { at: 0, strength, decay: 0, context: undefined }
    return { recognise: [{ ...trace }], execute: [{ ...trace }], tricks: [], rote: new Map(), apart: 0 }
  })
  const bias = chance.normal() * 0.8
  const ratings = byTopic.map((own) => Math.min(4, Math.max(0, Math.round(1.5 + 2 * (all + own) + bias + chance.normal() * 0.8))))
  return { known, ratings }
}

function differing(one: Context, other: Context): number {
  let count = 0
  for (let n = 0; n < 3; n++) if (one.attributes[n] !== other.attributes[n]) count++
  return count
}

/** Chance that a submission is followed by another. */
function anotherTry(struggle: number): number {
  return 0.1 + 0.5 * struggle
}

export function isWorked({ story, variant }: Pick<Practice, 'story' | 'variant'>): boolean {
  return story === 0 && variant === 0
}

function itemOf({ story, variant }: Practice): string {
  return `${story}.${variant}`
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
