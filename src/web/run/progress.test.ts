import { expect, test } from 'vitest'
import type { CheckResult, JobResult } from '../../domain/job.ts'
import { IDLE, isBusy, type RunEvent, stepRun, waitingWords } from './progress.ts'

const check = (name: string): CheckResult => ({
  name,
  visible: true,
  category: 'example',
  passed: true,
  message: '',
  difference: undefined,
})

const result: JobResult = {
  verdict: 'passed',
  message: '',
  checks: [check('one'), check('two')],
  value: undefined,
  cpuMs: 3,
  wallMs: 5,
  memoryBytes: undefined,
  stdout: 'hello\n',
  truncated: false,
  seed: 1,
}

const after = (...events: readonly RunEvent[]) => events.reduce(stepRun, IDLE)
const begun: RunEvent = { type: 'begun', mode: 'submit' }

test('output and checks show as they come, and the verdict settles them', () => {
  const running = after(
    begun,
    { type: 'line', line: { type: 'queued', job: 'j1' } },
    { type: 'line', line: { type: 'started' } },
    { type: 'line', line: { type: 'output', text: 'hel' } },
    { type: 'line', line: { type: 'output', text: 'lo' } },
    { type: 'line', line: { type: 'check', check: check('one') } },
  )
  expect([running.phase, running.job, running.output, running.checks.length]).toEqual(['running', 'j1', 'hello', 1])
  const done = stepRun(running, { type: 'line', line: { type: 'done', result, attempt: 'a1', patterns: undefined, reference: undefined } })
  expect([done.phase, done.output, done.checks.length, done.attempt]).toEqual(['done', 'hello\n', 2, 'a1'])
})

test('a stream that ends without a verdict says so, and that the code is kept', () => {
  const lost = after(begun, { type: 'ended' })
  expect(lost.phase).toBe('broken')
  expect(lost.problem?.fix).toContain('Your code is kept')
})

test('the end of the stream after a verdict changes nothing', () => {
  const done = after(begun, { type: 'line', line: { type: 'done', result, attempt: undefined, patterns: undefined, reference: undefined } })
  expect(stepRun(done, { type: 'ended' })).toBe(done)
})

test('lines that come after a cancel are not shown', () => {
  const cancelled = after(begun, { type: 'cancelled' }, { type: 'line', line: { type: 'output', text: 'late' } })
  expect([cancelled.phase, cancelled.output, isBusy(cancelled)]).toEqual(['cancelled', '', false])
})

test('an error of the server is shown in its own words', () => {
  const broken = after(begun, {
    type: 'line',
    line: { type: 'error', error: { message: 'Too large.', where: 'source', fix: 'Shorten it.' } },
  })
  expect([broken.phase, broken.problem]).toEqual(['broken', { message: 'Too large.', fix: 'Shorten it.' }])
})

test('a new run forgets the last one', () => {
  const again = stepRun(after(begun, { type: 'line', line: { type: 'output', text: 'old' } }), { type: 'begun', mode: 'run' })
  expect(again).toEqual({ ...IDLE, phase: 'sending', mode: 'run' })
})

test('while it waits the place in the queue is told', () => {
  const queued = after(begun, { type: 'line', line: { type: 'queued', job: 'j1' } })
  const words = (ahead: number) => waitingWords(stepRun(queued, { type: 'line', line: { type: 'waiting', ahead } }))
  expect([waitingWords(queued), words(4), words(0)]).toEqual(['Waiting for its turn…', 'Waiting: 4 before it…', 'Waiting: it is next…'])
  expect(stepRun(queued, { type: 'line', line: { type: 'waiting', ahead: 4 } }).phase).toBe('queued')
})
