import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { scratchFolder } from '../postgres/scratch.ts'
import { aboutTheLearner, answer, attempt, design, estimate, hint } from './fixtures/events.ts'
import { ask, emptyDatabase, freshStore, linesOf, ownHome, project, streamOf } from './fixtures/homes.ts'
import { openStore } from './open.ts'

const me = LOCAL_LEARNER

/** One store for the tests that need no home of their own: each uses items of its own. */
const home = mkdtempSync(join(scratchFolder(), 'onsite-home-'))
const store = await openStore({ project, home, databaseUrl: undefined, now: () => Date.now() })
afterAll(async () => {
  await store.close()
  rmSync(home, { recursive: true, force: true })
})

test('an event comes back as it was, with an id that sorts by time', async () => {
  const first = await store.append(attempt('roundtrip', { at: '2026-01-01T00:00:00.000Z' }))
  const second = await store.append(attempt('roundtrip', { at: '2026-01-02T00:00:00Z' }))
  expect(first.id < second.id).toBe(true)
  expect(await store.attempt(me, first.id)).toEqual(first)
  expect(await store.attempts(me, 'roundtrip')).toEqual([second, first])
  expect(await store.history(me, 'roundtrip')).toEqual([first, second])
  expect(await store.attempt(me, 'no-such-id')).toBeUndefined()
  expect(await store.attempt('somebody-else', first.id)).toBeUndefined()
})

test('any text survives: NUL, lone surrogates, what looks like JSON or a number', async () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\0', 'a\0b', '\ud800', '\udc00x', '123', '"q"', '{"a":1}', 'null', '\\u0000', ''),
  )
  let revision = 0
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const { id } = await store.append(attempt('texts', { source: text, stdout: text, message: text }))
      expect(await store.attempt(me, id)).toMatchObject({ source: text, stdout: text, message: text })
      expect((await store.saveDraft(me, 'texts', text, revision++)).saved).toBe(true)
      expect((await store.draft(me, 'texts'))?.source).toBe(text)
    }),
    { numRuns: 60 },
  )
})

test('a huge draft is kept whole', async () => {
  const source = 'x = "ü😀"\n'.repeat(1_000_000)
  expect(await store.saveDraft(me, 'huge', source, 0)).toMatchObject({ saved: true })
  expect((await store.draft(me, 'huge'))?.source === source).toBe(true)
})

test('of two tabs that save over the same revision one is told of the conflict and nothing is lost', async () => {
  const first = await store.saveDraft(me, 'tabs', 'start', 0)
  expect(first).toMatchObject({ saved: true, draft: { revision: 1 } })
  const both = await Promise.all([store.saveDraft(me, 'tabs', 'left', 1), store.saveDraft(me, 'tabs', 'right', 1)])
  expect(both.map(({ saved }) => saved).sort()).toEqual([false, true])
  const winner = both.find(({ saved }) => saved)?.draft
  expect(winner).toMatchObject({ revision: 2 })
  expect(both.find(({ saved }) => !saved)?.draft).toEqual(winner)
  expect(await store.draft(me, 'tabs')).toEqual(winner)
})

test('a save whose answer was lost may be sent again', async () => {
  await store.saveDraft(me, 'again', 'text', 0)
  expect(await store.saveDraft(me, 'again', 'text', 0)).toMatchObject({ saved: true, draft: { revision: 1 } })
  expect(await store.saveDraft(me, 'again', 'other', 0)).toMatchObject({ saved: false, draft: { revision: 1, source: 'text' } })
})

test('a tab that is older than the home saves too: there is nothing to lose', async () => {
  expect(await store.saveDraft(me, 'older-tab', 'text', 7)).toMatchObject({ saved: true, draft: { revision: 8 } })
})

test('solved needs a submission or a drill that passed or an answer scored in full; anything else is a try', async () => {
  await store.append(attempt('only-ran', { mode: 'run', verdict: 'passed' }))
  await store.append(attempt('failed', { mode: 'submit', verdict: 'failed' }))
  await store.append(attempt('solved-once', { mode: 'submit', verdict: 'passed' }))
  await store.append(attempt('solved-once', { mode: 'submit', verdict: 'failed' }))
  await store.append(answer('scored-in-full', [2, 1.5], 3.5))
  await store.append(answer('scored-in-part', [2, 1], 3.5))
  await store.append(answer('not-assessed', [2, null], 2))
  await store.append(hint('only-a-hint'))
  await store.append(estimate('near-enough', 0.75))
  await store.append(estimate('too-far-off', 0.74))
  const progress = await store.progress(me)
  const of = (...items: string[]) => items.map((item) => progress.get(item))
  expect(of('only-ran', 'failed', 'scored-in-part', 'not-assessed')).toEqual(['tried', 'tried', 'tried', 'tried'])
  expect(of('solved-once', 'scored-in-full', 'only-a-hint', 'never-seen')).toEqual(['solved', 'solved', undefined, undefined])
  expect(of('near-enough', 'too-far-off')).toEqual(['solved', 'tried'])
  expect(await store.answers(me, 'scored-in-part')).toMatchObject([{ scores: [2, 1] }])
})

