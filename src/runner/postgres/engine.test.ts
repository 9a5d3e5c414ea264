import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import type { Job, JobEvent, JobResult } from '../../domain/job.ts'
import { isAlive } from '../../postgres/postmaster.ts'
import { createBlobs } from '../blobs.ts'
import { createPostgresEngine } from './engine.ts'
import { scratchFolder } from '../../postgres/scratch.ts'

const project = join(import.meta.dirname, '..', '..', '..')
const fixtures = join(import.meta.dirname, 'fixtures')
const blobs = createBlobs()
const engine = createPostgresEngine({ project, blobs })
afterAll(() => engine.close())

const programs = readdirSync(join(fixtures, 'programs')).map((file) => file.replace('.sql', ''))

test.each(programs)('%s.sql gets the verdict that its first line names', async (name) => {
  const source = program(name)
  const result = await execute(grade(source))
  expect(result).toMatchObject({ verdict: /^-- verdict: (.*)$/m.exec(source)?.[1] })
  const message = /^-- message: (.*)$/m.exec(source)?.[1]
  if (message !== undefined) expect(result.message).toBe(message)
  expect(result.message.length).toBeLessThan(2000)
  // After whatever happened, the next submission is judged.
  expect(await execute(grade(program('right')))).toMatchObject({ verdict: 'passed' })
})

test('a submission never sees what another one did', async () => {
  expect(await execute(grade('DROP TABLE orders; DELETE FROM shop; SELECT * FROM shop'))).toMatchObject({ verdict: 'failed' })
  expect(await execute(grade(program('right')))).toMatchObject({ verdict: 'passed' })
})

test('a visible check shows both tables with the cells that differ, a hidden one its kind only', async () => {
  const events: JobEvent[] = []
  const { checks, stdout } = await execute(
    grade("DO $$ BEGIN RAISE NOTICE 'seen %', (SELECT count(*) FROM shop); END $$; SELECT 'x' AS name, 1 AS total"),
    events,
  )
  expect(checks[0]).toMatchObject({
    visible: true,
    message: 'row 1, column name: expected west, got x; 2 rows missing',
    difference: { actual: { rows: [['x', '1']], columns: [{ dtype: 'text' }, { dtype: 'integer' }] } },
  })
  expect(checks[1]).toEqual({
    name: 'a shop without orders',
    visible: false,
    category: 'edge',
    passed: false,
    message: 'A hidden check (edge) did not pass.',
    difference: undefined,
  })
  expect(stdout).toBe('NOTICE:  seen 3\n')
  expect(events.map(({ type }) => type)).toEqual(['started', 'output', 'check', 'check'])
  expect(JSON.stringify([checks, events])).not.toContain('secret')
})

test('authors see why a hidden check did not pass', async () => {
  const { checks } = await execute({ ...grade(program('inner-join')), reveal: true })
  expect(checks[1]).toMatchObject({ message: '1 row missing: (name = secret, total = NULL)' })
})

test('a check of the visible cases runs no hidden one and shows the table', async () => {
  const { checks, value } = await execute({ ...grade(program('right')), checks: 'visible' })
  expect(checks).toMatchObject([{ name: 'three shops', passed: true }])
  expect(value).toMatchObject({
    kind: 'table',
    rows: [
      ['west', '0'],
      ['south', '3'],
      ['north', '12.5'],
    ],
  })
})

test('an error points at its place, whatever characters stand before it', async () => {
  const { checks } = await execute(grade(program('syntax-error')))
  expect(checks[0]?.message).toBe('Line 5: syntax error at or near "shop"\n5 | FORM shop\n  |      ^')
  expect(checks[1]?.message).toBe('Not run: an earlier check ended the attempt.')
})

test('a run shows the result without judging it', async () => {
  const { 'solution.sql': _, 'cases.json': __, 'cases/1.sql': ___, ...files } = grade('SELECT count(*) AS shops FROM shop').files
  const result = await execute({ ...grade(''), kind: 'run', files })
  expect(result).toMatchObject({ verdict: 'passed', checks: [], value: { columns: [{ name: 'shops', dtype: 'bigint' }], rows: [['3']] } })
})

test('SQL with a NUL is refused, not cut at it', async () => {
  expect(await execute(grade('SELECT 1;\n\0DROP TABLE shop'))).toMatchObject({
    verdict: 'errored',
    message: 'Line 2: the SQL has a NUL character',
  })
})

test('many notices are cut and it is said', async () => {
  const { stdout, truncated } = await execute(grade("DO $$ BEGIN FOR i IN 1..5000 LOOP RAISE NOTICE '%', i; END LOOP; END $$; SELECT 1"))
  expect(truncated).toBe(true)
  expect(stdout.length).toBeLessThan(4096)
})

