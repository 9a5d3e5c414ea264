import { existsSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { createBlobs } from '../src/runner/blobs.ts'
import { createPythonEngine } from '../src/runner/python/engine.ts'
import { PROJECT } from '../test/onsite.ts'
import { countsOf, settledCensus, soak } from './soaking.ts'

test.runIf(existsSync('/proc/self/fd'))(
  'after some hundred jobs of all kinds, with interpreters replaced on the way, nothing is left of them',
  async () => {
    const blobs = createBlobs()
    const engine = createPythonEngine({ project: PROJECT, blobs, lifetime: { forks: 100, ms: 3_600_000 } })
    onTestFinished(() => engine.close())
    const execute: Parameters<typeof soak>[0] = (job, signal) => engine.execute(job, () => undefined, signal)
    const some = { inFlight: 4, kinds: ['python'] } as const
    await soak(execute, blobs, { ...some, jobs: 50 }, () => undefined)
    const before = await settledCensus()
    const { unexpected } = await soak(execute, blobs, { ...some, jobs: 400 }, () => undefined)
    expect(unexpected).toEqual([])
    const after = await settledCensus()
    expect(countsOf(after)).toEqual(countsOf(before))
    expect(new Set(after.interpreters.map(({ threads }) => threads))).toEqual(new Set([1]))
    expect(after.interpreters.map(({ pid }) => pid)).not.toEqual(before.interpreters.map(({ pid }) => pid))
  },
  300_000,
)
