import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createBlobs } from '../blobs.ts'
import { expectResult, expectWithheld } from '../suite/expectation.ts'
import { runAlone } from '../suite/neighbour.ts'
import { type Program, jobOf, readPrograms, verdictsOf } from '../suite/program.ts'
import { createPythonEngine } from './engine.ts'

// A folder of fixtures/ is a case: a faulty answer or a form of test. Hostile and legitimate programs have suites of their own.

const project = join(import.meta.dirname, '..', '..', '..')
const blobs = createBlobs()
const engine = createPythonEngine({ project, blobs })
const local = createPythonEngine({ project, blobs, plain: true })
afterAll(() => Promise.all([engine.close(), local.close()]))
await Promise.all([engine.warm('python'), local.warm('python')])

const fixtures = readPrograms(join(import.meta.dirname, 'fixtures'))
// Only walls keep a process whose work is measured from forking (docs/sandbox.md says so).
const FORKED = new Set(['forges/holds-its-memory-in-a-child-that-is-gone', 'forges/works-in-children-that-nobody-mourns'])
// They reach for nothing but their own verdict.
const forging = readPrograms(join(import.meta.dirname, '..', 'hostile')).filter(
  ({ name, runtime }) => name.startsWith('forges/') && runtime === 'python' && !FORKED.has(name),
)

for (const program of fixtures) {
  test.concurrent(`${program.name}: ${titleOf(program)}`, async () => {
    const { result, events } = await runAlone(engine, jobOf(program, blobs))
    expectResult(result, program)
    if (program.expected.withheld !== undefined) expectWithheld(program.expected.withheld, result, events)
  })
}

// Judge and candidate are apart everywhere.
for (const program of [...fixtures, ...forging]) {
  test.skipIf(engine.isolation().mode !== 'isolated').concurrent(`${program.name}: ${titleOf(program)} without walls too`, async () => {
    expect(local.isolation()).toMatchObject({ mode: 'local', fix: 'Leave ONSITE_ISOLATION out.' })
    const { result } = await runAlone(local, jobOf(program, blobs))
    expectResult(result, program)
  })
}

function titleOf({ expected }: Program): string {
  return verdictsOf(expected).join(' or ')
}
