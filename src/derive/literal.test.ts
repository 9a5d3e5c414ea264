import { assert, constantFrom, dictionary, double, integer, letrec, array, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { parseLiteral, sameLiteral } from './literal.ts'

function same(expected: string, answer: string): boolean {
  const [one, other] = [parseLiteral(expected), parseLiteral(answer)]
  return one !== undefined && other !== undefined && sameLiteral(one, other)
}

test('every nested value says the same as itself', () => {
  const { value } = letrec((tie) => ({
    value: oneof(
      { depthSize: 'small' },
      integer(),
      double({ noNaN: true, noDefaultInfinity: true }),
      string(),
      constantFrom(true, false, null),
      array(tie('value'), { maxLength: 4 }),
      dictionary(string(), tie('value'), { maxKeys: 3 }),
    ),
  }))
  const python = (json: string) =>
    json.replaceAll(/"(?:[^"\\]|\\.)*"|true|false|null/g, (word) => ({ true: 'True', false: 'False', null: 'None' })[word] ?? word)
  assert(
    property(value, (one) => {
      const text = python(JSON.stringify(one))
      expect(same(text, text)).toBe(true)
      expect(same(`[${text}]`, `( ${text} , )`)).toBe(true)
    }),
  )
})

test.each([
  ['[1, 2]', '[1,2]'],
  ['(4, 1)', '[4, 1]'],
  ['(4,)', '(4,)'],
  ["['a', 'é']", '["a", "é"]'],
  ['{1, 2}', '{2, 1}'],
  ["{'a': 1, 'b': 2}", '{"b": 2, "a": 1}'],
  ['0.3333333333', '0.333'],
  ['-0.66666', '-.667'],
  ['2.0', '2'],
  ['1e+18', '1000000000000000000'],
  ['nan', 'NaN'.toLowerCase()],
  ['[inf, -inf]', '[inf, -inf]'],
  ['[]', '[]'],
  ['{}', '{}'],
])('%s is answered by %s', (expected, answer) => {
  expect(same(expected, answer)).toBe(true)
})

test.each([
  ['3', '3.01'],
  ['1000', '1001'],
  ['0.875', '0.9'],
  ['[1, 2]', '[2, 1]'],
  ['[1, 2]', '[1, 2, 3]'],
  ['[1]', '1'],
  ['{1, 2}', '{2, 1, 3}'],
  ["{'a': 1}", "{'a': 1, 'b': 2}"],
  ['1', 'True'],
  ["'1'", '1'],
  ['None', '0'],
  ['nan', '0'],
  ['0.0', '0.001'],
])('%s is not answered by %s', (expected, answer) => {
  expect(same(expected, answer)).toBe(false)
})

test.each(['', '[1, 2', '[1 2]', '1, 2]', 'object at 0x7f', '[1,,2]', '{1: }', ')', 'f(1)'])('%j is no value', (text) => {
  expect(parseLiteral(text)).toBeUndefined()
})
