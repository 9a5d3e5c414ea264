import { rebuild, startMemory } from '../src/memory/remember.ts'
import { makeCurriculum, makeTarget, MONDAY } from '../src/planning/fixtures/curriculum.ts'
import { makeHistory } from '../src/planning/fixtures/history.ts'
import { formatDay } from '../src/planning/calendar.ts'
import { moversOf } from '../src/planning/movers.ts'
import { makePlan } from '../src/planning/plan.ts'
import type { PlanRequest } from '../src/planning/pool.ts'
import { pricesOf } from '../src/planning/price.ts'
import { queueFor } from '../src/planning/today.ts'
import { WEIGHED_TOPICS } from '../src/planning/topic-mix.ts'
import { figure } from './report.ts'
import type { Section } from './section.ts'
import { median, percentile } from './statistics.ts'
import { aligned } from './table.ts'

const ATTEMPTS = 100_000

interface Case {
  readonly name: string
  readonly budgetMs: number | undefined
  readonly once: () => unknown
}

export const planning: Section = {
  name: 'planning',
  about: 'plans of 66 and 600 patterns, prices, and today over 100,000 attempts',
  async measure({ rounds, progress }) {
    const rows: {
      readonly name: string
      readonly budgetMs: number | undefined
      readonly ms: readonly number[]
      readonly cpuMs: readonly number[]
    }[] = []
    for (const { name, budgetMs, once } of cases()) {
      const ms: number[] = []
      const cpuMs: number[] = []
      once()
      for (let round = 1; round <= rounds; round++) {
        progress.round(name, round, rounds)
        const [started, before] = [performance.now(), process.cpuUsage()]
        once()
        const { user, system } = process.cpuUsage(before)
        ms.push(performance.now() - started)
        cpuMs.push((user + system) / 1000)
      }
      rows.push({ name, budgetMs, ms, cpuMs })
    }
    const lines = rows.map(({ name, budgetMs, ms, cpuMs }) => [
      `  ${name}`,
      figure(median(ms)),
      figure(percentile(ms, 0.95)),
      figure(median(cpuMs)),
      budgetMs === undefined ? '' : `${budgetMs}`,
    ])
    return { lines: aligned([['Planning', 'p50 ms', 'p95 ms', 'CPU ms', 'budget ms'], ...lines]), data: rows }
  },
}

function cases(): readonly Case[] {
  const request = (patterns: number, known: number, days: number, attempts: number): PlanRequest => {
    const curriculum = makeCurriculum(patterns)
    const history = makeHistory(curriculum, known, attempts, 21, MONDAY)
    const memory = rebuild(startMemory(WEIGHED_TOPICS), history)
    return { target: makeTarget({ date: formatDay(MONDAY + days) }), today: MONDAY, curriculum, memory }
  }
  const fresh = request(66, 1, 42, 1)
  const midway = request(66, 50, 42, 200)
  const large = request(600, 150, 90, 600)
  const long = request(600, 600, 90, ATTEMPTS)
  const plan = makePlan(midway)
  const list = makePlan(long)
  return [
    { name: '66 patterns, 42 days, hardly any known', budgetMs: 150, once: () => makePlan(fresh) },
    { name: '66 patterns, 42 days, 50 known', budgetMs: 150, once: () => makePlan(midway) },
    { name: '600 patterns, 90 days, 150 known', budgetMs: 1500, once: () => makePlan(large) },
    { name: '600 patterns, 90 days, all known', budgetMs: 1500, once: () => makePlan(long) },
    { name: 'six prices, 66 patterns, 42 days', budgetMs: undefined, once: () => pricesOf(midway, plan) },
    { name: 'what moves readiness most, 66 patterns', budgetMs: undefined, once: () => moversOf(midway) },
    {
      name: `today's list, 600 patterns, memory of ${ATTEMPTS.toLocaleString('en')} attempts`,
      budgetMs: 50,
      once: () => queueFor({ day: MONDAY, minutes: 90, plan: list, curriculum: long.curriculum, memory: long.memory }),
    },
  ]
}
