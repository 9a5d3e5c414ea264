import { expect, test } from 'vitest'
import { simulate } from '../simulation/simulate.ts'
import { compareSweep, sweep } from './language-model.ts'

test('published figures of a language model server are met within 15 %', () => {
  for (const { what, published, simulated } of compareSweep()) {
    expect(Math.abs(simulated / published - 1), `${what}: ${simulated}, published ${published}`).toBeLessThan(0.15)
  }
})

test('prompts that are read whole make a crowd wait for its first tokens, read in parts they do not', () => {
  const first = (users: number, chunk: number) => simulate(sweep(users, chunk)).classes['ask']?.firstToken.p99 ?? Number.NaN
  expect(first(1, Infinity)).toBeLessThan(0.2)
  expect(first(64, Infinity)).toBeGreaterThan(4)
  expect(first(64, 512)).toBeLessThan(0.5)
})
