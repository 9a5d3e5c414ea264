import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUnit, parseQuantity } from './quantity.ts'
import { sayExactly, sayQuantity } from './say-quantity.ts'

function read(typed: string, unit: string): number | string {
  const quantity = parseQuantity(typed, unit)
  return quantity.kind === 'problem' ? quantity.what : Number(quantity.value.toPrecision(12))
}

test('bytes are understood however they are written', () => {
  expect(
    ['3.6 TB', '3.6TB', '3,6 TB', '3.6tb', '3600 GB', '3.6e12', '3.6T', '3.6 × 10^12', '3.6*10^12 B', '3.6x10¹² bytes'].map((typed) =>
      read(typed, 'B'),
    ),
  ).toEqual(Array(10).fill(3.6e12))
  expect(read('2 GiB', 'B')).toBe(2 * 1024 ** 3)
  expect(read('8 Gbit', 'B')).toBe(1e9)
  expect(read('2^30', 'B')).toBe(2 ** 30)
  expect(read('8 Gb', 'B')).toContain('may be bits or bytes')
})

test('numbers are understood with thousands, decimals and words', () => {
  expect(
    ['20k', '20K', '20 000', '20,000', '20_000', '2e4', '~20k', 'about 20 thousand', '20k GPUs', '20 thousand gpu'].map((typed) =>
      read(typed, 'GPUs'),
    ),
  ).toEqual(Array(10).fill(20_000))
  expect(read('1,5', '')).toBe(1.5)
  expect(read('1,500', '')).toBe(1500)
  expect(read('0,250', '')).toBe(0.25)
  expect(read('1.500', '')).toBe(1.5)
  expect(read('1.500.000', '')).toBe(1_500_000)
  expect(read('1.500.000,5', '')).toBe(1_500_000.5)
  expect(read('1,500,000.5', '')).toBe(1_500_000.5)
  expect(read('5 billion', '')).toBe(5e9)
  expect(read('5B', '')).toBe(5e9)
  expect(read('.5', '')).toBe(0.5)
  expect(read('10⁻³', '')).toBe(0.001)
  expect(read('20 million users', '')).toBe(20e6)
})

test('rates are brought to the time asked for', () => {
  expect(
    ['20k', '20k/s', '20k per second', '20k qps', '1.2M/min', '1.728 billion a day', '20k requests/s'].map((typed) => read(typed, '/s')),
  ).toEqual(Array(7).fill(20_000))
  expect(read('48 $/day', 'USD/h')).toBe(2)
  expect(read('$2', 'USD/h')).toBe(2)
  expect(read('2k USD/h', 'USD/h')).toBe(2000)
  expect(read('8 Gbit/s', 'B/s')).toBe(1e9)
  expect(read('2 GB/s', 'B')).toBe('Asked is a number of B, nothing a second or an hour.')
})

test('times, shares and money are understood', () => {
  expect(['5 ms', '5ms', '5000 µs', '5000us', '0.005', '0,005 s'].map((typed) => read(typed, 's'))).toEqual(Array(6).fill(0.005))
  expect(read('2 min', 's')).toBe(120)
  expect(read('3 days', 's')).toBe(3 * 86_400)
  expect(read('12 %', '%')).toBe(12)
  expect(read('12 percent', '%')).toBe(12)
  expect(read('$3.5k', 'USD')).toBe(3500)
  expect(read('5 m', 's')).toContain('may be milli or million')
})

test('what is not understood is said', () => {
  expect(read('', 'B')).toContain('No number')
  expect(read('many', 'B')).toContain('No number')
  expect(read('5 apples', 'B')).toBe('"5 apples" is not understood: asked is a number of B.'.replace('5 ', ''))
  expect(read('5 CPUs', 'GPUs')).toBe('"CPUs" is not understood: asked is a number of GPUs.')
  expect(read('5 constructor', 's')).toContain('not understood')
  expect(read('1e999', 'B')).toContain('too large')
  expect(read('10^99999', 'B')).toContain('too large')
  expect(read('5 EUR', 'USD')).toContain('not understood')
  expect(read('1.2.3', '')).toContain('not understood')
})

test('quantities are said as people say them', () => {
  expect(sayQuantity(20e6, '')).toBe('20 million')
  expect(sayQuantity(300e3, 'B')).toBe('300 kB')
  expect(sayQuantity(3.6e12, 'B/s')).toBe('3.6 TB/s')
  expect(sayQuantity(0.0025, 's')).toBe('2.5 ms')
  expect(sayQuantity(3600, 's')).toBe('60 min')
  expect(sayQuantity(90_000, '/s')).toBe('90,000/s')
  expect(sayQuantity(1234.5, 'USD/h')).toBe('1,230 USD/h')
  expect(sayQuantity(999_999, '')).toBe('1 million')
  expect(sayQuantity(999_950, 'B')).toBe('1 MB')
  expect(sayQuantity(12, '%')).toBe('12 %')
  expect(sayQuantity(3e18, 'FLOP')).toBe('3 × 10^18 FLOP')
  expect(sayQuantity(0.00002, '')).toBe('2 × 10^-5')
  expect(sayQuantity(7, 'GPUs')).toBe('7 GPUs')
  expect(sayExactly(3.6e12, 'B')).toBe('3.6 × 10^12 B')
  expect(sayExactly(20_000, '/s')).toBe('20,000/s')
})

test('what is said is understood again', () => {
  const unit = fc.constantFrom('', '/s', 'B', 'B/s', 's', 'USD', 'USD/h', '%', 'GPUs')
  fc.assert(
    fc.property(fc.double({ min: -8, max: 14, noNaN: true }), unit, (power, unit) => {
      const value = 10 ** power
      for (const said of [sayQuantity(value, unit), sayExactly(value, unit)]) {
        const understood = parseQuantity(said, unit)
        expect(understood.kind === 'problem' ? `${said}: ${understood.what}` : Math.abs(Math.log(understood.value / value))).toBeLessThan(
          0.006,
        )
      }
    }),
  )
})

test('nothing that is typed breaks it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '/s', 'B', 's', 'GPUs'),
      (typed, unit) => void parseQuantity(typed, unit),
    ),
  )
})

test('a unit is a name, with a time that it is per or not', () => {
  expect(['', '/s', 'B', 'B/s', 'USD/h', '%', 'GPUs', 'tokens/s', 's'].every(isUnit)).toBe(true)
  expect(['B/GPU', ' B', '/fortnight'].some(isUnit)).toBe(false)
})
