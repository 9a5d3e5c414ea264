import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import type { Target } from '../domain/target.ts'
import { scratchFolder } from '../postgres/scratch.ts'
import { diagnosticOf, rateTopics, turnDiagnostic } from './diagnostic.ts'
import { getItem, getPredict, getRecognise } from './find.ts'
import { foretoldOf } from './foretelling.ts'
import type { Gym } from './gym.ts'
import { closeGym, openGym } from './open.ts'
import { planOf } from './plan.ts'
import { recordPrediction } from './prediction.ts'
import { standingOf } from './readiness.ts'
import { drillRecord, recordRecognition } from './recognition.ts'
import { findTarget, parseTarget, setTarget } from './target.ts'
import { beginToday, nextItem, todayOf } from './today.ts'

const project = join(import.meta.dirname, '..', '..')
const DAY = 86_400_000
const NOON = Date.parse('2026-03-02T12:00:00Z')

/** The whole content, a store of its own and a clock that the test turns. The engines are never asked: nothing here runs code. */
async function openAt(clock: { now: number; zone: string }): Promise<{ readonly gym: Gym; readonly learner: string }> {
  const home = mkdtempSync(join(scratchFolder(), 'onsite-study-'))
  const surroundings = {
    project,
    home,
    databaseUrl: undefined,
    version: '0',
    now: () => clock.now,
    zone: () => clock.zone,
    random: () => 0.5,
  }
  const { gym } = await openGym(surroundings)
  onTestFinished(async () => {
    await closeGym(gym)
    rmSync(home, { recursive: true, force: true })
  })
  return { gym, learner: 'local' }
}

const target: Target = {
  company: 'big-tech',
  domain: 'general',
  level: 'standard',
  date: '2026-04-01',
  minutes: [60, 60, 60, 60, 60, 0, 60],
  daysOff: ['2026-03-05'],
  rounds: undefined,
}

/** Answers a derived item rightly or wrongly, as a learner who knows or does not. */
async function answer({ gym, learner }: { readonly gym: Gym; readonly learner: string }, id: string, right: boolean): Promise<void> {
  const item = getItem(gym, id)
  if (item.kind === 'recognise') {
    const { choices, patterns } = getRecognise(gym, id, 1)
    const chosen = right ? patterns[0] : choices.find(({ pattern }) => !patterns.includes(pattern))?.pattern
    await recordRecognition(gym, { learner, item: id, seed: 1, chosen: chosen ?? null, reason: '', activeMs: 20_000 })
  } else {
    const { options, expected } = getPredict(gym, id, 1)
    const place = options.findIndex((option) => (JSON.stringify(option) === JSON.stringify(expected)) === right)
    const typed = expected.kind === 'value' && right ? expected.text : 'nothing of the kind'
    await recordPrediction(gym, { learner, item: id, seed: 1, answer: options.length > 0 ? place : typed, activeMs: 30_000 })
  }
}

