import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Exercise } from '../domain/item.ts'
import type { JobResult } from '../domain/job.ts'
import { audit, type AuditRequest, type Bench } from './audit.ts'
import { sampleOf } from './sample.ts'

function copyOfGood(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-audit-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(join(import.meta.dirname, 'fixtures/good'), folder, { recursive: true })
  return join(folder, 'content')
}

function request(root: string, changes: Partial<AuditRequest> = {}): AuditRequest {
  return { root, targets: { within: undefined, outside: [] }, extent: 'changed', sampleSeed: 'today', seed: 1, slots: 2, ...changes }
}

/** Accepts the solution and the right answers, rejects the rest by every check; a second passes with each program. */
function bench(judge = 'judge 1'): Bench & { readonly graded: string[] } {
  const graded: string[] = []
  let clock = 0
  return {
    graded,
    require: async () => {},
    judgeOf: async () => judge,
    now: () => clock,
    onProgress: () => {},
    designs: { carry: () => Promise.reject(new Error('no design is there')), onRuns: () => {}, onProgress: () => {} },
    run: async (exercise, _source, _input, seed) => ({
      ...resultOf(exercise, true, seed),
      value: {
        kind: 'table',
        type: 'query',
        columns: [{ name: 'shop', dtype: 'text' }],
        index: [],
        rows: [['north']],
        rowCount: 1,
        truncated: false,
      },
    }),
    signal: new AbortController().signal,
    grade: async (exercise, source, seed) => {
      graded.push(exercise.slug)
      clock += 1000
      return resultOf(exercise, [exercise.solution, ...exercise.right.map((one) => one.source)].includes(source), seed)
    },
  }
}

function resultOf(exercise: Exercise, passed: boolean, seed: number): JobResult {
  const names = exercise.runtime === 'postgres' ? exercise.cases.map(({ name }) => name) : ['a short list', 'nothing', 'drawn numbers']
  const checks = names.map(
    (name, index) => ({ name, visible: index === 0, category: 'edge', passed, message: '', difference: undefined }) as const,
  )
  const measured = { cpuMs: 1, wallMs: 1, memoryBytes: 1, stdout: '', truncated: false, value: undefined, message: '', seed }
  return { verdict: passed ? 'passed' : 'failed', checks, ...measured }
}

const record = (root: string, slug: string) => join(root, 'counting/exercises', slug, 'proof.json')

test('what has no record is proved and recorded; the next time nothing is left to do', async () => {
  const root = copyOfGood()
  const first = await audit(request(root), bench())
  expect(first.problems).toEqual([])
  expect(first.proved.map(({ name }) => name)).toEqual([
    'content/counting/exercises/squares-of-a-list',
    'content/counting/exercises/sales-of-every-shop',
  ])
  expect(JSON.parse(readFileSync(record(root, 'squares-of-a-list'), 'utf8'))).toMatchObject({
    judge: 'judge 1',
    checks: { visible: 1, hidden: 2 },
    right: 2,
    wrong: 3,
  })
  const again = bench()
  expect(await audit(request(root), again)).toMatchObject({ problems: [], proved: [], fresh: 2, thousandMs: undefined })
  expect(again.graded).toEqual([])
})

test('proving again writes the same bytes', async () => {
  const root = copyOfGood()
  await audit(request(root), bench())
  const before = readFileSync(record(root, 'squares-of-a-list'), 'utf8')
  await audit(request(root, { extent: 'all' }), bench())
  expect(readFileSync(record(root, 'squares-of-a-list'), 'utf8')).toBe(before)
})

test('a change of an item, or of what judges, makes its record stale', async () => {
  const root = copyOfGood()
  await audit(request(root), bench())
  appendFileSync(join(root, 'counting/exercises/squares-of-a-list/tests.py'), '# changed\n')
  expect((await audit(request(root), bench())).proved.map(({ name }) => name)).toEqual(['content/counting/exercises/squares-of-a-list'])
  expect((await audit(request(root), bench('judge 2'))).proved).toHaveLength(2)
})

test('a record that is not ours to read counts as missing', async () => {
  const root = copyOfGood()
  await audit(request(root), bench())
  writeFileSync(record(root, 'squares-of-a-list'), '{')
  expect((await audit(request(root), bench())).proved).toHaveLength(1)
})

