import { expect } from 'vitest'
import type { JobEvent, JobResult } from '../../domain/job.ts'
import { type Program, verdictsOf } from './program.ts'

/** Holds what a program came to against its expected.json. */
export function expectResult(result: JobResult, { expected }: Program): void {
  const { verdict, message, checks, stdout, truncated, value } = result
  expect({ verdict, message }).toEqual({
    verdict: expect.toBeOneOf([...verdictsOf(expected)]),
    message: expect.stringContaining(expected.message),
  })
  if (expected.checks !== undefined) expect(Object.fromEntries(checks.map(({ name, passed }) => [name, passed]))).toEqual(expected.checks)
  for (const [name, cells] of Object.entries(expected.cells))
    expect(checks.find((check) => check.name === name)?.difference?.cells).toEqual(cells)
  if (expected.stdout !== undefined) expect(stdout).toBe(expected.stdout)
  if (expected.truncated !== undefined) expect(truncated).toBe(expected.truncated)
  if (expected.value !== undefined) expect(value).toMatchObject(expected.value)
}

/** Neither the result nor any event tells the secret, nor an easy disguise of it. */
export function expectWithheld(secret: string, result: JobResult, events: readonly JobEvent[]): void {
  const told = JSON.stringify([result, events]).toLowerCase()
  const bytes = Buffer.from(secret)
  for (const form of [secret, [...secret].reverse().join(''), bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '')])
    expect(told).not.toContain(form.toLowerCase())
}
