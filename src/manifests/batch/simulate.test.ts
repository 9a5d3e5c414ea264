import { expect, test } from 'vitest'
import { readSchedule } from './schedule.ts'
import { type BatchCase, simulateBatch } from './simulate.ts'

function batchOf(changed: Partial<BatchCase> = {}) {
  const schedule = readSchedule('0 */4 * * *')
  if (typeof schedule === 'string') throw new Error(schedule)
  return simulateBatch({
    schedule,
    concurrency: 'Forbid',
    startingDeadlineMinutes: undefined,
    deadlineMinutes: undefined,
    podDeadlineMinutes: undefined,
    backoffLimit: 0,
    scenario: 'usual',
    runMinutes: 100,
    slowFactor: 3,
    days: 1,
    ...changed,
  })
}

test('in ordinary times every run gives a result', () => {
  expect(batchOf()).toMatchObject({ due: 6, finished: [100, 340, 580, 820, 1060, 1300], mostAtOnce: 1, wasted: 0, longestGap: 240 })
})

test('a start that is owed is made up for as soon as the running one has ended', () => {
  // By hand: five hours each from the second on; 240 to 540, 540 to 840, and so on: each start is late.
  expect(batchOf({ scenario: 'slow' }).finished).toEqual([100, 540, 840, 1140])
  // Owed since 480, 960: after a minute it is too late.
  expect(batchOf({ scenario: 'slow', startingDeadlineMinutes: 1 }).finished).toEqual([100, 540, 1020])
})

test('replacing ends a run for the next one, so that slow ones never give a result', () => {
  const batch = batchOf({ scenario: 'slow', concurrency: 'Replace' })
  expect(batch).toMatchObject({ finished: [100], mostAtOnce: 1 })
  expect(batch.wasted).toBe(4 * 240)
})

test('side by side, two run at a time', () => {
  expect(batchOf({ scenario: 'slow', concurrency: 'Allow' }).mostAtOnce).toBe(2)
})

test('a run that hangs forbids all others until the deadline of the whole Job ends it', () => {
  expect(batchOf({ scenario: 'hangs' }).finished).toEqual([100])
  expect(batchOf({ scenario: 'hangs', deadlineMinutes: 200 }).finished).toEqual([100, 580, 820, 1060, 1300])
  // A deadline of the pod only ends an attempt: the Job tries again, and hangs again.
  expect(batchOf({ scenario: 'hangs', podDeadlineMinutes: 200, backoffLimit: 6 }).finished).toEqual([100])
})

test('a lost pod is tried anew as often as the back-off limit says, after 10, 20, 40 seconds', () => {
  // By hand: starts at 240, lost at 290, again from 291.
  expect(batchOf({ scenario: 'node-lost', backoffLimit: 1 }).finished[1]).toBe(391)
  expect(batchOf({ scenario: 'node-lost' }).finished[1]).toBe(580)
  // Five runs of a broken build, each tried three times for ten minutes.
  expect(batchOf({ scenario: 'broken', backoffLimit: 2 })).toMatchObject({ finished: [100], wasted: 5 * 3 * 10 })
})

test('what was due while nobody could start runs is made up for, unless it is too late', () => {
  expect(batchOf({ scenario: 'controller-away' }).finished[2]).toBe(480 + 25 + 100)
  expect(batchOf({ scenario: 'controller-away', startingDeadlineMinutes: 10 }).finished[2]).toBe(820)
})
