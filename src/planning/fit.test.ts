import fc from 'fast-check'
import * as highs from 'highs'
import { beforeAll, expect, test } from 'vitest'
import { startMemory } from '../memory/remember.ts'
import { openCalendar } from './calendar.ts'
import { capacityOf } from './candidates.ts'
import { type Columns, fit } from './fit.ts'
import { makeCurriculum, makeTarget, MONDAY } from './fixtures/curriculum.ts'
import { openPool } from './pool.ts'
import { FINE } from './schedule.ts'
import { WEIGHED_TOPICS } from './topic-mix.ts'

let solver: highs.LegacyHighs
beforeAll(async () => {
  // Its types describe the CommonJS build, in which the module itself is the loader.
  solver = await (highs.default as unknown as () => Promise<highs.LegacyHighs>)()
})

/** An upper bound by an independent solver: the linear program, in which a pattern may take shares of several candidates. */
function linearBound(columns: readonly Columns[], capacity: Float64Array): number {
  const names: string[] = []
  const gains: string[] = []
  const rows = Array.from(capacity, (): string[] => [])
  const one = columns.map((each, pattern) => {
    const own: string[] = []
    for (let column = 1; column < each.gains.length; column++) {
      const gain = each.gains[column] ?? 0
      if (gain <= 0) continue
      const name = `x${pattern}_${column}`
      own.push(name)
      gains.push(`${(gain * 1000).toFixed(9)} ${name}`)
      const { from, rows: used, amounts } = each.layout
      for (let at = from[column] ?? 0; at < (from[column + 1] ?? 0); at++) rows[used[at] ?? 0]?.push(`${amounts[at]} ${name}`)
    }
    names.push(...own)
    return own
  })
  const sum = (terms: readonly string[]) => terms.join(' + ')
  const limits = [
    ...one.filter((own) => own.length > 0).map((own, at) => `p${at}: ${sum(own)} <= 1`),
    ...rows.flatMap((terms, row) => (terms.length === 0 ? [] : [`r${row}: ${sum(terms)} <= ${capacity[row]}`])),
  ]
  const { ObjectiveValue, Status } = solver.solve(`Maximize\n obj: ${sum(gains)}\nSubject To\n ${limits.join('\n ')}\nEnd`)
  expect(Status).toBe('Optimal')
  return ObjectiveValue / 1000
}

function valueOf(columns: readonly Columns[], chosen: Int32Array): number {
  return columns.reduce((sum, { gains }, pattern) => sum + (gains[chosen[pattern] ?? 0] ?? 0), 0)
}

const seasons = [
  { patterns: 12, date: '2026-11-16', minutes: [30, 30, 30, 30, 30, 30, 30] },
  { patterns: 20, date: '2026-11-23', minutes: [20, 0, 45, 0, 45, 90, 0] },
  { patterns: 30, date: '2026-11-30', minutes: [25, 25, 25, 25, 25, 60, 60] },
  { patterns: 33, date: '2026-11-12', minutes: [120, 120, 120, 120, 120, 120, 120] },
  { patterns: 15, date: '2026-12-14', minutes: [15, 15, 15, 15, 15, 15, 15] },
] as const

test.each(seasons)('$patterns patterns until $date: within 20 % of what a solver proves to be the most', ({ patterns, date, minutes }) => {
  const target = makeTarget({ date, minutes })
  const request = { target, today: MONDAY, curriculum: makeCurriculum(patterns), memory: startMemory(WEIGHED_TOPICS) }
  const { all, season } = openPool(request, openCalendar(target, MONDAY), FINE)
  const columns = all.map(({ columns }) => columns)
  const capacity = capacityOf(season)
  const { chosen, bound } = fit(columns, capacity)
  const most = linearBound(columns, capacity)
  expect(valueOf(columns, chosen)).toBeGreaterThan(0.8 * most)
  // Our own prices prove a bound as well: never lower than the solver's.
  expect(bound).toBeGreaterThan(most - 1e-6)
})

const drawn = fc
  .record({
    capacity: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 8 }),
    patterns: fc.array(
      fc.array(
        fc.record({
          gain: fc.double({ min: 0, max: 1, noNaN: true }),
          uses: fc.array(fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 4 }),
        }),
        {
          maxLength: 6,
        },
      ),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ capacity, patterns }) => ({
    capacity: Float64Array.from(capacity),
    columns: patterns.map((candidates): Columns => {
      const uses = [
        [],
        ...candidates.map((candidate) => [...new Map(candidate.uses.map(([row, amount]) => [row % capacity.length, amount]))]),
      ]
      const from = [0]
      for (const each of uses) from.push((from.at(-1) ?? 0) + each.length)
      return {
        gains: Float64Array.from([0, ...candidates.map(({ gain }) => gain)]),
        layout: {
          from: Int32Array.from(from),
          rows: Int32Array.from(uses.flat(), ([row]) => row),
          amounts: Float64Array.from(uses.flat(), ([, amount]) => amount),
        },
      }
    }),
  }))

test('no row is ever used beyond its capacity, and what is left is told', () => {
  fc.assert(
    fc.property(drawn, ({ columns, capacity }) => {
      const { chosen, left } = fit(columns, capacity)
      const used = new Float64Array(capacity.length)
      columns.forEach(({ layout: { from, rows, amounts } }, pattern) => {
        const column = chosen[pattern] ?? 0
        for (let at = from[column] ?? 0; at < (from[column + 1] ?? 0); at++)
          used[rows[at] ?? 0] = (used[rows[at] ?? 0] ?? 0) + (amounts[at] ?? 0)
      })
      capacity.forEach((most, row) => {
        expect(used[row]).toBeLessThanOrEqual(most + 1e-6)
        expect(left[row]).toBeCloseTo(most - (used[row] ?? 0), 6)
      })
    }),
    { seed: 2, numRuns: 300 },
  )
})

test('the bound is never below what was chosen', () => {
  fc.assert(
    fc.property(drawn, ({ columns, capacity }) => {
      const { chosen, bound } = fit(columns, capacity)
      expect(bound).toBeGreaterThan(valueOf(columns, chosen) - 1e-9)
    }),
    { seed: 3, numRuns: 300 },
  )
})

test('where everything fits, everyone gets the best', () => {
  fc.assert(
    fc.property(drawn, ({ columns, capacity }) => {
      const { chosen } = fit(
        columns,
        capacity.map(() => 1e6),
      )
      const best = columns.reduce((sum, { gains }) => sum + Math.max(...gains), 0)
      expect(valueOf(columns, chosen)).toBeCloseTo(best, 6)
    }),
    { seed: 4 },
  )
})
