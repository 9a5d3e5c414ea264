import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesIn, parseFormula, valueOf } from './formula.ts'

function work(text: string, draw: Readonly<Record<string, number>> = {}): number | string {
  const formula = parseFormula(text)
  return formula.kind === 'problem' ? formula.what : valueOf(formula, draw)
}

test('arithmetic goes as in mathematics', () => {
  expect(work('2 + 3 * 4')).toBe(14)
  expect(work('(2 + 3) * 4')).toBe(20)
  expect(work('8 - 3 - 2')).toBe(3)
  expect(work('64 / 4 / 2')).toBe(8)
  expect(work('2 ^ 3 ^ 2')).toBe(512)
  expect(work('-2 ^ 2')).toBe(-4)
  expect(work('2 ^ -1')).toBe(0.5)
  expect(work('-2 * -3')).toBe(6)
  expect(work('2e3*.5')).toBe(1000)
})

test('functions work on numbers and on names that were drawn', () => {
  expect(work('users * photos * 365 * 300e3', { users: 20e6, photos: 2 })).toBe(20e6 * 2 * 365 * 300e3)
  expect(work('log2(8) + ln(exp(2)) + sqrt(9) + ceil(1.2)')).toBeCloseTo(10, 12)
  expect(work('max(1, n, 3) - min(n, 2)', { n: 7 })).toBe(5)
})

test('what is no formula is said in a sentence', () => {
  expect(work('')).toBe('it ends too early')
  expect(work('2 +')).toBe('it ends too early')
  expect(work('2 3')).toBe('"3" stands where the formula should end')
  expect(work('(2')).toBe('a ")" is missing')
  expect(work('process.exit()')).toBe('".exit()" is not understood')
  expect(work('eval(2)')).toContain('there is no function "eval"')
  expect(work('sqrt(2, 3)')).toBe('sqrt takes one number')
  expect(work('a; b')).toBe('"; b" is not understood')
  expect(work('* 3')).toBe('"*" stands where a number should')
  expect(work('('.repeat(5_000))).toBe('it is nested too deep')
})

test('a name that was not drawn gives no number, whatever objects are born with', () => {
  expect(work('constructor')).toBeNaN()
  const formula = parseFormula('a * toString + ln(b)')
  expect(formula.kind === 'problem' ? [] : [...namesIn(formula)]).toEqual(['a', 'toString', 'b'])
})

test('products go before sums, from left to right, however they are spaced', () => {
  const number = fc.integer({ min: 1, max: 99 })
  const factor = fc.tuple(fc.constantFrom('*', '/'), number)
  const term = fc.tuple(fc.constantFrom('+', '-'), number, fc.array(factor, { maxLength: 4 }))
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 5 }), fc.constantFrom('', ' ', '  '), (terms, space) => {
      const text = terms.map(([sign, first, factors]) => [sign, first, ...factors.flat()].join(space)).join(space)
      const value = terms.reduce((sum, [sign, first, factors]) => {
        const product = factors.reduce((so, [operator, by]) => (operator === '*' ? so * by : so / by), first)
        return sign === '+' ? sum + product : sum - product
      }, 0)
      expect(work(`0 ${text}`)).toBe(value)
    }),
  )
})
