import { expect, test } from 'vitest'
import type { Objective } from '../domain/report.ts'
import { whyUnseen } from './unseen.ts'
import { judge } from './verdict.ts'

function objective(metric: string, values: readonly number[], part?: string): Objective {
  const condition = { scenario: 'peak', metric, most: 2, ...(part === undefined ? { class: 'read' } : { part }) }
  const judged = judge(
    condition,
    values.map((value) => ({ value, of: 0, stopped: false })),
  )
  return { name: 'fresh', condition, outcome: judged.outcome, loads: [{ load: 1, ...judged }] }
}

test('what nobody saw is missed, and it is said why', () => {
  const none = [Number.NaN, Number.NaN]
  expect(objective('age-p95', none).outcome).toBe('missed')
  expect(whyUnseen(objective('age-p95', none))).toContain('none has an age')
  expect(whyUnseen(objective('first-token-p99', none))).toContain('no tokens')
  expect(whyUnseen(objective('p99', none))).toBe('Nothing was answered.')
  expect(whyUnseen(objective('wait-p99', none, 'store'))).toContain('Nothing came')
})

test('what was seen, or never came, needs no such reason', () => {
  expect(whyUnseen(objective('age-p95', [1, 1.1]))).toBeUndefined()
  expect(whyUnseen(objective('p99', [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]))).toBeUndefined()
})
