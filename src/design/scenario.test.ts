import { expect, test } from 'vitest'
import type { Case, Drawing } from '../domain/case.ts'
import { assemble } from './assemble.ts'
import { readDrawing } from './drawing.ts'
import { SHORTENER } from './fixtures/shortener.ts'
import { loaded, scenarioRun } from './scenario.ts'

const TEXT = `components:
  app: { part: service }
  a: { part: cache }
  b: { part: cache }
  links: { part: store }
routes:
  read: [app, { at: a, miss: [{ at: b, miss: [links] }] }]
  write: [app, { at: links, write: true }]
`

function runOf(aCase: Case, scenario: string, load: number, text = TEXT) {
  const drawing = readDrawing(text).drawing as Drawing
  const { design, problems } = assemble(aCase, drawing)
  expect(problems).toEqual([])
  return scenarioRun(aCase, drawing, design as NonNullable<typeof design>, scenario, load, 7)
}

test('a fault of a part hits every component made of it', () => {
  const [fault] = SHORTENER.scenarios['flush']?.faults ?? []
  expect(runOf(SHORTENER, 'flush', 1).faults).toEqual([
    { ...fault, component: 'a' },
    { ...fault, component: 'b' },
  ])
})

test('a fault of a part that is not used hits nothing', () => {
  const text = TEXT.replace(/ {2}[ab]: .*\n/g, '').replace(/read: .*/, 'read: [app, links]')
  expect(runOf(SHORTENER, 'flush', 1, text).faults).toEqual([])
})

test('what a scenario says of a class replaces what the case says, field by field', () => {
  const scenarios = {
    calm: { what: '', faults: [], workload: { seconds: 9, classes: { read: { arrivals: { kind: 'poisson', rate: 5 } } } } },
  } as const
  const { workload } = runOf({ ...SHORTENER, scenarios }, 'calm', 1)
  expect(workload.seconds).toBe(9)
  expect(workload.warmUp).toBe(5)
  expect(workload.classes['read']).toEqual({ arrivals: { kind: 'poisson', rate: 5 }, keys: { count: 20_000, skew: 0.9 } })
  expect(workload.classes['write']).toEqual(SHORTENER.workload.classes['write'])
})

test('load multiplies who comes, and not how often jobs run', () => {
  expect(runOf(SHORTENER, 'peak', 1.5).workload.classes['read']?.arrivals).toEqual({ kind: 'poisson', rate: 3000 })
  expect(loaded({ kind: 'bursts', rate: 10, burst: 50, on: 1, off: 2 }, 2)).toEqual({ kind: 'bursts', rate: 20, burst: 100, on: 1, off: 2 })
  expect(loaded({ kind: 'diurnal', rates: [1, 2], period: 60 }, 2)).toEqual({ kind: 'diurnal', rates: [2, 4], period: 60 })
  expect(loaded({ kind: 'closed', users: 10, think: 1 }, 1.15)).toEqual({ kind: 'closed', users: 12, think: 1 })
  expect(loaded({ kind: 'every', seconds: 60 }, 2)).toEqual({ kind: 'every', seconds: 60 })
  expect(loaded({ kind: 'trace', times: [1, 2, 3, 4], keys: [5, 6, 7, 8] }, 1.5)).toEqual({
    kind: 'trace',
    times: [1, 2, 2, 3, 4, 4],
    keys: [5, 6, 6, 7, 8, 8],
  })
  expect(loaded({ kind: 'trace', times: [1, 2, 3, 4] }, 0.5)).toEqual({ kind: 'trace', times: [2, 4] })
})

test('a job comes as often as the learner says', () => {
  const every = { kind: 'every', seconds: 60, offset: 30 } as const
  const aCase: Case = {
    ...SHORTENER,
    workload: { ...SHORTENER.workload, classes: { ...SHORTENER.workload.classes, rebuild: { arrivals: every } } },
    jobs: { rebuild: { least: 10, most: 100 } },
  }
  const text = (seconds: string) => `${TEXT}  rebuild: [links]\n${seconds}`
  const arrivals = (seconds: string) => runOf(aCase, 'peak', 1, text(seconds)).workload.classes['rebuild']?.arrivals
  expect(arrivals('')).toEqual(every)
  expect(arrivals('jobs: { rebuild: 20s }')).toEqual({ kind: 'every', seconds: 20, offset: 20 })
  const drawing = readDrawing(text('jobs: { rebuild: 5s }')).drawing as Drawing
  expect(assemble(aCase, drawing).problems[0]).toMatchObject({ where: 'jobs.rebuild', cause: '5 s is not between 10 s and 100 s' })
})
