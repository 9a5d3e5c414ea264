import { expect, test } from 'vitest'
import type { Engine } from '../domain/engine.ts'
import type { Isolation } from '../domain/runner.ts'
import type { Runtime } from '../domain/runtime.ts'
import { createBlobs } from './blobs.ts'
import { createRunner } from './runner.ts'

test('each runtime goes to its engine, and closing closes all of them', async () => {
  const closed: string[] = []
  const engine = (runtimes: readonly Runtime[]): Engine => ({
    runtimes,
    state: () => ({ state: 'starting', message: runtimes.join() }),
    warm: () => Promise.resolve(),
    execute: () => Promise.reject(new Error('not asked')),
    close() {
      closed.push(runtimes.join())
      return Promise.resolve()
    },
  })
  const isolation: Isolation = { mode: 'unknown', reason: 'not asked', fix: '', probes: [] }
  const probe = { isolation: () => isolation, run: () => Promise.resolve(isolation) }
  const runner = createRunner([engine(['python', 'data']), engine(['postgres'])], createBlobs(), probe)
  expect(runner.state('data')).toEqual({ state: 'starting', message: 'python,data' })
  expect(runner.state('postgres')).toEqual({ state: 'starting', message: 'postgres' })
  expect(() => runner.state('torch')).toThrow('No engine runs torch')
  expect(runner.isolation()).toBe(isolation)
  await runner.close()
  expect(closed).toEqual(['python,data', 'postgres'])
})
