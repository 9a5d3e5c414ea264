import { expect, test } from 'vitest'
import { SHORTENER } from '../design/fixtures/shortener.ts'
import { VERSIONS } from '../design/grade.ts'
import { driven } from '../design/stages.ts'
import { performer } from '../design/trial.ts'
import type { Case, WrongDrawing } from '../domain/case.ts'
import { type DesignProving, proveDesign } from './prove-design.ts'

const levels = {
  intro: { scenarios: ['peak'], cost: 3 },
  standard: { scenarios: ['peak'], cost: 1.5 },
  senior: { scenarios: ['peak'], cost: 1.3 },
  staff: { scenarios: ['peak'], cost: 1.3 },
}
const text = (replicas: number) =>
  `components:\n  app: { part: service, replicas: 4, balance: two-choices }\n  links: { part: store, replicas: ${replicas}, balance: key }\nroutes:\n  read: [app, links]\n  write: [app, { at: links, write: true }]\n`
const few: WrongDrawing = {
  file: 'few-shards.yml',
  source: text(2),
  misses: ['redirects are quick'],
  shows: [{ scenario: 'peak', part: 'store', metric: 'hottest', least: 0.9 }],
  why: 'Two are enough for the mean.',
}

/** A peak without a cache, nine seconds of it. */
const TINY: Case = {
  ...SHORTENER,
  workload: { ...SHORTENER.workload, seconds: 9, warmUp: 3 },
  slos: SHORTENER.slos.filter(({ scenario }) => scenario === 'peak'),
  levels,
  starter: text(1),
  reference: text(5),
  wrong: [few],
}

function proved(changes: Partial<Case>): DesignProving {
  const item = { ...TINY, ...changes }
  return driven(proveDesign(item, { name: 'links', seed: 1, versions: VERSIONS }), performer(item))
}

const said = ({ problems }: DesignProving) => problems.map(({ where, what }) => `${where}: ${what.split('\n')[0]}`)

test('a case is proved: a cheaper drawing is found, what each gave is recorded, questions have their worth', () => {
  const { proof, problems } = proved({})
  expect(problems).toEqual([])
  expect(proof).toMatchObject({ hash: 'fixture', ...VERSIONS, worths: [expect.any(Number), null] })
  const [reference, wrong, starter] = proof?.drawings ?? []
  expect(reference).toMatchObject({ file: 'reference.yml', met: ['redirects are quick', 'redirects succeed'], missed: [] })
  expect(wrong).toMatchObject({ file: 'wrong/few-shards.yml', missed: ['redirects are quick'] })
  expect(starter?.missed).toContain('redirects are quick')
  expect(proof?.par.dollars).toBeLessThanOrEqual(reference?.dollars ?? 0)
  expect(proof?.par.drawing).toContain('part: store')
})

test('a reference that misses is told, and nothing else', () => {
  expect(said(proved({ reference: text(2) }))).toEqual(['links/reference.yml: Misses "redirects are quick". p99 must be at most 0.03.'])
})

test('a reference that costs more than a level allows is told, with the drawing that was found', () => {
  const { problems, proof } = proved({ reference: text(24) })
  expect(proof).toBeUndefined()
  expect(problems).toMatchObject([
    {
      where: 'links/reference.yml',
      what: expect.stringMatching(/times the cheapest that was found to pass.*1\.3 times are allowed.*part: store/s),
    },
  ])
})

test('a wrong design that works, and one that fails for another reason, are told', () => {
  expect(said(proved({ wrong: [{ ...few, source: text(6), shows: [] }] }))).toEqual([
    'links/wrong/few-shards.yml:1: Does not clearly miss "redirects are quick". p99 must be at most 0.03.',
  ])
  expect(
    said(proved({ wrong: [{ ...few, shows: [{ scenario: 'peak', part: 'service', metric: 'hottest', least: 0.9 }] }] })),
  ).toMatchObject([
    expect.stringMatching(/^links\/wrong\/few-shards\.yml:2: Does not show its reason: hottest in "peak" is 0\.\d+, not at least 0\.9\.$/),
  ])
})

test('a wrong design may be wrong by its cost', () => {
  expect(said(proved({ wrong: [{ ...few, source: text(24), misses: ['cost'], shows: [] }] }))).toEqual([])
  expect(said(proved({ wrong: [{ ...few, source: text(6), misses: ['cost'], shows: [] }] }))).toMatchObject([
    expect.stringMatching(/^links\/wrong\/few-shards\.yml:1: Does not miss its cost/),
  ])
})

test('a starter that passes is told', () => {
  expect(said(proved({ starter: text(6) }))).toEqual(['links/starter.yml: Already passes at *intro*.'])
})