test('a learner sets a target, is diagnosed, begins the day, leaves in the middle, and finds the list as it was', async () => {
  const clock = { now: NOON, zone: 'UTC' }
  const opened = await openAt(clock)
  const { gym, learner } = opened
  expect(planOf(gym, await gym.mind(learner)).plan).toBeUndefined()
  await setTarget(gym, learner, target)

  await rateTopics(gym, learner, { tensors: 3, pandas: 1 })
  await turnDiagnostic(gym, learner, 'begun', false)
  const asked: string[] = []
  for (let next = await nextItem(gym, learner); next !== undefined && asked.length < 30; next = await nextItem(gym, learner)) {
    asked.push(next)
    await answer(opened, next, asked.length % 2 === 0)
    clock.now += 60_000
  }
  const diagnosed = diagnosticOf(gym, await gym.mind(learner))
  expect(diagnosed).toMatchObject({ state: 'ended', answered: asked.length })
  expect(asked.length).toBeGreaterThanOrEqual(8)
  expect(asked.length).toBeLessThanOrEqual(12)
  expect(new Set(asked.map((id) => id.split('~')[0])).size).toBe(asked.length)

  clock.now += DAY
  await beginToday(gym, learner, 45, false)
  await beginToday(gym, learner, 45, false)
  const begun = todayOf(gym, await gym.mind(learner))
  expect(begun.begun).toBe(true)
  expect(begun.entries.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(45)
  const first = begun.entries.find(({ item }) => item.includes('~'))?.item as string
  await answer(opened, first, true)
  const later = todayOf(gym, await gym.mind(learner))
  expect(later.entries).toEqual(begun.entries)
  await beginToday(gym, learner, 20, true)
  expect(todayOf(gym, await gym.mind(learner)).entries.length).toBeGreaterThan(begun.entries.length)
  expect([...later.done]).toContain(first)
  expect(await nextItem(gym, learner)).toBe(begun.entries.find(({ item }) => item !== first)?.item)

  // The next day has a list of its own: what was left is planned again, not carried over.
  clock.now += DAY
  expect(todayOf(gym, await gym.mind(learner)).begun).toBe(false)
}, 60_000)

test('what is forecast is logged before the answer, once, and held against it', async () => {
  const clock = { now: NOON, zone: 'UTC' }
  const opened = await openAt(clock)
  const { gym, learner } = opened
  const drills = gym.curriculum().flatMap(({ items }) => items.filter(({ activity }) => activity === 'drill').map(({ id }) => id))
  for (const [place, id] of drills.slice(0, 8).entries()) {
    await answer(opened, id, place % 2 === 0)
    await answer(opened, id, true)
    clock.now += 60_000
  }
  const { recollection } = await gym.mind(learner)
  const said = foretoldOf(recollection)
  const met = new Set(drills.slice(0, 8).map((id) => getItem(gym, id).patterns[0]))
  expect(said).toHaveLength(met.size)
  expect(said.every(({ probability }) => probability > 0 && probability < 1)).toBe(true)
  const order = recollection.facts.map(({ type }) => type)
  expect(order.indexOf('forecast')).toBeLessThan(order.indexOf('recognition'))
  expect(drillRecord(recollection)).toMatchObject({ of: 16 })
  const standing = standingOf(gym, await gym.mind(learner))
  expect(standing.calibrated.outcomes).toBe(said.length)
  expect(standing.targetDay).toBeUndefined()
}, 60_000)

test('two hundred missed days leave no debt: the list still fits the minutes', async () => {
  const clock = { now: NOON, zone: 'UTC' }
  const opened = await openAt(clock)
  const { gym, learner } = opened
  await setTarget(gym, learner, { ...target, date: '2026-12-01' })
  for (const id of gym
    .curriculum()
    .flatMap(({ items }) => items.filter(({ activity }) => activity === 'drill').slice(0, 1))
    .slice(0, 20)) {
    await answer(opened, id.id, true)
  }
  clock.now += 200 * DAY
  const { entries, planned } = todayOf(gym, await gym.mind(learner), 30)
  expect(planned.problem).toBeUndefined()
  expect(entries.length).toBeGreaterThan(0)
  expect(entries.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(30)
}, 60_000)

test('a date that is over is said with its remedy, and the rest works on', async () => {
  const clock = { now: NOON, zone: 'UTC' }
  const { gym, learner } = await openAt(clock)
  await setTarget(gym, learner, target)
  clock.now += 60 * DAY
  const today = todayOf(gym, await gym.mind(learner))
  expect(today.planned.problem?.message).toContain('The interview was on 2026-04-01')
  expect(today.entries).toEqual([])
  expect(standingOf(gym, await gym.mind(learner)).now.mean).toBeGreaterThan(0)
  await expect(beginToday(gym, learner, 30, false)).rejects.toThrow('The interview was on')
  await setTarget(gym, learner, undefined)
  expect(findTarget((await gym.mind(learner)).recollection)).toBeUndefined()
}, 60_000)

test('a clock set back and another zone change no past day, and nothing breaks', async () => {
  const clock = { now: NOON + 10 * DAY, zone: 'Pacific/Auckland' }
  const opened = await openAt(clock)
  const { gym, learner } = opened
  await setTarget(gym, learner, { ...target, date: '2026-05-01' })
  const [one = '', two = ''] = gym
    .curriculum()
    .flatMap(({ items }) => items.filter(({ activity }) => activity === 'drill').map(({ id }) => id))
  await answer(opened, one, true)
  clock.now = NOON
  clock.zone = 'America/Los_Angeles'
  await answer(opened, two, false)
  const { memory, recollection } = await gym.mind(learner)
  expect(recollection.evidence.map(({ item }) => item)).toEqual([two, one])
  expect(memory.patterns.size).toBeGreaterThan(0)
  expect(planOf(gym, await gym.mind(learner)).plan?.days.length).toBeGreaterThan(30)
}, 60_000)

test.each([
  [{}, 'company'],
  [{ ...target, date: 'soon' }, 'date'],
  [{ ...target, minutes: [1, 2] }, 'minutes'],
  [{ ...target, minutes: Array(7).fill(-1) }, 'minutes.0'],
  [{ ...target, rounds: [{ kind: 'tea', minutes: 30 }] }, 'rounds.0.kind'],
  [{ ...target, rounds: [{ kind: 'behavioural', minutes: 30 }] }, 'rounds'],
  ['nonsense', 'target'],
])('the target %j is refused at %s', async (value, where) => {
  const { gym, learner } = await shared
  const setting = (async () => setTarget(gym, learner, parseTarget(value)))()
  await expect(setting).rejects.toMatchObject({ name: 'UserError', where })
})

const sharedHome = mkdtempSync(join(scratchFolder(), 'onsite-study-'))
const shared = openGym({
  project,
  home: sharedHome,
  databaseUrl: undefined,
  version: '0',
  now: () => NOON,
  zone: () => 'UTC',
  random: () => 0.5,
}).then(({ gym }) => ({ gym, learner: 'local' }))
afterAll(async () => {
  await closeGym((await shared).gym)
  rmSync(sharedHome, { recursive: true, force: true })
})
