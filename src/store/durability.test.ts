import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { attempt, hint } from './fixtures/events.ts'
import { freshStore, ownHome, project, serverOf, streamOf } from './fixtures/homes.ts'
import { openStore } from './open.ts'

const migrations = join(import.meta.dirname, 'migrations')
const me = LOCAL_LEARNER
const mayMount = process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0

test('a server killed from outside is started again by the next use, and an append is there once', async () => {
  const home = ownHome()
  const store = await openStore({ project, home, databaseUrl: undefined, now: () => Date.now() })
  await store.append(hint('survives'))
  process.kill(serverOf(home), 'SIGKILL')
  const appended = await Promise.all([
    store.append(hint('survives')),
    store.append(hint('survives')),
    store.saveDraft(me, 'survives', 'text', 0),
  ])
  expect(appended[2]).toMatchObject({ saved: true })
  expect(await store.history(me, 'survives')).toHaveLength(3)
  await store.close()
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
  expect(readdirSync(join(place, 'backups'))).toEqual(['2026-01-02T03-04-05Z-before-9999_next.jsonl'])
  const backup = readFileSync(join(place, 'backups', '2026-01-02T03-04-05Z-before-9999_next.jsonl'), 'utf8')
  const other = await freshStore(place)
  expect(await other.importLines(me, streamOf(backup.split('\n')))).toEqual({ added: 2, known: 0 })

  await second.close()

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
