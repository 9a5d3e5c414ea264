import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../domain/engine.ts'
import type { Blobs } from '../../domain/runner.ts'
import type { Runtime } from '../../domain/runtime.ts'
import { expectResult } from './expectation.ts'
import { runAlone } from './neighbour.ts'
import { jobOf, readPrograms } from './program.ts'

const LEGITIMATE = join(import.meta.dirname, '..', 'legitimate')

/** A test for each legitimate program of a runtime, and one for each of its permissions: without it the program is refused, and told why. */
export function testLegitimate(runtime: Runtime, engine: Engine, blobs: Blobs, isolated: boolean): void {
  beforeAll(() => engine.warm(runtime))
  afterAll(() => engine.close())

  for (const program of readPrograms(LEGITIMATE).filter((each) => each.runtime === runtime)) {
    const { name, expected } = program
    test.concurrent(`${name}: ${String(expected.verdict)}`, async () => {
      const { result } = await runAlone(engine, jobOf(program, blobs))
      expectResult(result, program)
    })
    // Without walls there is nothing that would refuse it.
    for (const permission of expected.permissions)
      test.skipIf(!isolated).concurrent(`${name}: refused without ${permission}`, async () => {
        const others = expected.permissions.filter((each) => each !== permission)
        const { result } = await runAlone(engine, jobOf(program, blobs, others))
        const said = [result.message, result.stdout].join('\n')
        expect({ verdict: result.verdict, said }).toEqual({
          verdict: 'errored',
          said: expect.stringContaining(expected.refused[permission] ?? `no message is expected without ${permission}`),
        })
      })
  }
}
