import type { Novelty, Purpose } from '../../src/domain/evidence.ts'
import type { Memory } from '../../src/domain/memory.ts'
import type { PlanEntry } from '../../src/domain/plan.ts'
import type { Target } from '../../src/domain/target.ts'
import { startAbility } from '../../src/memory/ability.ts'
import { diagnose, type DiagnosticAnswer, rateYourself } from '../../src/memory/diagnostic.ts'
import { remember, startMemory } from '../../src/memory/remember.ts'
import { formatDay } from '../../src/planning/calendar.ts'
import { chooseItem } from '../../src/planning/choose.ts'
import { makePlan } from '../../src/planning/plan.ts'
import type { Chance } from './chance.ts'
import type { Practice } from './learner.ts'
import { evidenceOf, FIRST_DAY } from './log.ts'
import { offerOf } from './offer.ts'
import type { Policy, PolicyMaker, Syllabus } from './policy.ts'
import { type Foretold, foretell } from './prequential.ts'

/** With less than this left after the day's list, nothing more is asked for. */
const WORTH_PLANNING_MINUTES = 8

/** What Onsite ships: memory and planning as the gym runs them, asked each day for the day's list. */
export interface OnsitePolicy extends Policy {
  memory(): Memory
  /** Everything said before it was seen. */
  log(): readonly Foretold[]
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
  const target = targetOf(syllabus)
  const ratings = Object.fromEntries(syllabus.topics.map((topic, at) => [topic, syllabus.ratings[at] ?? null]))
  const topicWeights = Object.fromEntries(syllabus.topics.map((topic, at) => [topic, sumOf(syllabus, at)]))
  const answers: DiagnosticAnswer[] = []
  const log: Foretold[] = []
  let memory = startMemory(syllabus.topics, ablation.noDiagnostic ? undefined : rateYourself(startAbility(syllabus.topics), ratings))
  let today = FIRST_DAY
  let minutes = 0
  let list: PlanEntry[] | undefined
  let planned = 0
  let done = new Set<string>()
  let doing: Doing | undefined

  const plan = (left: number): PlanEntry[] => {
    planned++
    const made = makePlan({ target, today, curriculum, memory, weights, spentMinutes: Math.max(0, minutes - left) })
    return [...(made.days[0]?.entries ?? [])]
  }
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
  const nextOfList = (left: number): Doing | undefined => {
    list ??= plan(left)
    for (;;) {
      const at = list.findIndex((entry) => entry.minutes <= left)
      if (at < 0) {
        if (planned > 1 || left < WORTH_PLANNING_MINUTES) return undefined
        list = plan(left)
        continue
      }
      const [entry] = list.splice(at, 1)
      const pattern = entry && patterns.get(entry.pattern)
      if (entry === undefined || pattern === undefined) continue
      const wanted = ablation.context === undefined ? entry : { ...entry, novelty: ablation.context }
      const item = chooseItem(pattern, memory.patterns.get(pattern.id), wanted, done)
      const purpose = entry.activity === 'lesson' ? 'lesson' : entry.probe ? 'probe' : 'review'
      const found = doingOf(item?.id, purpose)
      if (found === undefined) continue
      // A lesson is read first, then its item is done.
      return purpose === 'lesson' ? { ...found, practice: { ...found.practice, kind: 'lesson' } } : found
    }
  }

  return {
    begin: (day, there) => {
      today = FIRST_DAY + day
      minutes = there
      list = undefined
      planned = 0
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
      if (foretold !== undefined) log.push(foretold)
      memory = remember(memory, evidence)
    },
    memory: () => memory,
    log: () => log,
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
