import { expect, test } from 'vitest'
import { type History, NO_HISTORY, redo, remember, undo } from './history.ts'

function take(step: readonly [string, History] | undefined): readonly [string, History] {
  if (step === undefined) throw new Error('There is nothing to take.')
  return step
}

test('what was done is undone and done again', () => {
  const history = remember(remember(NO_HISTORY, 'a', false), 'ab', false)
  const [first, back] = take(undo(history, 'abc'))
  expect(first).toBe('ab')
  const [second, further] = take(undo(back, first))
  expect(second).toBe('a')
  expect(undo(further, second)).toBeUndefined()
  const [third] = take(redo(further, second))
  expect(third).toBe('ab')
})

test('typing is one step', () => {
  let history = remember(NO_HISTORY, '', false)
  history = remember(history, 'h', true)
  history = remember(history, 'he', true)
  expect(take(undo(history, 'hel'))[0]).toBe('')
})

test('a new edit forgets what was taken back', () => {
  const [text, back] = take(undo(remember(NO_HISTORY, 'a', false), 'b'))
  expect(redo(remember(back, text, false), 'c')).toBeUndefined()
})