test('in CI a stale record is a problem, is proved all the same, and nothing is written', async () => {
  const root = copyOfGood()
  await audit(request(root), bench())
  rmSync(record(root, 'squares-of-a-list'))
  const found = await audit(request(root, { extent: 'ci' }), bench())
  expect(found.problems).toEqual([
    {
      where: 'content/counting/exercises/squares-of-a-list',
      what: 'Has no proof.json or no variants.json.',
      fix: expect.stringContaining('onsite check'),
    },
  ])
  // The other one is in the sample: a tenth, at least three.
  expect(found.proved).toHaveLength(2)
  expect(existsSync(record(root, 'squares-of-a-list'))).toBe(false)
})

test('what does not prove leaves no record', async () => {
  const root = copyOfGood()
  const starter = join(root, 'counting/exercises/squares-of-a-list/starter.py')
  writeFileSync(starter, readFileSync(join(root, 'counting/exercises/squares-of-a-list/solution.py')))
  const { problems, proved } = await audit(request(root), bench())
  expect(problems.map(({ what }) => what)).toEqual(['Already passes.'])
  expect(proved.map(({ proof }) => proof === undefined)).toEqual([true, false])
  expect(existsSync(record(root, 'squares-of-a-list'))).toBe(false)
})

test('the time for a thousand exercises is the measured pace', async () => {
  const root = copyOfGood()
  const { thousandMs } = await audit(request(root, { slots: 1 }), bench())
  // Each: the solution twice, the starter, two right and three wrong answers, a second each; five broken copies of one of the two, twice.
  expect(thousandMs).toBe((8 + 5) * 1000 * 1000)
})

test('what got no verdict is judged once more after the others, and only then is it a problem', async () => {
  const root = copyOfGood()
  const busyOnce = bench()
  let faults = 1
  const grade: Bench['grade'] = async (exercise, source, seed) => {
    const result = await busyOnce.grade(exercise, source, seed)
    return exercise.slug === 'squares-of-a-list' && faults-- > 0 ? { ...result, verdict: 'our-fault' } : result
  }
  const order: string[] = []
  const watching = {
    ...busyOnce,
    grade,
    onProgress: ({ name }: { readonly name: string }) => void order.push(name.split('/').at(-1) ?? ''),
  }
  expect(await audit(request(root), watching)).toMatchObject({ problems: [], proved: [{ proof: {} }, { proof: {} }] })
  expect(order).toEqual(['sales-of-every-shop', 'squares-of-a-list'])

  faults = 2
  const { problems } = await audit(request(root, { extent: 'all' }), watching)
  expect(problems.map(({ what }) => what)).toEqual([expect.stringContaining('Could not be judged.')])
})

test('the sample is a tenth that turns with its seed and does not depend on order', () => {
  const names = Array.from({ length: 100 }, (_, index) => `item-${index}`)
  const monday = sampleOf(names, 'monday')
  expect(monday).toHaveLength(10)
  expect(sampleOf([...names].reverse(), 'monday')).toEqual(monday)
  expect(sampleOf(names, 'tuesday')).not.toEqual(monday)
  const month = new Set(Array.from({ length: 60 }, (_, day) => sampleOf(names, `day ${day}`)).flat())
  expect(month.size).toBeGreaterThan(95)
  expect(sampleOf(['a', 'b'], 'x')).toHaveLength(2)
})

const variants = (root: string, slug: string) => join(root, 'counting/exercises', slug, 'variants.json')

test('the variants stand beside the proof, one a line, and without them nothing is proved', async () => {
  const root = copyOfGood()
  await audit(request(root), bench())
  const file = variants(root, 'sales-of-every-shop')
  const before = readFileSync(file, 'utf8')
  expect(before.split('\n').filter((line) => line.includes('"operator"'))).toHaveLength(5)
  await audit(request(root, { extent: 'all' }), bench())
  expect(readFileSync(file, 'utf8')).toBe(before)
  rmSync(file)
  expect((await audit(request(root), bench())).proved).toHaveLength(1)
  writeFileSync(file, before.replace('judge 1', 'judge 0'))
  expect((await audit(request(root), bench())).proved).toHaveLength(1)
})

test('in CI a value that comes out otherwise than it was recorded is a problem', async () => {
  const root = copyOfGood()
  await audit(request(root), bench())
  const file = variants(root, 'sales-of-every-shop')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"count":1', '"count":2'))
  const { problems } = await audit(request(root, { extent: 'ci' }), bench())
  expect(problems).toMatchObject([{ where: 'content/counting/exercises/sales-of-every-shop/variants.json' }])
})
