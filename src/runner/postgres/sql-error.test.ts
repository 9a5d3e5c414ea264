import { expect, test } from 'vitest'
import { type SqlError, errorBlock, errorSentence } from './sql-error.ts'

test('an error without a place is told as it is', () => {
  expect(errorBlock(errorAt(undefined), 'SELECT 1')).toBe('it went wrong')
})

test('the caret stands below the place, on its own line, behind tabs and characters of any width', () => {
  const source = 'SELECT 1;\r\n\tSELECT é😀 x'
  const position = Array.from(source).indexOf('x') + 1
  expect(errorSentence(errorAt(position), source)).toBe('Line 2: it went wrong')
  expect(errorBlock(errorAt(position), source).split('\n').slice(1)).toEqual(['2 | \tSELECT é😀 x', '  | \t          ^'])
})

test('of a long line the part around the place is shown', () => {
  const source = `SELECT ${'1 + '.repeat(500)}x`
  const [, line = '', caret = ''] = errorBlock(errorAt(source.length), source).split('\n')
  expect(line.length).toBeLessThan(140)
  expect(line[caret.indexOf('^')]).toBe('x')
})

test('detail and hint of PostgreSQL come below', () => {
  const error = { ...errorAt(1), detail: 'The detail.', hint: 'Do this.' }
  expect(errorBlock(error, 'x').split('\n').slice(-2)).toEqual(['The detail.', 'Hint: Do this.'])
})

function errorAt(position: number | undefined): SqlError {
  return { code: '42601', message: 'it went wrong', position, detail: undefined, hint: undefined }
}
