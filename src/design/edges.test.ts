import { expect, test } from 'vitest'
import type { Drawing } from '../domain/case.ts'
import { readDrawing } from './drawing.ts'
import { edgesOf } from './edges.ts'

function edges(routes: string): string[] {
  const text = `components: { app: x, cache: x, db: x, log: x, worker: x, pool: x, b: x }\npolicies: { p: { retries: 1 } }\nroutes:\n${routes}`
  return edgesOf(readDrawing(text).drawing as Drawing).map(
    ({ from = 'client', to, kind, policy, write }) =>
      `${from} ${kind} ${to}${write ? ' (writes)' : ''}${policy === undefined ? '' : ` by ${policy}`}`,
  )
}

test('who was visited last asks what comes next', () => {
  expect(edges('  read: [app, cache, db]\n')).toEqual(['client visit app', 'app visit cache', 'cache visit db'])
})

test('a cache asks on a miss, and who asked it goes on', () => {
  expect(edges('  read: [app, { at: cache, miss: [{ call: [db], policy: p }] }, worker]\n')).toEqual([
    'client visit app',
    'app visit cache',
    'cache miss db by p',
    'app visit worker',
  ])
})

test('a token is held while others are asked; a write answers to the writer', () => {
  expect(edges('  write: [app, { at: pool, hold: [{ at: db, write: true }, b] }, { at: cache, write: true }]\n')).toEqual([
    'client visit app',
    'app visit pool',
    'pool hold db (writes)',
    'pool hold b',
    'app visit cache (writes)',
  ])
})

test('in parallel, apart, instead and by chance', () => {
  expect(edges('  read: [app, { all: [[cache], [db]] }, { each: [b], count: 3 }, { apart: [worker] }]\n')).toEqual([
    'client visit app',
    'app parallel cache',
    'app parallel db',
    'app parallel b',
    'app apart worker',
  ])
  expect(edges('  read: [app, { call: [db], policy: p, else: [cache] }, b]\n')).toEqual([
    'client visit app',
    'app call db by p',
    'app else cache',
    'app visit b',
  ])
  expect(edges('  read: [app, { choose: [{ share: 1, steps: [db] }, { share: 1, steps: [] }] }, b]\n')).toEqual([
    'client visit app',
    'app visit db',
    'db visit b',
    'app visit b',
  ])
})

test('consumers go on from their log', () => {
  expect(edges('  read: [app, log]\n  log: [worker, db]\n')).toEqual([
    'client visit app',
    'app visit log',
    'log consumes worker',
    'worker visit db',
  ])
})
