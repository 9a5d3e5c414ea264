import { expect, test } from 'vitest'
import type { Case } from '../domain/case.ts'
import { simulate } from '../simulation/simulate.ts'
import { SHORTENER } from './fixtures/shortener.ts'
import { gradeDesign, type Grading, gradeStages, runStages } from './grade.ts'
import { driven, type Stages } from './stages.ts'
import { performer } from './trial.ts'

const asked = (changes: Partial<Grading> = {}): Grading => ({
  case: SHORTENER,
  text: SHORTENER.reference,
  level: 'standard',
  seed: 7,
  predictions: [400, null],
  firstToBreak: null,
  ...changes,
})
const [{ source: wrong } = { source: '' }] = SHORTENER.wrong

test('the reference passes, the starter does not, and the interviewer asks what fits', () => {
  const passed = gradeDesign(asked())
  expect(passed).toMatchObject({ passed: true, cost: { outcome: 'met', par: passed.cost.dollars } })
  expect(passed.objectives.map(({ outcome }) => outcome)).toEqual(['met', 'met', 'met'])
  expect(passed.followUps.map((at) => SHORTENER.followUps[at]?.when)).toEqual(['passed', 'always'])
  expect(Object.keys(passed.runs)).toEqual(['peak', 'flush'])
  expect(passed.predictions).toMatchObject([{ said: 400, score: 1 }])

  const failed = gradeDesign(asked({ text: SHORTENER.starter, level: 'intro' }))
  expect(failed.passed).toBe(false)
  expect(failed.objectives.map(({ name }) => name)).toEqual(['redirects are quick', 'redirects succeed'])
  expect(failed.bottleneck).toMatchObject({ objective: 'redirects are quick', component: 'links' })
  expect(failed.findings.map(({ name, component }) => `${name} ${component}`)).toContain('endless-queue links')
})

test('what is sized for every day misses after a flush, at the load where it is tightest', () => {
  const report = gradeDesign(asked({ text: wrong, firstToBreak: 'links' }))
  expect(report.objectives.find(({ name }) => name === 'soon well after a flush')?.outcome).toBe('missed')
  expect(report.bottleneck?.component).toBe('links')
  expect(report.predictions.at(-1)).toMatchObject({ said: 'links', truth: 'links', score: 1 })
  expect(report.followUps.map((at) => SHORTENER.followUps[at]?.when)).toContain('soon well after a flush')
})

test('a report is the same to the last bit whoever carries the runs out, and another with another seed', () => {
  const backwards = <Result>(stages: Stages<Result>): Result => {
    let step = stages.next()
    while (step.done !== true) {
      // Each run by a performer of its own, the last first: as threads might.
      const samples = [...step.value.trials].reverse().map((trial) => performer(SHORTENER)(trial))
      step = stages.next(samples.reverse())
    }
    return step.value
  }
  const text = JSON.stringify(gradeDesign(asked({ level: 'intro' })))
  expect(JSON.stringify(backwards(gradeStages(asked({ level: 'intro' }))))).toBe(text)
  expect(JSON.stringify(gradeDesign(asked({ level: 'intro', seed: 8 })))).not.toBe(text)
})

test('the runs alone are those of the report', () => {
  const { runs } = gradeDesign(asked({ level: 'intro' }))
  expect(driven(runStages(asked({ level: 'intro' })), performer(SHORTENER))).toEqual(runs)
})

test('progress is told, and never beyond what is foreseen', () => {
  const told: (readonly [number, number])[] = []
  gradeDesign(asked({ level: 'intro' }), simulate, ({ trials, done, total }) => told.push([done + trials.length, total]))
  expect(told.length).toBeGreaterThan(3)
  expect(told.every(([done, total]) => done <= total)).toBe(true)
})

test('par from the proof decides what a level allows', () => {
  const cheap: Case = { ...SHORTENER, par: { dollars: 1, drawing: '' } }
  const report = gradeDesign(asked({ case: cheap, level: 'intro' }))
  expect(report).toMatchObject({ passed: true, cost: { par: 1, most: 3, outcome: 'met' } })
  expect(gradeDesign(asked({ case: { ...cheap, par: { dollars: 0.5, drawing: '' } }, level: 'intro' }))).toMatchObject({
    passed: false,
    cost: { outcome: 'missed' },
  })
})

/** Two busy tiers with many servers in front of a store of single ones whose work varies much: reference section 2.4. */
const TIERS: Case = {
  ...SHORTENER,
  parts: {
    gateway: { ...partOf('service'), component: { kind: 'service', time: { kind: 'exponential', mean: 0.002 }, servers: 24, price: 1 } },
    app: { ...partOf('service'), component: { kind: 'service', time: { kind: 'exponential', mean: 0.0085 }, servers: 100, price: 1 } },
    store: {
      ...partOf('store'),
      component: { kind: 'service', time: { kind: 'hyperexponential', mean: 0.001, cv2: 6 }, replicas: 16, balance: 'key', price: 1 },
    },
  },
  duties: [],
  workload: {
    classes: { read: { arrivals: { kind: 'poisson', rate: 10_000 }, keys: { count: 100_000, skew: 0 } } },
    seconds: 8,
    warmUp: 2,
    window: 0.5,
  },
  slos: [{ name: 'quick', scenario: 'peak', class: 'read', metric: 'p99', most: 0.2 }],
  estimates: [],
}

function partOf(name: string) {
  const part = SHORTENER.parts[name]
  if (part === undefined) throw new Error(`there is no ${name}`)
  return { ...part, free: {}, provides: {}, stores: {} }
}

test('the bottleneck is who helps, not who is busiest', () => {
  const text =
    'components: { gateway: { part: gateway }, app: { part: app }, store: { part: store } }\nroutes: { read: [gateway, app, store] }\n'
  const { bottleneck } = gradeDesign(asked({ case: { ...TIERS, reference: text }, text, level: 'intro' }))
  expect(bottleneck?.component).toBe('store')
  expect(['gateway', 'app']).toContain(bottleneck?.busiest)
  expect(bottleneck?.gains['store']?.high).toBeLessThan(0)
  // Nothing helps less than nothing beyond noise.
  expect(bottleneck?.gains['gateway']?.mean).toBeGreaterThan(bottleneck?.gains['store']?.mean ?? 0)
})

test('a drawing that cannot be built is refused with all its problems', () => {
  expect(() => gradeDesign(asked({ text: 'components: { app: { part: servic } }\nroutes: { read: [app] }' }))).toThrow(
    /line 1.*no part "servic"/,
  )
})
