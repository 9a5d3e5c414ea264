import { afterAll, beforeAll, expect, test } from 'vitest'
import { evidenceOf } from '../gym/evidence.ts'
import { openTiny } from '../gym/fixtures/tiny.ts'
import type { Gym } from '../gym/gym.ts'
import { scratchFolder } from '../postgres/scratch.ts'
import { createApi } from './app.ts'
import type { Estimated, EstimatePage } from './estimation-contract.ts'
import { createProse } from './prose.ts'

const clock = { now: Date.parse('2026-03-02T12:00:00Z') }
let gym: Gym
let close: () => Promise<void>
let call: (method: string, path: string, body?: unknown) => Promise<Response>

beforeAll(async () => {
  ;({ gym, close } = await openTiny(clock, scratchFolder()))
  const api = createApi({ gym, search: () => [], prose: createProse(gym.library.root), problems: [], version: '0', jobs: new Map() })
  call = async (method, path, body) => {
    const sent = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    return api.request(`http://127.0.0.1/api${path}`, { method, ...sent })
  }
})
afterAll(() => close())

const page = async () => (await (await call('GET', '/items/photos-of-a-year')).json()) as EstimatePage
const answer = async (meeting: number, typed: readonly string[]) =>
  (await (await call('POST', '/items/photos-of-a-year/estimate', { meeting, typed, activeMs: 60_000 })).json()) as Estimated

test('numbers are drawn, said readably, and stay until they are answered', async () => {
  const first = await page()
  expect(first).toMatchObject({ kind: 'estimate', meeting: 0, draws: 4, record: [], asks: [{ unit: 'B' }, { unit: '/s' }] })
  expect(first.statementHtml).toMatch(/<p>(20|50) million people upload a photo of (300 kB|2 MB) each day/)
  expect(first.patterns).toBeUndefined()
  expect(JSON.stringify(first)).not.toContain('365')
  expect(await page()).toEqual(first)
})

test('what was typed is held against the truth of that draw, and the next meeting has other numbers', async () => {
  const first = await page()
  const users = first.statementHtml.includes('20 million') ? 20e6 : 50e6
  const size = first.statementHtml.includes('300 kB') ? 300e3 : 2e6
  const came = await answer(0, [`${(users * 365 * size) / 1e15} PB`, `${Math.round(users / 86_400) * 4}`])
  expect(came).toMatchObject({
    answers: [{ score: 1 }, { score: expect.closeTo(0.5, 1) }],
    score: expect.closeTo(0.75, 2),
    passedFrom: 0.75,
    workingHtml: expect.stringContaining(size === 2e6 ? 'times 2 MB are' : 'times 300 kB are'),
    followUpsHtml: [expect.stringContaining(size === 2e6 ? '2 MB' : '300 kB')],
    patterns: [{ id: 'shops/rough-numbers' }],
  })
  expect(came.answers[0]?.truth).toBe(users * 365 * size)
  const next = await page()
  expect(next).toMatchObject({ meeting: 1, record: [{ score: came.score }], patterns: [{ id: 'shops/rough-numbers' }] })
  expect(next.statementHtml).not.toBe(first.statementHtml)
})

test('a passed drill is solved, is evidence of its pattern, and counts as done today', async () => {
  const { truth } = (await answer(1, ['1 EB', ''])).answers[0] ?? { truth: 0 }
  clock.now += 86_400_000
  const again = await answer(1, [String(truth), '400/s'])
  expect(again).toMatchObject({ answers: [{ score: 1 }, {}] })
  const { recollection, memory } = await gym.mind('local')
  const graded = recollection.evidence.filter(({ form }) => form === 'estimate')
  expect(graded.map(({ pattern, facet, context }) => [pattern, facet, context])).toEqual(
    [1, 2].map(() => ['shops/rough-numbers', 'execute', 'photos-of-a-year']),
  )
  expect(graded[1]?.outcome).toEqual({ kind: 'rubric', score: again.score, activeMs: 60_000, parMs: 300_000 })
  expect(memory.patterns.get('shops/rough-numbers')?.execute?.reviews).toBe(2)
  expect((await gym.store.progress('local')).get('photos-of-a-year')).toBe(again.passed ? 'solved' : 'tried')
  expect(evidenceOf(recollection.facts, gym.library)).toEqual(recollection.evidence)
  expect(recollection.facts.filter(({ type }) => type === 'forecast').length).toBeGreaterThan(0)
})

test('what is no number, and numbers that nobody asked for, are refused and leave nothing', async () => {
  const before = (await page()).meeting
  const refuse = async (body: object, item = 'photos-of-a-year') => {
    const response = await call('POST', `/items/${item}/estimate`, { meeting: 0, typed: ['', ''], ...body })
    return [response.status, ((await response.json()) as { error: { message: string } }).error.message]
  }
  expect(await refuse({})).toEqual([400, 'Nothing was estimated.'])
  expect(await refuse({ typed: ['5 apples', ''] })).toEqual([400, '"apples" is not understood: asked is a number of B.'])
  expect(await refuse({ typed: ['5 m', ''] })).toEqual([400, '"m" may be milli or million: write M, million or ms.'])
  expect(await refuse({ typed: ['1'.repeat(300), ''] })).toEqual([400, 'That is too long for a number.'])
  expect(await refuse({ typed: ['1'] })).toEqual([400, '1 numbers for 2 that are asked.'])
  expect(await refuse({ typed: [1, 2] })).toEqual([400, expect.any(String)])
  expect(await refuse({ meeting: -1, typed: ['1', '1'] })).toEqual([400, expect.any(String)])
  expect(await refuse({ meeting: 1e12, typed: ['1', '1'] })).toEqual([400, expect.any(String)])
  expect(await refuse({ typed: ['1', '1'] }, 'one-desk')).toEqual([400, '"one-desk" asks for no estimates.'])
  expect(await refuse({ typed: ['1', '1'] }, 'nowhere')).toEqual([400, expect.stringContaining('no item')])
  expect((await page()).meeting).toBe(before)
})
