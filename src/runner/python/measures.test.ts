import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { Job } from '../../domain/job.ts'
import { RUNTIMES } from '../../domain/runtime.ts'
import { createBlobs } from '../blobs.ts'
import { createPythonEngine } from './engine.ts'

// A folder of measures/ is a case, laid out like an exercise: what is in right/ passes; what is in wrong/ is caught by the check
// that its first line names, with the words of its second. An empty file names a runtime other than Python's own.

const folder = fileURLToPath(new URL('measures', import.meta.url))
const blobs = createBlobs()
const engine = createPythonEngine({ project: fileURLToPath(new URL('../../..', import.meta.url)), blobs })
afterAll(() => engine.close())
await engine.warm('python')
const isolated = engine.isolation().mode === 'isolated'

/** Without walls a process can hide its work in another, or leave files for the next. */
const isolatedOnly = new Set(['lets_a_child_work', 'on_its_disk', 'remembers'])

for (const measure of readdirSync(folder)) {
  for (const name of ['solution', ...programs(measure, 'right')]) {
    test(`${measure}: ${name} passes`, async () => {
      const { verdict, message } = await engine.execute(
        { ...jobOf(measure, name), reveal: true },
        () => undefined,
        new AbortController().signal,
      )
      expect([verdict, message]).toEqual(['passed', ''])
    }, 60_000)
  }
  for (const name of programs(measure, 'wrong')) {
    test.skipIf(!isolated && isolatedOnly.has(name.slice(6)))(
      `${measure}: ${name} is caught`,
      async () => {
        const [, check = '', says = ''] = /^# caught by: (.*)\n# says: (.*)\n/.exec(read(measure, name)) ?? []
        const { checks } = await engine.execute({ ...jobOf(measure, name), reveal: true }, () => undefined, new AbortController().signal)
        const failed = checks.filter(({ passed }) => !passed)
        expect(failed.map((each) => each.name).join(', ')).toBe(check)
        expect(failed[0]?.message).toContain(says)
      },
      60_000,
    )
  }
}

test('the examples of docs/content-measures.md are the checks that are shown here to hold', () => {
  const document = readFileSync(new URL('../../../docs/content-measures.md', import.meta.url), 'utf8')
  for (const measure of ['grows', 'overlap']) expect(document).toContain(`\`\`\`python\n${read(measure, 'tests')}\`\`\``)
})

function programs(measure: string, kind: string): string[] {
  if (!existsSync(join(folder, measure, kind))) return []
  return readdirSync(join(folder, measure, kind)).map((name) => `${kind}/${name.replace('.py', '')}`)
}

function read(measure: string, name: string): string {
  return readFileSync(join(folder, measure, `${name}.py`), 'utf8')
}

function jobOf(measure: string, name: string): Job {
  const texts = { 'main.py': read(measure, name), 'tests.py': read(measure, 'tests'), 'solution.py': read(measure, 'solution') }
  return {
    id: `${measure} ${name}`,
    runtime: RUNTIMES.find((runtime) => existsSync(join(folder, measure, runtime))) ?? 'python',
    kind: 'grade',
    checks: 'all',
    limits: { cpuMs: 2000, wallMs: 30_000, memoryBytes: 256 * 1024 * 1024, outputBytes: 64 * 1024 },
    permissions: [],
    seed: 7,
    files: Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, blobs.put(text)])),
  }
}
