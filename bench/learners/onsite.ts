import type { Evidence, Novelty, Purpose } from '../../src/domain/evidence.ts'
import type { Memory } from '../../src/domain/memory.ts'
import type { Plan } from '../../src/domain/plan.ts'
import type { Task } from '../../src/domain/task.ts'
import type { Target } from '../../src/domain/target.ts'
import { startAbility } from '../../src/memory/ability.ts'
import { diagnose, type DiagnosticAnswer, rateYourself } from '../../src/memory/diagnostic.ts'
import { remember, startMemory } from '../../src/memory/remember.ts'
import { formatDay } from '../../src/planning/calendar.ts'
import { chooseItem } from '../../src/planning/choose.ts'
import { makePlan } from '../../src/planning/plan.ts'
import { queueFor } from '../../src/planning/today.ts'
import type { Chance } from './chance.ts'
import type { Practice } from './learner.ts'
import { evidenceOf, FIRST_DAY } from './log.ts'
import { offerOf } from './offer.ts'
import type { Policy, PolicyMaker, Syllabus } from './policy.ts'
import { type Foretold, foretell } from './prequential.ts'

const FAR_DAYS = 28

/** What Onsite ships: memory and planning as the gym runs them, asked each day for the day's list. */
export interface OnsitePolicy extends Policy {
  memory(): Memory
  /** Everything said before it was seen. */
  log(): readonly Logged[]
  /** Everything that was seen, in the order of time. */
  evidence(): readonly Evidence[]
}

/** A forecast beside the truth's own. */
export interface Logged extends Foretold {
  readonly ceiling: number
}

export interface OnsiteMaker extends PolicyMaker {
  make(syllabus: Syllabus, chance: Chance): OnsitePolicy
}

/** A part taken away, to see what it was worth. */
export interface Ablation {
  readonly name: string
  /** Plan as if every pattern weighed the same. */
  readonly equalWeights?: boolean
  /** Nothing to drill with. */
  readonly noDrills?: boolean
  /** No choice of the context: always the same item again, or always another story. */
  readonly context?: Exclude<Novelty, 'near'>
  /** Plan for a date that is always four weeks away, instead of the interview's. */
  readonly noDate?: boolean
  /** Begin with nothing asked. */
  readonly noDiagnostic?: boolean
}

export const ONSITE = onsite({ name: 'Onsite' })

export function onsite(ablation: Ablation): OnsiteMaker {
  return { name: ablation.name, make: (syllabus) => open(syllabus, ablation) }
}

/** What is being done, and why. */
interface Doing {
  readonly practice: Practice
  readonly purpose: Purpose
  readonly item: string
}

function open(syllabus: Syllabus, ablation: Ablation): OnsitePolicy {
  const { curriculum, diagnostic, practices } = offerOf(syllabus, ablation.noDrills !== true)
  const share = 1 / syllabus.subjects.length
  const weights = new Map(syllabus.subjects.map(({ id, weight }) => [id, ablation.equalWeights === true ? share : weight]))
  const patterns = new Map(curriculum.map((pattern) => [pattern.id, pattern]))
  const interview = targetOf(syllabus)
  const ratings = Object.fromEntries(syllabus.topics.map((topic, at) => [topic, syllabus.ratings[at] ?? null]))
  const topicWeights = Object.fromEntries(syllabus.topics.map((topic, at) => [topic, sumOf(syllabus, at)]))
  const answers: DiagnosticAnswer[] = []
  const log: Logged[] = []
  const seen: Evidence[] = []
  let memory = startMemory(syllabus.topics, ablation.noDiagnostic ? undefined : rateYourself(startAbility(syllabus.topics), ratings))
  let today = FIRST_DAY
  let minutes = 0
  let plan: Plan | undefined
  let list: Task[] = []
  let done = new Set<string>()
  let doing: Doing | undefined

  const doingOf = (item: string | undefined, purpose: Purpose): Doing | undefined => {
    const practice = item === undefined ? undefined : practices.get(item)
    return item === undefined || practice === undefined ? undefined : { practice, purpose, item }
  }
  const nextOfDiagnostic = (): Doing | undefined => {
    if (ablation.noDiagnostic) return undefined
    const asked = new Set(answers.map(({ candidate }) => practices.get(candidate.item)?.subject))
    const candidates = diagnostic.filter(({ item }) => !asked.has(practices.get(item)?.subject))
    return doingOf(diagnose(syllabus.topics, topicWeights, ratings, answers, candidates).next?.item, 'diagnostic')
  }
  /** The day's list as it was begun; once it is done, it grows by what the minutes left have room for. */
  const nextOfList = (left: number): Doing | undefined => {
    const target = ablation.noDate === true ? { ...interview, date: formatDay(today + FAR_DAYS) } : interview
    plan ??= makePlan({ target, today, curriculum, memory, weights, spentMinutes: Math.max(0, minutes - left) })
    const first = list.findIndex(({ entry }) => entry.minutes <= left)
    if (first < 0) list = [...queueFor({ day: today, minutes: left, plan, curriculum, memory, avoid: done }).tasks]
    const [task] = list.splice(Math.max(0, first), 1)
    if (task === undefined) return undefined
    const { entry } = task
    const item = ablation.context === undefined ? task.item : itemWith(ablation.context, task)
    const purpose = entry.activity === 'lesson' ? 'lesson' : entry.probe ? 'probe' : 'review'
    const found = doingOf(item?.id, purpose)
    // A lesson is read first, then its item is done.
    return found && purpose === 'lesson' ? { ...found, practice: { ...found.practice, kind: 'lesson' } } : found
  }
  const itemWith = (novelty: Novelty, { entry, item }: Task): Task['item'] => {
    const pattern = patterns.get(entry.pattern)
    if (pattern === undefined || entry.activity !== 'exercise') return item
    return chooseItem(pattern, memory.patterns.get(pattern.id), { ...entry, novelty }, done)
  }

  return {
    begin: (day, there) => {
      today = FIRST_DAY + day
      minutes = there
      plan = undefined
      list = []
      done = new Set()
    },
    next: (left) => {
      doing = nextOfDiagnostic() ?? nextOfList(left)
      return doing?.practice
    },
    observe: (result) => {
      if (doing === undefined) return
      const { item, purpose } = doing
      done.add(item)
      const candidate = diagnostic.find((each) => each.item === item)
      if (purpose === 'diagnostic' && candidate !== undefined) answers.push({ candidate, passed: result.passed })
      const evidence = evidenceOf(syllabus, result, purpose)
      const foretold = foretell(memory, evidence)
      if (foretold !== undefined) log.push({ ...foretold, ceiling: result.chance })
      seen.push(evidence)
      memory = remember(memory, evidence)
    },
    memory: () => memory,
    log: () => log,
    evidence: () => seen,
  }
}

function targetOf({ days, minutes }: Syllabus): Target {
  return {
    company: 'big-tech',
    domain: 'general',
    level: 'standard',
    date: formatDay(FIRST_DAY + days),
    minutes: Array.from({ length: 7 }, () => minutes),
    daysOff: [],
    rounds: undefined,
  }
}

function sumOf({ subjects }: Syllabus, topic: number): number {
  return subjects.reduce((sum, each) => (each.topic === topic ? sum + each.weight : sum), 0)
}
