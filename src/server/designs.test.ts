import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTiny } from '../gym/fixtures/tiny.ts'
import type { Gym } from '../gym/gym.ts'
import { parseBundle, replay } from '../gym/replay.ts'
import { createSearch } from '../gym/search.ts'
import { setTarget } from '../gym/target.ts'
import { scratchFolder } from '../postgres/scratch.ts'
import { createApi } from './app.ts'
import type { Items } from './contract.ts'
import type { DesignAttemptPage, DesignLine, DesignPage, DesignRuns, GradedDesign, SubmitDesign } from './design-contract.ts'
import { createProse } from './prose.ts'

const clock = { now: Date.parse('2026-03-02T12:00:00Z') }
let gym: Gym
let close: () => Promise<void>
let call: (method: string, path: string, body?: unknown) => Promise<Response>

beforeAll(async () => {
  ;({ gym, close } = await openTiny(clock, scratchFolder()))
  const prose = createProse(gym.library.root)
  const api = createApi({ gym, search: createSearch(gym.library), prose, problems: [], version: '0', jobs: new Map() })
  call = async (method, path, body) => {
    const sent = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    return api.request(`http://127.0.0.1/api${path}`, { method, ...sent })
  }
})
afterAll(() => close())

const page = async () => (await (await call('GET', '/items/one-desk')).json()) as DesignPage
const drawing = (replicas: number) => `components:\n  desk: { part: desk, replicas: ${replicas} }\nroutes:\n  visit: [desk]\n`
const submission: SubmitDesign = { level: 'standard', text: drawing(1), predictions: [null, 3e6], firstToBreak: 'desk' }

async function submit(change: Partial<SubmitDesign>): Promise<{ readonly types: readonly string[]; readonly graded: GradedDesign }> {
  const response = await call('POST', '/items/one-desk/design', { ...submission, ...change })
  const lines = (await response.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as DesignLine)
  const last = lines.at(-1)
  if (last?.type !== 'done') throw new Error(`no verdict: ${JSON.stringify(last)}`)
  return { types: [...new Set(lines.map(({ type }) => type))], graded: last.graded }
}

test('before the first run a page tells no answer that is not asked for, and no reference', async () => {
  const response = await call('GET', '/items/one-desk')
  const text = await response.text()
  expect(JSON.parse(text)).toMatchObject({
    kind: 'design',
    level: 'standard',
    case: { title: 'One desk', starter: expect.stringContaining('part: desk'), slos: [{ name: 'people are served soon' }, {}] },
    asks: [{ ask: 'How many come?', asked: false }, { asked: false }],
    estimates: [{ unit: '%' }, { ask: 'Visits a day', unit: '' }],
    attempts: [],
    after: { right: [] },
  })
  for (const hidden of [
    'Forty',
    'second clerk',
    'replicas: 3',
    'replicas: 2',
    'always enough',
    'third',
    '3456000',
    'room-for-bursts',
    'fixtures',
  ]) {
    expect(text).not.toContain(hidden)
  }
  const { items } = (await (await call('GET', '/items')).json()) as Items
  expect(items.map(({ slug, kind }) => [slug, kind])).toEqual([
    ['photos-of-a-year', 'estimate'],
    ['one-desk', 'design'],
  ])
})

test('its brief alone asks which pattern fits, and tells no more than the brief', async () => {
  const response = await call('GET', '/items/one-desk~recognise')
  const text = await response.text()
  expect(JSON.parse(text)).toMatchObject({
    kind: 'recognise',
    statementHtml: expect.stringContaining('Nobody wants to wait'),
    choices: [{}, {}],
  })
  expect(text).not.toContain('second clerk')
  expect((await call('GET', '/items/photos-of-a-year~recognise')).status).toBe(404)
})

test('what nobody asked is in no payload but the one that tells everything', async () => {
  for (const path of ['/items/one-desk', '/items', '/topics', '/topics/shops', '/search?q=forty', '/items/one-desk~recognise']) {
    const response = await call('GET', path)
    expect(response.status, path).toBe(200)
    expect(await response.text(), path).not.toContain('Forty')
  }
  expect(await (await call('GET', '/items/one-desk/told')).json()).toEqual({
    answersHtml: ['<p><strong>Forty</strong> a second.</p>', '<p>No.</p>'],
  })
  expect((await call('GET', '/items/photos-of-a-year/told')).status).toBe(400)
})

