import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../domain/engine.ts'
import type { Blobs, Isolation } from '../../domain/runner.ts'
import type { Runtime } from '../../domain/runtime.ts'
import { PLACES, createQueue } from '../queue.ts'
import { expectResult, expectWithheld } from './expectation.ts'
import { type Neighbour, findNeighbour } from './neighbour.ts'
import { type Program, jobOf, readPrograms, verdictsOf } from './program.ts'

/** Stands in hidden checks, their inputs and their solution, and nowhere else. */
const CANARY = 'canary-5b1f8c-of-the-hidden-checks'

/** Programs at once, each with its neighbour: the machine that tests run on is small. */
const AT_ONCE = 2

const HOSTILE = join(import.meta.dirname, '..', 'hostile')
const NEIGHBOURS = join(import.meta.dirname, 'neighbours')

/** A test for each hostile program of a runtime: its verdict, what is withheld, a neighbour that notices nothing, and a job after it. */
export function testHostile(runtime: Runtime, engine: Engine, blobs: Blobs, { mode, reason }: Pick<Isolation, 'mode' | 'reason'>): void {
  const isolated = mode === 'isolated'
  const queue = createQueue({ slots: AT_ONCE, ...PLACES })
  let neighbour: Neighbour
  beforeAll(async () => {
    await engine.warm(runtime)
    const program = readPrograms(NEIGHBOURS).find(({ name }) => name === runtime)
    if (program === undefined) throw new Error(`${runtime} has no neighbour`)
    neighbour = await findNeighbour(engine, blobs, program)
  })
  afterAll(() => engine.close())

  test('the walls stand, or this machine has nothing to build them from', () => {
    // What follows would be skipped, and nobody would see that a wall has fallen.
    if (!isolated) expect(reason).toMatch(/no sandbox for|not installed|bwrap: /)
  })

  for (const program of slowestFirst(readPrograms(HOSTILE).filter((each) => each.runtime === runtime))) {
    // Without walls most of them would reach the machine.
    test
      .skipIf(!isolated && !program.name.startsWith('forges/'))
      .concurrent(`${program.name}: ${verdictsOf(program.expected).join(' or ')}`, async () => {
        expectSecret(program)
        const leave = await queue.enter(new AbortController().signal)
        try {
          const { result, events } = await neighbour.runBeside(jobOf(program, blobs))
          expectResult(result, program)
          expectWithheld(CANARY, result, events)
          await neighbour.runAfter()
        } finally {
          leave?.()
        }
      })
  }
}

/** A program that may pass says why, and each has something to steal that it does not hold already. */
function expectSecret({ expected, files }: Program): void {
  if (verdictsOf(expected).includes('passed')) expect(expected.because).toBeDefined()
  const { 'main.py': python, 'main.sql': sql, ...others } = files
  expect(python ?? sql).not.toContain(CANARY)
  if (expected.kind === 'grade') expect(Object.values(others).join()).toContain(CANARY)
}

/** Those that are ended by a limit begin, so that the quick ones run beside them. */
function slowestFirst(programs: readonly Program[]): readonly Program[] {
  const isSlow = ({ expected }: Program) => Number(!verdictsOf(expected).some((each) => each === 'timed-out' || each === 'out-of-memory'))
  return [...programs].sort((a, b) => isSlow(a) - isSlow(b))
}
