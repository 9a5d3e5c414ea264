import { setImmediate as turn } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Engine } from '../../domain/engine.ts'
import type { Job, JobEvent, JobResult } from '../../domain/job.ts'
import type { Blobs } from '../../domain/runner.ts'
import { type Program, jobOf } from './program.ts'

/** What a job came to, with what it reported on the way. */
export interface Ran {
  readonly result: JobResult
  readonly events: readonly JobEvent[]
}

/** How much more of the CPU a neighbour may need than alone: caches are shared, and the machine may be busy. */
const SAME_ORDER = 10

/** On a machine that is busy with others an innocent job may be done before the other one starts: then both run again. */
const TRIES = 3

/** Runs a job to its end. */
export async function runAlone(engine: Engine, job: Job, onEvent: (event: JobEvent) => void = () => undefined): Promise<Ran> {
  const events: JobEvent[] = []
  const result = await engine.execute(
    job,
    (event) => {
      events.push(event)
      onEvent(event)
    },
    new AbortController().signal,
  )
  return { result, events }
}

/** An innocent job of a runtime, which looks closely at whether anything of its own was touched. */
export interface Neighbour {
  /** Runs a job that starts when the innocent one is at work, and ends when both have; asserts that the innocent one noticed nothing. */
  runBeside(job: Job): Promise<Ran>
  /** Asserts that a job which starts now passes. */
  runAfter(): Promise<void>
}

/** Learns first what the innocent program comes to when it is alone. */
export async function findNeighbour(engine: Engine, blobs: Blobs, program: Program): Promise<Neighbour> {
  const innocent = jobOf(program, blobs)
  await runAlone(engine, innocent)
  const alone = await runAlone(engine, innocent)
  expect(alone.result).toMatchObject({ verdict: 'passed', message: '' })

  async function runBeside(job: Job): Promise<Ran> {
    for (let tries = 1; tries < TRIES; tries++) {
      const { ran, together } = await bothAtWork(job)
      if (together) return ran
    }
    const { ran, together } = await bothAtWork(job)
    expect(together, 'the innocent job was still at work when the other one started').toBe(true)
    return ran
  }

  async function bothAtWork(job: Job): Promise<{ readonly ran: Ran; readonly together: boolean }> {
    let begin: () => void = () => undefined
    const atWork = new Promise<void>((resolve) => (begin = resolve))
    let ended = false
    const beside = runAlone(engine, innocent, ({ type }) => (type === 'output' || type === 'check') && begin()).finally(() => {
      ended = true
      begin()
    })
    await atWork
    let together = false
    const ran = await runAlone(engine, job, ({ type }) => {
      if (type === 'started' && !ended) together = true
    })
    const innocents = await beside
    expect(seen(innocents)).toEqual(seen(alone))
    expect(innocents.result.cpuMs).toBeLessThan(SAME_ORDER * alone.result.cpuMs)
    return { ran, together }
  }

  async function runAfter(): Promise<void> {
    await turn()
    const { result } = await runAlone(engine, { ...innocent, checks: 'visible' })
    expect(result).toMatchObject({ verdict: 'passed', message: '' })
  }

  return { runBeside, runAfter }
}

/** All of a result but its measures; the events too, since a job that was started twice had its first interpreter killed. */
function seen({ result, events }: Ran) {
  const { cpuMs: _, wallMs: __, memoryBytes: ___, value, ...rest } = result
  return { ...rest, value, started: events.filter(({ type }) => type === 'started').length }
}
