import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { Job, JobEvent } from '../../domain/job.ts'
import { createBlobs } from '../blobs.ts'
import { createPythonEngine } from './engine.ts'

const blobs = createBlobs()
const engine = createPythonEngine({ project: fileURLToPath(new URL('../../..', import.meta.url)), blobs })
afterAll(() => engine.close())
await engine.warm('python')

const WORLD = 'def draw(rng):\n    """A number, and what is seen of it."""\n    truth = rng.random()\n    return truth, truth + 1\n'

const TESTS = `
from onsite import check, equal, measure
from world import draw

def errors(learner, rng, worlds):
    for _ in range(worlds):
        truth, seen = draw(rng)
        yield learner.guess(seen) - truth

@check("one", visible=True)
def one(learner):
    equal(learner.guess(3), 2)

@check("many")
def many(learner, rng):
    measure("error", list(errors(learner, rng, 8)), least=-0.1, most=0.1, unit="m")
    measure("small ones", [abs(error) < 0.1 for error in errors(learner, rng, 200)], least=0.9)
`

function jobOf(source: string, changes: Partial<Job> & { readonly world?: string; readonly tests?: string } = {}): Job {
  const { world = WORLD, tests = TESTS, ...rest } = changes
  const texts = { 'main.py': source, 'tests.py': tests, 'solution.py': 'from world import draw\n', 'world.py': world }
  return {
    id: 'job',
    runtime: 'python',
    kind: 'grade',
    checks: 'all',
    limits: { cpuMs: 2000, wallMs: 20_000, memoryBytes: 256 * 1024 * 1024, outputBytes: 64 * 1024 },
    permissions: [],
    seed: 7,
    files: Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, blobs.put(text)])),
    ...rest,
  }
}

async function resultOf(job: Job) {
  const events: JobEvent[] = []
  const result = await engine.execute(job, (event) => events.push(event), new AbortController().signal)
  return { result, events }
}

const RIGHT = 'import world\ndef guess(seen):\n    return seen - 1\n'

test('the world can be imported by the learner, by the checks and by the solution; what was measured is part of the result and of its event', async () => {
  const { result, events } = await resultOf(jobOf(RIGHT, { tests: TESTS.replace('many(learner, rng)', 'many(learner, rng, solution)') }))
  expect(result).toMatchObject({ verdict: 'passed', message: '' })
  const [error, small] = result.checks[1]?.measured ?? []
  expect(error).toMatchObject({
    name: 'error',
    unit: 'm',
    worlds: 8,
    mean: expect.closeTo(0),
    least: -0.1,
    most: 0.1,
    verdict: 'met',
    passed: true,
  })
  // Of two hundred successes Wilson's interval ends at n / (n + z²).
  expect(small).toMatchObject({ worlds: 200, mean: 1, low: expect.closeTo(200 / (200 + 2.5758 ** 2), 4), high: 1, verdict: 'met' })
  expect(small).not.toHaveProperty('most')
  expect(result.checks[0]).not.toHaveProperty('measured')
  expect(events.filter(({ type }) => type === 'check')).toContainEqual({ type: 'check', check: result.checks[1] })
})

test('all figures of a hidden check are told, also when the first of them is missed', async () => {
  const { result } = await resultOf(jobOf('def guess(seen):\n    return seen - (1 if seen == 3 else 0.5)\n'))
  expect(result.verdict).toBe('failed')
  expect(result.message).toBe(
    'many: error: expected at least -0.1 m and at most 0.1 m, got 0.5 m (missed: 99 % interval 0.5 to 0.5, 8 worlds)\n' +
      'small ones: expected at least 0.9, got 0 (missed: 99 % interval 0 to 0.0321, 200 worlds)',
  )
  expect(result.checks[1]?.measured).toHaveLength(2)
})

test('a figure whose interval is cut by a limit is marginal and goes by its mean', async () => {
  const values = (mean: number) => `measure("value", [learner.guess(3), ${mean} - 1, ${mean} + 1, ${mean} - 1, ${mean} + 1], most=0)`
  for (const [mean, verdict] of [
    [-0.1, 'passed'],
    [0.1, 'failed'],
  ] as const) {
    const tests = `${TESTS.slice(0, TESTS.indexOf('@check("many")'))}@check("many")\ndef many(learner):\n    ${values(mean)}\n`
    const { result } = await resultOf(
      jobOf('def guess(seen):\n    return 2 if seen == 3 else 0\n', { tests: tests.replace('[learner.guess(3), ', '[learner.guess(0), ') }),
    )
    expect([result.verdict, result.checks[1]?.measured?.[0]?.verdict]).toEqual([verdict, 'marginal'])
  }
})

test('what the learner does to the world does not reach the judge', async () => {
  const source = 'import world\nworld.draw = lambda rng: (0, 0)\ndef guess(seen):\n    return 2 if seen == 3 else world.draw(None)[0]\n'
  const { result } = await resultOf(jobOf(source))
  expect(result.checks.map(({ passed }) => passed)).toEqual([true, false])
})

test('a number that is none fails the check, for it comes from the answer', async () => {
  const { result } = await resultOf(jobOf('def guess(seen):\n    return 2 if seen == 3 else float("nan")\n'))
  expect(result.message).toBe('many: error: expected a number from every world, got nan')
})

test('a world that cannot be loaded, or a figure without a limit, is our fault', async () => {
  expect((await resultOf(jobOf(RIGHT, { world: 'import nowhere\n' }))).result).toMatchObject({
    verdict: 'our-fault',
    message: 'tests.py can not be loaded.',
  })
  const tests = TESTS.replace(', least=-0.1, most=0.1, unit="m"', '')
  expect((await resultOf(jobOf(RIGHT, { tests }))).result.verdict).toBe('our-fault')
})

test('a run has the world too, and an error in it shows its line', async () => {
  const files = { 'main.py': blobs.put('from world import draw\n'), 'input.py': blobs.put('draw(None)\n'), 'world.py': blobs.put(WORLD) }
  const { result } = await resultOf({ ...jobOf(RIGHT), kind: 'run', files })
  expect(result.message).toContain('world.py, line 3, in draw: truth = rng.random()')
})
