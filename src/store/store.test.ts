import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import type { AnswerEvent, AttemptEvent, HintEvent, NewEvent } from '../domain/event.ts'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import type { Store } from '../domain/store.ts'
import { scratchFolder } from '../postgres/scratch.ts'
import { openStore } from './open.ts'

const project = join(import.meta.dirname, '..', '..')
const migrations = join(import.meta.dirname, 'migrations')
const me = LOCAL_LEARNER
const mayMount = process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0

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

test('solved needs a submission that passed or an answer scored in full; anything else is a try', async () => {
  await store.append(attempt('only-ran', { mode: 'run', verdict: 'passed' }))
  await store.append(attempt('failed', { mode: 'submit', verdict: 'failed' }))
  await store.append(attempt('solved-once', { mode: 'submit', verdict: 'passed' }))
  await store.append(attempt('solved-once', { mode: 'submit', verdict: 'failed' }))
  await store.append(answer('scored-in-full', [2, 1.5], 3.5))
  await store.append(answer('scored-in-part', [2, 1], 3.5))
  await store.append(answer('not-assessed', [2, null], 2))
  await store.append(hint('only-a-hint'))
  const progress = await store.progress(me)
  const of = (...items: string[]) => items.map((item) => progress.get(item))
  expect(of('only-ran', 'failed', 'scored-in-part', 'not-assessed')).toEqual(['tried', 'tried', 'tried', 'tried'])
  expect(of('solved-once', 'scored-in-full', 'only-a-hint', 'never-seen')).toEqual(['solved', 'solved', undefined, undefined])
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

test('a server killed from outside is started again by the next use, and an append is there once', async () => {
  await store.append(hint('survives'))
  process.kill(serverOf(home), 'SIGKILL')
  const appended = await Promise.all([
    store.append(hint('survives')),
    store.append(hint('survives')),
    store.saveDraft(me, 'survives', 'text', 0),
  ])
  expect(appended[2]).toMatchObject({ saved: true })
  expect(await store.history(me, 'survives')).toHaveLength(3)
})

test('what was exported gives the same lists in another home, and importing it twice changes nothing', async () => {
  const other = await freshStore()
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

test('a file with a wrong line is refused with its number, and nothing of it is kept', async () => {
  const other = await freshStore()
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
  const other = await freshStore()
  await store.saveDraft(me, 'typed-here', 'there', 0)
  await other.saveDraft(me, 'typed-here', 'here', 0)
  await other.importLines(me, store.exportLines(me))
  expect((await other.draft(me, 'typed-here'))?.source).toBe('here')
})

test('an export that is not read to its end lets go of the database', async () => {
  const other = await freshStore()
  for (let index = 0; index < 5; index++) await other.append(hint('some'))
  for (let time = 0; time < 20; time++) {
    for await (const line of other.exportLines(me)) if (line !== '') break
  }
  expect(await other.history(me, 'some')).toHaveLength(5)
})

test.runIf(mayMount)('a disk that fills up is said in a sentence, and when there is room again nothing is missing', async () => {
  const place = ownHome()
  chmodSync(place, 0o755)
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'small', place])
  onTestFinished(() => void spawnSync('umount', ['-l', place]))
  const small = await openStore({ project, home: place, databaseUrl: undefined, now: () => Date.now() })
  const kept: string[] = []
  const full = (async () => {
    for (;;) kept.push((await small.append(attempt('big', { source: randomBytes(500_000).toString('hex') }))).id)
  })()
  await expect(full).rejects.toMatchObject({ name: 'UserError', message: 'The disk is full.' })
  spawnSync('mount', ['-o', 'remount,size=400m', place])
  kept.push((await small.append(attempt('big', {}))).id)
  expect((await small.attempts(me, 'big')).map(({ id }) => id).sort()).toEqual(expect.arrayContaining(kept.sort()))
  await small.close()
})

test('before tables change, all that is in them is saved to a file that imports again', async () => {
  const place = ownHome()
  const first = await openStore({ project, home: place, databaseUrl: undefined, now: () => Date.UTC(2026, 0, 1) })
  await first.append(attempt('before', {}))
  await first.saveDraft(me, 'before', 'text', 0)
  await first.close()
  const folder = nextMigration('ALTER TABLE "drafts" ADD COLUMN "colour" text;')

  const now = () => Date.UTC(2026, 0, 2, 3, 4, 5)
  const second = await openStore({ project, home: place, databaseUrl: undefined, now, migrations: folder })
  expect(await second.history(me, 'before')).toHaveLength(1)
  await second.close()
  expect(readdirSync(join(place, 'backups'))).toEqual(['2026-01-02T03-04-05Z-before-9999_next.jsonl'])
  const backup = readFileSync(join(place, 'backups', '2026-01-02T03-04-05Z-before-9999_next.jsonl'), 'utf8')
  const other = await freshStore()
  expect(await other.importLines(me, streamOf(backup.split('\n')))).toEqual({ added: 2, known: 0 })

  // The older Onsite now finds tables that it does not know.
  await expect(openStore({ project, home: place, databaseUrl: undefined, now })).rejects.toMatchObject({
    name: 'UserError',
    message: 'The learner data was last used by a newer Onsite.',
  })
})

test('a migration that fails leaves the tables as they were', async () => {
  const place = ownHome()
  const open = (folder: string) => openStore({ project, home: place, databaseUrl: undefined, now: () => Date.now(), migrations: folder })
  const first = await open(migrations)
  await first.append(attempt('kept', {}))
  await first.close()
  await expect(
    open(nextMigration('ALTER TABLE "drafts" ADD COLUMN "colour" text;--> statement-breakpoint\nSELECT 1 / 0;')),
  ).rejects.toThrow()
  const again = await open(migrations)
  expect(await again.history(me, 'kept')).toHaveLength(1)
  await again.close()
})

test('a server of somebody is used when DATABASE_URL names one, by several at once', async () => {
  const place = ownHome()
  const databaseUrl = await emptyDatabase('hosted')
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

test('progress and lists stay fast with a hundred thousand attempts: no plan reads the whole log', async () => {
  const databaseUrl = await emptyDatabase('many')
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
  const { rows } = await client.query(
    `EXPLAIN SELECT item, bool_or(solves) FROM events WHERE learner = '${me}' AND type IN ('attempt', 'answer') GROUP BY item`,
  )
  expect(JSON.stringify(rows)).toContain('Index Only Scan using events_progress')
  await client.end()
  await many.close()
})

test('nothing that was acknowledged is lost when the writer or the server is killed, and the orphan is adopted', async () => {
  const place = ownHome()
  const acknowledged: string[] = []
  for (const { kill, after } of [
    { kill: 'writer', after: 1 },
    { kill: 'writer', after: 40 },
    { kill: 'both', after: 25 },
    { kill: 'server first', after: 60 },
  ]) {
    const program = join(import.meta.dirname, 'fixtures', 'writes-for-ever.ts')
    const writer = spawn(process.execPath, ['--import', 'tsx', program, project, place], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let output = ''
    writer.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const ended = once(writer, 'close')
    while (output.split('\n').length <= after) await sleep(5)
    const server = serverOf(place)
    if (kill === 'server first') process.kill(server, 'SIGKILL')
    writer.kill('SIGKILL')
    if (kill === 'both') process.kill(server, 'SIGKILL')
    await ended
    acknowledged.push(...output.split('\n').slice(0, -1))
    const again = await openStore({ project, home: place, databaseUrl: undefined, now: () => Date.now() })
    if (kill === 'writer') expect(serverOf(place)).toBe(server)
    const stored = new Set((await again.history(me, 'durable')).map(({ id }) => id))
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
    // The next writer adopts what this one leaves running.
    if (kill === 'server first') await again.close()
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(126)
})

function attempt(item: string, more: Partial<AttemptEvent>): NewEvent<AttemptEvent> {
  return {
    type: 'attempt',
    learner: me,
    at: '2026-01-01T00:00:00.000Z',
    zone: 'Europe/Berlin',
    item,
    itemHash: 'hash',
    mode: 'submit',
    form: 'write',
    runtime: 'python',
    source: 'x = 1',
    seed: 1,
    hintsShown: 0,
    referenceShown: false,
    activeMs: 1000,
    verdict: 'failed',
    message: 'no',
    checks: [
      {
        name: 'a table',
        visible: true,
        category: 'example',
        passed: false,
        message: 'no',
        difference: {
          expected: { kind: 'text', type: 'int', text: '1', truncated: false },
          actual: {
            kind: 'table',
            type: 'table',
            columns: [{ name: 'x', dtype: 'text' }],
            index: [],
            rows: [[null]],
            rowCount: 1,
            truncated: false,
          },
          cells: [[0, 0]],
        },
      },
    ],
    cpuMs: 1.5,
    wallMs: 2,
    stdout: '',
    truncated: false,
    judge: { onsite: '0.1.0', runtime: 'hash' },
    ...more,
  }
}

function answer(item: string, scores: readonly (number | null)[], points: number): NewEvent<AnswerEvent> {
  return {
    type: 'answer',
    learner: me,
    at: '2026-01-01T00:00:00.000Z',
    zone: 'UTC',
    item,
    itemHash: 'hash',
    text: 'Because.',
    scores,
    points,
    activeMs: 0,
  }
}

function hint(item: string): NewEvent<HintEvent> {
  return { type: 'hint', learner: me, at: '2026-01-01T00:00:00.000Z', zone: 'UTC', item, itemHash: 'hash', hint: 1 }
}

function ownHome(): string {
  const place = mkdtempSync(join(scratchFolder(), 'onsite-home-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  return place
}

/** An empty store on the common server: quicker than a server of its own. */
async function freshStore(): Promise<Store> {
  const databaseUrl = await emptyDatabase(`fresh_${process.hrtime.bigint()}`)
  const fresh = await openStore({ project, home: ownHome(), databaseUrl, now: () => Date.now() })
  onTestFinished(() => fresh.close())
  return fresh
}

async function emptyDatabase(name: string): Promise<string> {
  await ask(home, `CREATE DATABASE ${name}`)
  return `postgres://onsite:${password(home)}@/${name}?host=${encodeURIComponent(join(home, 'postgres'))}`
}

/** The committed migrations and one more. */
function nextMigration(sql: string): string {
  const folder = ownHome()
  cpSync(migrations, folder, { recursive: true })
  const file = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8'))
  journal.entries.push({ idx: journal.entries.length, version: '7', when: Date.UTC(2100, 0, 1), tag: '9999_next', breakpoints: true })
  writeFileSync(file, JSON.stringify(journal))
  writeFileSync(join(folder, '9999_next.sql'), sql)
  return folder
}

async function ask(place: string, sql: string): Promise<void> {
  const client = new Client({ host: join(place, 'postgres'), user: 'onsite', password: password(place), database: 'postgres' })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

function password(place: string): string {
  return readFileSync(join(place, 'postgres', 'password'), 'utf8')
}

function serverOf(place: string): number {
  return Number(readFileSync(join(place, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function linesOf(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

async function* streamOf(lines: readonly string[]): AsyncGenerator<string, void> {
  yield* lines
}