test('the item worked on last is found, whether attempted, answered or drafted', async () => {
  await store.append(attempt('latest-attempt', { at: '2100-01-01T00:00:00.000Z' }))
  await store.append({ ...hint('latest-hint'), at: '2100-02-01T00:00:00.000Z' })
  expect(await store.latestItem(me)).toBe('latest-attempt')
  expect(await store.latestItem('nobody')).toBeUndefined()
})

test('the database itself refuses to change or forget an event', async () => {
  const { id } = await store.append(hint('append-only'))
  for (const sql of [`UPDATE events SET item = 'x' WHERE id = '${id}'`, `DELETE FROM events WHERE id = '${id}'`, 'TRUNCATE events']) {
    await expect(ask(home, sql)).rejects.toThrow('append-only')
  }
  expect(await store.history(me, 'append-only')).toHaveLength(1)
})

test('an event of nobody is refused', async () => {
  await expect(store.append({ ...hint('of-nobody'), learner: 'nobody' })).rejects.toThrow()
})

test('what was exported gives the same lists in another home, and importing it twice changes nothing', async () => {
  const other = await freshStore(home)
  const lines = await linesOf(store.exportLines(me))
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'onsite-export-1', events: expect.any(Number) })
  const total = lines.length - 1
  expect(await other.importLines(me, streamOf(lines))).toEqual({ added: total, known: 0 })
  expect(await other.importLines(me, streamOf(lines))).toEqual({ added: 0, known: total })
  expect(await other.progress(me)).toEqual(await store.progress(me))
  for (const item of ['roundtrip', 'texts', 'huge', 'tabs']) {
    expect(await other.history(me, item)).toEqual(await store.history(me, item))
    expect(await other.draft(me, item)).toEqual(await store.draft(me, item))
  }
  expect((await linesOf(other.exportLines(me))).slice(1)).toEqual(lines.slice(1))
})

test('what is about the learner alone is kept, and travels in an export', async () => {
  const other = await freshStore(home)
  const events = await Promise.all(aboutTheLearner().map((event) => other.append(event)))
  const lines = await linesOf(other.exportLines(me))
  const third = await freshStore(home)
  expect(await third.importLines(me, streamOf(lines))).toEqual({ added: events.length, known: 0 })
  const { facts } = await third.facts(me, 0)
  expect(facts.map(({ id }) => id).sort()).toEqual(events.map(({ id }) => id).sort())
  expect(await third.progress(me)).toEqual(new Map())
  expect(await third.latestItem(me)).toBeUndefined()
})

test('facts come without their bulk, once each, those of an older clock too', async () => {
  const other = await freshStore(home)
  const first = await other.append(attempt('facts', { at: '2026-05-01T00:00:00.000Z', source: 'a\0b\ud800\\u0000' }))
  const before = await other.facts(me, 0)
  const { source: _source, stdout: _stdout, checks: _checks, judge: _judge, ...slim } = first
  expect(before.facts).toEqual([slim])
  const second = await other.append(hint('facts'))
  const after = await other.facts(me, before.came)
  expect(after.facts).toEqual([second])
  expect(await other.facts(me, after.came)).toEqual({ facts: [], came: after.came })
  expect((await other.facts('nobody', 0)).facts).toEqual([])
})

test('a design keeps its report, an estimate its numbers and a question that was asked its place; facts are without report and numbers', async () => {
  const other = await freshStore(home)
  const { type: _type, hint: _hint, ...base } = hint('one-desk')
  await other.append(design('one-desk'))
  await other.append(estimate('photos', 0.5))
  await other.append({ ...base, type: 'ask', ask: 3 })
  const third = await freshStore(home)
  await third.importLines(me, streamOf(await linesOf(other.exportLines(me))))
  const [graded, asked] = await third.history(me, 'one-desk')
  expect(graded).toMatchObject({ design: { level: 'senior' }, report: { objectives: [{ loads: [{ interval: { low: 0.5 } }] }] } })
  expect(asked).toMatchObject({ type: 'ask', ask: 3 })
  expect(await third.history(me, 'photos')).toMatchObject([{ drawn: { users: 5 }, answers: [{ truth: 5 }] }])
  const { facts } = await third.facts(me, 0)
  expect(facts.flatMap((fact) => Object.keys(fact)).filter((key) => ['report', 'drawn', 'answers'].includes(key))).toEqual([])
  expect(facts.find(({ type }) => type === 'attempt')).toMatchObject({ design: { level: 'senior', asked: [0, 2] } })
})

