import { expect, test } from 'vitest'
import { type Facts, checkResults, rule, ruleOnExit } from './verdict.ts'
import type { Exit } from './forked.ts'

const exit: Exit = { code: 0, signal: null, cause: 'gone', cpuMs: 10, memoryBytes: 1000, delayedMs: 0, waiting: false, lost: false }
const limits = { cpuMs: 2000, wallMs: 10_000, memoryBytes: 256 * 2 ** 20, outputBytes: 65_536 }
const plan = [
  { name: 'small', visible: true, category: 'example' },
  { name: 'ties', visible: false, category: 'edge' },
] as const
const passed = (name: string) => ({ type: 'check', name, outcome: 'passed', message: '' }) as const
const facts: Facts = {
  limits,
  plan,
  checked: [passed('small'), passed('ties')],
  closing: { type: 'end' },
  candidate: exit,
  judge: exit,
}

test('passed needs the word of the judge for every check of its plan, and its last word', () => {
  expect(rule(facts)).toEqual({ verdict: 'passed', message: '' })
  expect(rule({ ...facts, checked: [passed('small')] }).verdict).toBe('our-fault')
  expect(rule({ ...facts, closing: undefined }).verdict).toBe('our-fault')
  expect(rule({ ...facts, plan: undefined, checked: [] }).verdict).not.toBe('passed')
  expect(rule({ ...facts, plan: [], checked: [] }).verdict).toBe('our-fault')
  expect(rule({ ...facts, closing: { type: 'gone', check: 'ties', message: '' } }).verdict).toBe('errored')
})

test('the first check that did not pass, in the order of the file, names the verdict', () => {
  const small = { ...passed('small'), outcome: 'errored', message: 'KeyError: 3\n  main.py, line 2' } as const
  const ties = { ...passed('ties'), outcome: 'failed', message: 'A hidden check (edge) did not pass.' } as const
  expect(rule({ ...facts, checked: [ties, small] })).toEqual({ verdict: 'errored', message: 'small: KeyError: 3' })
  expect(rule({ ...facts, checked: [ties, passed('small')] })).toEqual({
    verdict: 'failed',
    message: 'ties: A hidden check (edge) did not pass.',
  })
})

test('each end of the learner’s process has its own verdict', () => {
  const verdictOf = (end: Partial<Exit>, broken = '') => ruleOnExit({ ...exit, ...end }, limits, broken).verdict
  expect(verdictOf({ cause: 'cpu', signal: 9 })).toBe('timed-out')
  expect(verdictOf({ cause: 'wall', signal: 9 })).toBe('timed-out')
  expect(verdictOf({ cause: 'memory', signal: 9 })).toBe('out-of-memory')
  expect(verdictOf({ cause: 'output', signal: 9 })).toBe('too-much-output')
  expect(verdictOf({ cause: 'cancelled', signal: 9 })).toBe('not-run')
  expect(verdictOf({ cause: null, signal: 11, code: null })).toBe('errored')
  expect(verdictOf({ cause: null, signal: 9, code: null, cpuMs: 2500 })).toBe('timed-out')
  expect(verdictOf({ cause: null, signal: 11, code: null, memoryBytes: 256 * 2 ** 20 })).toBe('out-of-memory')
  expect(verdictOf({ cause: 'walls: no space' })).toBe('our-fault')
  expect(verdictOf({ cause: 'gone', signal: 9 }, 'an unknown tag')).toBe('errored')
})

test('what ended a program is told from what ended it afterwards', () => {
  const end = { ...exit, code: null, cause: 'gone' }
  expect(ruleOnExit({ ...end, signal: 11 }, limits, '').message).toBe('It crashed (segmentation fault) before it answered.')
  expect(ruleOnExit({ ...end, signal: 9 }, limits, '').message).toBe('It closed its connection before it answered.')
  expect(ruleOnExit({ ...end, code: 3, signal: null }, limits, '').message).toBe('It ended itself (exit code 3) before it answered.')
})

test('a program that waited is told so, one that the machine kept waiting is not blamed', () => {
  const end = { ...exit, cause: 'wall', signal: 9, cpuMs: 20 }
  expect(ruleOnExit(end, limits, '').message).toBe('It was waiting: 10 s passed, of which it computed 0 s.')
  expect(ruleOnExit({ ...end, delayedMs: 8000 }, limits, '').verdict).toBe('our-fault')
  expect(ruleOnExit({ ...end, cpuMs: 1900 }, limits, '').message).toBe('It computed for longer than 2 s.')
})

test('a wall limit that ends the judge’s own work is our fault', () => {
  const candidate = { ...exit, cause: 'wall', signal: 9 }
  expect(rule({ ...facts, closing: undefined, candidate, judge: { ...exit, waiting: false } }).verdict).toBe('our-fault')
  expect(rule({ ...facts, closing: undefined, candidate, judge: { ...exit, waiting: true } }).verdict).toBe('timed-out')
})

test('checks after the one under which the program ended were not run', () => {
  const ended: Facts = {
    ...facts,
    checked: [],
    closing: { type: 'gone', check: 'small', message: '' },
    candidate: { ...exit, cause: 'cpu', signal: 9 },
  }
  const results = checkResults(ended, rule(ended))
  expect(results.map(({ message, passed }) => [passed, message])).toEqual([
    [false, 'It computed for longer than 2 s.'],
    [false, 'Not run.'],
  ])
})