test('what was asked is remembered, once', async () => {
  for (const _ of ['once', 'twice']) {
    expect(await (await call('POST', '/items/one-desk/ask', { ask: 1 })).json()).toEqual({ asked: [1], answerHtml: '<p>No.</p>' })
  }
  const { asks } = await page()
  expect(asks.map(({ asked, answerHtml }) => [asked, answerHtml])).toEqual([
    [false, undefined],
    [true, '<p>No.</p>'],
  ])
  expect((await gym.store.history('local', 'one-desk')).filter(({ type }) => type === 'ask')).toHaveLength(1)
})

test('a drawing is graded in a stream, and the attempt is durable before its verdict is shown', async () => {
  const { types, graded } = await submit({})
  expect(types).toEqual(['queued', 'started', 'progress', 'check', 'done'])
  expect(graded).toMatchObject({
    verdict: 'failed',
    report: {
      passed: false,
      objectives: [{ name: 'people are served soon', outcome: 'missed' }, {}],
      runs: { day: { classes: { visit: {} } } },
    },
    followUps: [{ ask: 'Why do they wait?', listenHtml: expect.stringContaining('nearly always busy') }],
    after: { discussionHtml: expect.stringContaining('second clerk'), patterns: [{ id: 'shops/room-for-bursts' }] },
  })
  expect(graded.after.reference).toBeUndefined()
  const logged = await gym.store.attempt('local', graded.attempt as string)
  expect(logged).toMatchObject({
    form: 'design',
    runtime: 'simulation',
    source: drawing(1),
    verdict: 'failed',
    design: {
      level: 'standard',
      asked: [1],
      firstToBreak: 'desk',
      predictions: expect.arrayContaining([expect.objectContaining({ said: 3e6 })]),
    },
  })
  expect(Object.keys(logged?.report ?? {})).not.toContain('runs')
})

test('a run that is cancelled leaves no attempt', async () => {
  const before = (await page()).attempts.length
  const response = await call('POST', '/items/one-desk/design', submission)
  const lines: DesignLine[] = []
  for await (const chunk of response.body ?? []) {
    for (const line of new TextDecoder().decode(chunk).split('\n').filter(Boolean)) lines.push(JSON.parse(line) as DesignLine)
    const [first] = lines
    if (first?.type === 'queued' && lines.length === 1) await call('POST', `/jobs/${first.job}/cancel`, {})
  }
  expect(lines.at(-1)).toMatchObject({ type: 'done', graded: { verdict: 'not-run' } })
  expect((await page()).attempts).toHaveLength(before)
})

test('a pass at intro keeps the reference closed: it would give the other levels away', async () => {
  const { graded } = await submit({ text: drawing(2), level: 'intro' })
  expect(graded).toMatchObject({ verdict: 'passed', after: { discussionHtml: expect.any(String), right: [] } })
  expect(graded.after.reference).toBeUndefined()
  const { items } = (await (await call('GET', '/items')).json()) as Items
  expect(items.find(({ slug }) => slug === 'one-desk')).toMatchObject({ progress: 'tried', passedAt: 'intro' })
  expect((await page()).asks[0]?.answerHtml).toContain('Forty')
})

test('a pass opens the reference, and an attempt shows again with the very runs of its report', async () => {
  const { graded } = await submit({ text: drawing(2), level: 'senior' })
  expect(graded).toMatchObject({
    verdict: 'passed',
    message: '',
    followUps: [{ ask: 'And twice as many?' }],
    after: { reference: expect.stringContaining('replicas: 3'), right: [{ file: 'two-clerks.yml' }] },
  })
  const shown = (await (await call('GET', `/attempts/${graded.attempt}/design`)).json()) as DesignAttemptPage
  const { runs, ...kept } = graded.report ?? { runs: {} }
  expect(shown).toMatchObject({ item: { slug: 'one-desk' }, text: drawing(2), verdict: 'passed', report: kept, outdated: false })
  expect(shown.followUps).toEqual(graded.followUps)
  const again = (await (await call('GET', `/attempts/${graded.attempt}/runs`)).json()) as DesignRuns
  expect(again.runs).toEqual(runs)
  expect(await page()).toMatchObject({
    level: 'senior',
    progress: 'solved',
    passedAt: 'senior',
    attempts: [{ design: { level: 'senior' } }, { design: { level: 'intro' } }, { verdict: 'failed' }],
  })
})

test('a verdict that looks wrong is saved with all that grades the drawing again, and comes out the same', async () => {
  const [latest] = (await page()).attempts
  const answer = await (await call('POST', `/attempts/${latest?.id}/report`, { comment: 'Really?' })).json()
  const bundle = parseBundle(readFileSync((answer as { file: string }).file, 'utf8'), 'file')
  expect(bundle).toMatchObject({ item: { slug: 'one-desk' }, verdict: { verdict: 'passed' }, job: { runtime: 'simulation' } })
  const { result, same } = await replay(gym.runner, bundle, new AbortController().signal)
  expect(same).toBe(true)
  expect(result.report?.predictions).toEqual(latest?.design.predictions)
})