test('a file with a wrong line is refused with its number, and nothing of it is kept', async () => {
  const other = await freshStore(home)
  await other.append(attempt('kept', {}))
  await other.saveDraft(me, 'kept', 'text', 0)
  const [header = '', draft = '', event = ''] = await linesOf(other.exportLines(me))
  const fresh = JSON.stringify({ event: { ...JSON.parse(event).event, id: '01a20455-84ad-78b3-82f4-5a7705165bb6' } })
  const counted = header.replace('"events":1', '"events":2')
  const wrong: readonly (readonly [readonly string[], string, string])[] = [
    [[], 'line 1', 'The file is empty.'],
    [['hello'], 'line 1', 'This line is not JSON'],
    [['{"a":1}'], 'line 1', 'This is not an export of Onsite'],
    [[fresh], 'line 1', 'This is not an export of Onsite'],
    [[header, draft], 'line 2', 'The header promises 1 drafts and 1 events; the file has 1 and 0.'],
    [[counted, draft, fresh, event.slice(0, 50)], 'line 4', 'This line is not JSON'],
    [[counted, draft, fresh, event.replace('"submit"', '"cheat"')], 'line 4', 'event.mode'],
    [[counted, draft, fresh, event.replace('"kept"', '"../kept"')], 'line 4', 'event.item: must be the name of an item'],
    [[counted, draft, fresh, event.replace('"seed":1', '"seed":2')], 'line 4', 'is here already and says something else'],
    [[counted, draft, fresh, '{"secret":1}'], 'line 4', ''],
    [[counted, draft, fresh, header], 'line 4', 'A second header'],
  ]
  for (const [lines, where, message] of wrong) {
    await expect(other.importLines(me, streamOf(lines))).rejects.toMatchObject({
      name: 'UserError',
      where,
      message: expect.stringContaining(message),
    })
  }
  expect(await other.history(me, 'kept')).toHaveLength(1)
  expect(await other.importLines(me, streamOf([counted, draft, fresh, event]))).toEqual({ added: 1, known: 2 })
})

test('an import does not overwrite what was typed here', async () => {
  const other = await freshStore(home)
  await store.saveDraft(me, 'typed-here', 'there', 0)
  await other.saveDraft(me, 'typed-here', 'here', 0)
  await other.importLines(me, store.exportLines(me))
  expect((await other.draft(me, 'typed-here'))?.source).toBe('here')
})

test('an export that is not read to its end lets go of the database', async () => {
  const other = await freshStore(home)
  for (let index = 0; index < 5; index++) await other.append(hint('some'))
  for (let time = 0; time < 20; time++) {
    for await (const line of other.exportLines(me)) if (line !== '') break
  }
  expect(await other.history(me, 'some')).toHaveLength(5)
})

test('a server of somebody is used when DATABASE_URL names one, by several at once', async () => {
  const place = ownHome()
  const databaseUrl = await emptyDatabase(home, 'hosted')
  const open = () => openStore({ project, home: place, databaseUrl, now: () => Date.now() })
  const stores = await Promise.all([open(), open(), open()])
  await Promise.all(stores.map((each) => each.append(hint('hosted'))))
  expect(await stores[0]?.history(me, 'hosted')).toHaveLength(3)
  await Promise.all(stores.map((each) => each.close()))
  expect(readdirSync(place)).toEqual([])
})

test('a DATABASE_URL that does not answer is said without its password', async () => {
  const databaseUrl = 'postgres://someone:secret@127.0.0.1:1/none'
  const error = await openStore({ project, home: ownHome(), databaseUrl, now: () => 0 }).catch((problem: unknown) => problem)
  expect(error).toMatchObject({ name: 'UserError', where: 'DATABASE_URL' })
  expect(String(error)).not.toContain('secret')
})

test('a home that is a file, or lies in one, is said so', async () => {
  const file = join(ownHome(), 'file')
  writeFileSync(file, '')
  for (const place of [file, join(file, 'below')]) {
    const opening = openStore({ project, home: place, databaseUrl: undefined, now: () => 0 })
    await expect(opening).rejects.toMatchObject({ name: 'UserError', message: 'That is not a folder.', where: place })
  }
})

test('progress and lists stay fast with a hundred thousand attempts: no plan reads the whole log', async () => {
  const databaseUrl = await emptyDatabase(home, 'many')
  const many = await openStore({ project, home: ownHome(), databaseUrl, now: () => Date.now() })
  const client = new Client(databaseUrl)
  await client.connect()
  const body = { ...attempt('item', {}), source: 'x = 1\n'.repeat(50) }
  await client.query(
    `INSERT INTO events SELECT '${me}', uuidv7(), 'item-' || n % 500, 'attempt', now() - n * interval '1 s', n % 7 = 0, $1::json FROM generate_series(1, 100000) n`,
    [JSON.stringify(body)],
  )
  await client.query('VACUUM ANALYZE events')
  expect((await many.progress(me)).size).toBe(500)
  expect(await many.attempts(me, 'item-7')).toHaveLength(200)
  expect((await many.facts(me, 99_990)).facts).toHaveLength(10)
  const { rows } = await client.query(
    `EXPLAIN SELECT item, bool_or(solves) FROM events WHERE learner = '${me}' AND type IN ('attempt', 'answer', 'estimate') GROUP BY item`,
  )
  expect(JSON.stringify(rows)).toContain('Index Only Scan using events_progress')
  await client.end()
  await many.close()
})
