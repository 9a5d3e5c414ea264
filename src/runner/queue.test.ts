import { expect, test } from 'vitest'
import { createQueue } from './queue.ts'

const never = new AbortController().signal

test('tasks enter in the order in which they came, so many at once', async () => {
  const queue = createQueue(2, 10)
  const entered: number[] = []
  const leaves = [1, 2, 3, 4].map(async (number) => {
    const leave = await queue.enter(never)
    entered.push(number)
    return leave
  })
  await turn()
  expect(entered).toEqual([1, 2])
  ;(await leaves[1])?.()
  await turn()
  expect(entered).toEqual([1, 2, 3])
  ;(await leaves[0])?.()
  await turn()
  expect(entered).toEqual([1, 2, 3, 4])
})

test('a full queue answers at once', async () => {
  const queue = createQueue(1, 1)
  await queue.enter(never)
  void queue.enter(never)
  expect(await queue.enter(never)).toBeUndefined()
})

test('one that gives up while waiting loses its place to the next', async () => {
  const queue = createQueue(1, 10)
  const leave = await queue.enter(never)
  const impatient = new AbortController()
  const gone = queue.enter(impatient.signal)
  const next = queue.enter(never)
  impatient.abort(new Error('gave up'))
  await expect(gone).rejects.toThrow('gave up')
  leave?.()
  expect(await next).toBeTypeOf('function')
})

test('leaving twice frees one place', async () => {
  const queue = createQueue(1, 0)
  const leave = await queue.enter(never)
  leave?.()
  leave?.()
  expect(await queue.enter(never)).toBeTypeOf('function')
  expect(await queue.enter(never)).toBeUndefined()
})

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