test('the target says at which level a case is opened first, and whoever asks for the reference sees it', async () => {
  const tiny = await openTiny(clock, scratchFolder())
  const minutes = [60, 60, 60, 60, 60, 60, 60]
  const target = {
    company: 'big-tech',
    domain: 'general',
    level: 'staff',
    date: '2026-05-01',
    minutes,
    daysOff: [],
    rounds: undefined,
  } as const
  await setTarget(tiny.gym, 'local', target)
  const api = createApi({ gym: tiny.gym, search: () => [], prose: createProse(''), problems: [], version: '0', jobs: new Map() })
  const opened = async () => (await (await api.request('http://127.0.0.1/api/items/one-desk')).json()) as DesignPage
  expect(await opened()).toMatchObject({ level: 'staff', after: { right: [] } })
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  const reference = await (await api.request('http://127.0.0.1/api/items/one-desk/reference', post)).json()
  expect(reference).toMatchObject({ source: expect.stringContaining('replicas: 3'), whyHtml: expect.stringContaining('second clerk') })
  expect((await opened()).after).toMatchObject({ reference: expect.stringContaining('replicas: 3'), right: [{ file: 'two-clerks.yml' }] })
  expect((await tiny.gym.store.history('local', 'one-desk')).map(({ type }) => type)).toEqual(['reference'])
  await tiny.close()
})

test('what cannot be judged is refused with its line, and leaves no attempt', async () => {
  const before = (await page()).attempts.length
  const refuse = async (change: object) => {
    const response = await call('POST', '/items/one-desk/design', { ...submission, ...change })
    return [response.status, ((await response.json()) as { error: { message: string } }).error.message] as const
  }
  expect(await refuse({ text: 'components: [' })).toEqual([400, expect.stringMatching(/^Line \d/)])
  expect(await refuse({ text: 'components:\n  desk: { part: chair }\nroutes: { visit: [desk] }\n' })).toEqual([
    400,
    expect.stringContaining('Line 2'),
  ])
  expect(await refuse({ text: drawing(99) })).toEqual([400, expect.stringContaining('Line 2')])
  expect(await refuse({ text: '' })).toEqual([400, expect.stringMatching(/^Line/)])
  expect(await refuse({ text: `# ${'x'.repeat(200_000)}` })).toEqual([400, expect.stringContaining('characters long')])
  expect(await refuse({ predictions: [1] })).toEqual([400, '1 predictions for 2 that are asked.'])
  expect(await refuse({ level: 'god' })).toEqual([400, expect.stringContaining('expected one of')])
  expect(await refuse({ predictions: ['1', null] })).toEqual([400, expect.any(String)])
  expect((await call('POST', '/items/photos-of-a-year/design', submission)).status).toBe(400)
  expect((await call('POST', '/items/nowhere/design', submission)).status).toBe(400)
  expect((await call('POST', '/items/one-desk/ask', { ask: 2 })).status).toBe(400)
  expect((await call('POST', '/items/one-desk/ask', { ask: -1 })).status).toBe(400)
  expect((await call('POST', '/items/one-desk/ask', { ask: 0.5 })).status).toBe(400)
  expect((await call('GET', '/attempts/nothing/design')).status).toBe(400)
  expect((await call('GET', '/attempts/nothing/runs')).status).toBe(400)
  expect((await page()).attempts).toHaveLength(before)
})

test('a component that nobody drew may be named; it is only wrong', async () => {
  const { graded } = await submit({ firstToBreak: 'constructor', text: drawing(2) })
  expect(graded.report?.predictions.at(-1)).toMatchObject({ said: 'constructor', score: 0 })
})

test('designs travel in an export, and come to the same in another home', async () => {
  const lines: string[] = []
  for await (const line of gym.store.exportLines('local')) lines.push(line)
  const other = await openTiny(clock, scratchFolder())
  const stream = async function* () {
    yield* lines
  }
  await other.gym.store.importLines('local', stream())
  expect(await other.gym.store.history('local', 'one-desk')).toEqual(await gym.store.history('local', 'one-desk'))
  expect((await other.gym.mind('local')).memory).toEqual((await gym.mind('local')).memory)
  expect(await other.gym.store.importLines('local', stream())).toMatchObject({ added: 0 })
  await other.close()
})
