import { dirname, resolve } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { SHORTENER } from '../../design/fixtures/shortener.ts'
import { gradeDesign } from '../../design/grade.ts'
import type { JobEvent } from '../../domain/job.ts'
import { createBlobs } from '../blobs.ts'
import { createSimulationEngine } from './engine.ts'
import { type DesignRequest, designJob, runsJob } from './request.ts'

const project = resolve(dirname(import.meta.filename), '../../..')
const forever = new AbortController().signal

function engineWith(options: { readonly slots?: number; readonly trialMs?: number } = {}) {
  const blobs = createBlobs()
  const engine = createSimulationEngine({ project, blobs, ...options })
  onTestFinished(() => engine.close())
  return { engine, blobs }
}

const request = (changes: Partial<DesignRequest> = {}): DesignRequest => ({
  text: SHORTENER.reference,
  level: 'intro',
  seed: 7,
  predictions: [400, null],
  firstToBreak: null,
  ...changes,
})

const drawing = (read: string) =>
  `components:\n  app: { part: service, replicas: 2 }\n  links: { part: store, replicas: 2, balance: key }\nroutes:\n  read: [links, ${read}]\n  write: [app, { at: links, write: true }]\n`

test('a job gives the report that this thread gives, with one thread as with two, and tells its progress', async () => {
  const expected = JSON.stringify(gradeDesign({ case: SHORTENER, ...request() }))
  for (const slots of [1, 2]) {
    const { engine, blobs } = engineWith({ slots })
    const events: JobEvent[] = []
    const result = await engine.execute(designJob(SHORTENER, request(), blobs), (event) => events.push(event), forever)
    expect(JSON.stringify(result.report)).toBe(expected)
    expect(result).toMatchObject({ verdict: 'passed', message: '' })
    expect(result.checks.map(({ name, passed }) => `${name}: ${passed}`)).toEqual([
      'redirects are quick: true',
      'redirects succeed: true',
      'cost: true',
    ])
    expect(events.filter(({ type }) => type === 'check')).toHaveLength(3)
    expect(events.some((event) => event.type === 'progress' && event.done > 0 && event.done <= event.total)).toBe(true)
  }
})

test('what misses its objectives fails and says by how much; the runs alone come again', async () => {
  const { engine, blobs } = engineWith()
  const result = await engine.execute(designJob(SHORTENER, request({ text: SHORTENER.starter }), blobs), () => undefined, forever)
  expect(result).toMatchObject({
    verdict: 'failed',
    message: expect.stringMatching(
      /^At (the load that was told|0\.85 times the load|1\.15 times the load), p99 must be at most 30 ms, and it is \d/,
    ),
  })
  const again = await engine.execute(runsJob(SHORTENER, request({ text: SHORTENER.starter }), blobs), () => undefined, forever)
  expect(again.runs).toEqual(result.report?.runs)
})

test('a grading is cancelled at once, and the next one is not disturbed', async () => {
  const { engine, blobs } = engineWith()
  const cancelled = new AbortController()
  const slow = engine.execute(
    designJob(SHORTENER, request(), blobs),
    (event) => event.type === 'progress' && event.done > 0 && cancelled.abort(),
    cancelled.signal,
  )
  expect(await slow).toMatchObject({ verdict: 'not-run', message: 'Cancelled.' })
  expect(await engine.execute(designJob(SHORTENER, request({ seed: 8 }), blobs), () => undefined, forever)).toMatchObject({
    verdict: 'passed',
  })
})

test('two submitters take turns: the short job of one does not wait for the long one of the other', async () => {
  const { engine, blobs } = engineWith({ slots: 1 })
  const order: string[] = []
  const ended = (name: string) => order.push(name)
  const long = engine
    .execute(designJob(SHORTENER, request({ level: 'senior' }), blobs), () => undefined, forever, 'a')
    .finally(() => ended('long'))
  const short = engine.execute(runsJob(SHORTENER, request(), blobs), () => undefined, forever, 'b').finally(() => ended('short'))
  await Promise.all([long, short])
  expect(order).toEqual(['short', 'long'])
})

test('a drawing that cannot be read, has impossible numbers, or asks the whole world at once is refused with its lines', async () => {
  const { engine, blobs } = engineWith()
  const said = async (text: string) => {
    const { verdict, message } = await engine.execute(designJob(SHORTENER, request({ text }), blobs), () => undefined, forever)
    return `${verdict}: ${message}`
  }
  expect(await said('components: [')).toMatch(/^errored: line 1: this is not YAML/)
  expect(await said(drawing('app').replace('replicas: 2', 'replicas: 1000000000'))).toMatch(
    /^errored: line 2, components\.app\.replicas: 1000000000 is out of range/,
  )
  expect(await said(drawing('{ each: [{ each: [app], count: 10000 }], count: 10000 }'))).toMatch(
    /^errored: line 5.*one request becomes 100,010,000 branches/,
  )
  expect(await said('x'.repeat(100_000))).toMatch(/^errored: line 1: the text has 100000 characters/)
})

test('a loop that takes no time ends with the time of a run', async () => {
  const { engine, blobs } = engineWith({ trialMs: 1500 })
  const nested = Array.from({ length: 12 }).reduce<string>((inner) => `{ again: [${inner}], probability: 0.99 }`, '{ mark: x }')
  const result = await engine.execute(designJob(SHORTENER, request({ text: drawing(nested) }), blobs), () => undefined, forever)
  expect(result).toMatchObject({ verdict: 'timed-out', message: 'One run of this design takes longer than 1.5 s: the simulation gave up.' })
})

test('a storm of retries within its budget of events ends, and misses', async () => {
  const { engine, blobs } = engineWith()
  const storm = `policies:\n  p: { timeout: 1us, retries: 100 }\n${drawing('{ call: [{ call: [app], policy: p }], policy: p }')}`
  const result = await engine.execute(designJob(SHORTENER, request({ text: storm }), blobs), () => undefined, forever)
  expect(result.verdict).toBe('failed')
  expect(result.report?.objectives.every(({ outcome }) => outcome === 'missed')).toBe(true)
})