test('a broken exercise is our fault', async () => {
  const files = { ...grade('SELECT 1').files, 'schema.sql': blobs.put('CREATE TABLE shop (\n  id integr\n)') }
  expect(await execute({ ...grade(''), files })).toMatchObject({
    verdict: 'our-fault',
    message: 'This exercise is broken: schema.sql, Line 2: type "integr" does not exist',
  })
  const noTable = { ...grade('SELECT 1').files, 'solution.sql': blobs.put('SELECT 1 / 0') }
  expect(await execute({ ...grade(''), files: noTable })).toMatchObject({
    verdict: 'our-fault',
    message: expect.stringContaining('division by zero'),
  })
})

test('ten jobs at once are all judged', async () => {
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) => execute(grade(program(index % 2 === 0 ? 'right' : 'wrong-total')))),
  )
  expect(results.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 'passed' : 'failed')))
})

test('a cancelled job ends at once and is not judged', async () => {
  const stop = new AbortController()
  const limits = { ...grade('').limits, wallMs: 60_000 }
  const events: JobEvent[] = []
  const result = engine.execute({ ...grade(program('sleeps')), limits }, (event) => events.push(event), stop.signal)
  while (events.length === 0) await sleep(10)
  stop.abort()
  expect(await result).toMatchObject({ verdict: 'not-run' })
})

test('a server killed from outside is replaced and the job that noticed is judged', async () => {
  const scratch = emptyScratch()
  const other = createPostgresEngine({ project, blobs, scratch })
  const run = (source: string) => other.execute(grade(source), () => undefined, new AbortController().signal)
  expect(await run(program('right'))).toMatchObject({ verdict: 'passed' })
  process.kill(serverIn(scratch), 'SIGKILL')
  const verdicts = await Promise.all([run(program('right')), run(program('right')), run(program('wrong-total'))])
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'failed'])
  await other.close()
  expect(readdirSync(scratch)).toEqual([])
})

test('a killed Onsite takes its server with it on Linux, and the next one removes what is left', async () => {
  const scratch = emptyScratch()
  const starter = spawn(process.execPath, ['--import', 'tsx', join(fixtures, 'starts-engine.ts'), project, scratch], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(starter.stdout, 'data')
  const pid = serverIn(scratch)
  starter.kill('SIGKILL')
  await once(starter, 'exit')
  if (process.platform === 'linux') while (isAlive(pid)) await sleep(10)
  const [left] = readdirSync(scratch)

  const next = createPostgresEngine({ project, blobs, scratch })
  await next.warm('postgres')
  expect(next.state('postgres')).toEqual({ state: 'ready' })
  expect(readdirSync(scratch)).not.toContain(left)
  expect(isAlive(pid)).toBe(false)
  await next.close()
})

test('an engine that can not start says why and what to do', async () => {
  const broken = createPostgresEngine({ project: '/nowhere', blobs })
  await broken.warm('postgres')
  expect(broken.state('postgres')).toMatchObject({
    state: 'unavailable',
    message: expect.stringContaining('not installed'),
    fix: expect.stringContaining('npm ci'),
  })
  expect(await broken.execute(grade('SELECT 1'), () => undefined, new AbortController().signal)).toMatchObject({ verdict: 'our-fault' })
})

function emptyScratch(): string {
  const scratch = mkdtempSync(join(scratchFolder(), 'onsite-test-'))
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
  return scratch
}

function program(name: string): string {
  return readFileSync(join(fixtures, 'programs', `${name}.sql`), 'utf8')
}

function grade(source: string): Job {
  const names = ['schema.sql', 'solution.sql', 'cases.json', 'cases/0.sql', 'cases/1.sql']
  const files = Object.fromEntries(names.map((name) => [name, blobs.put(readFileSync(join(fixtures, 'shop', name), 'utf8'))]))
  return {
    id: 'job',
    runtime: 'postgres',
    kind: 'grade',
    checks: 'all',
    limits: { cpuMs: 500, wallMs: 3000, memoryBytes: 256 * 1024 * 1024, outputBytes: 4096 },
    permissions: [],
    files: { ...files, 'main.sql': blobs.put(source) },
    seed: 1,
  }
}

function execute(job: Job, events: JobEvent[] = []): Promise<JobResult> {
  return engine.execute(job, (event) => events.push(event), new AbortController().signal)
}

function serverIn(scratch: string): number {
  const [folder = ''] = readdirSync(scratch)
  return Number(readFileSync(join(scratch, folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}
