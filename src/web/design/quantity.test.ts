import { expect, test } from 'vitest'
import { readQuantity, unitOf, writeEach, writeQuantity, writeSetting, writeShort } from './quantity.ts'

test.each([
  ['20k', '/s', 20_000],
  ['20k/s', '/s', 20_000],
  ['1.5M per second', '/s', 1_500_000],
  ['5ms', 's', 0.005],
  ['5 ms', 's', 0.005],
  ['2h', 's', 7200],
  ['0.2', 's', 0.2],
  ['99.9 %', '%', 0.999],
  ['0.999', '%', 0.999],
  ['80 %', 'share', 0.8],
  ['8 TB', 'B', 8e12],
  ['8 B', 'B', 8],
  ['1,200', '', 1200],
  ['12,345,678', '', 12_345_678],
  ['1,5', 's', 1.5],
  ['0,25', '', 0.25],
  ['3e5', '/s', 3e5],
  ['$0.34', '$/h', 0.34],
  ['~ 40', '', 40],
])('%s of %s is %d', (text, unit, value) => {
  expect(readQuantity(text, unit)).toBeCloseTo(value, 9)
})

test.each([
  ['', '/s'],
  ['many', '/s'],
  ['5 ms', '/s'],
  ['5 parsecs', 's'],
  ['5k', 's'],
  ['80', 'share'],
])('"%s" is no number of %s', (text, unit) => {
  expect(readQuantity(text, unit)).toBeUndefined()
})

test.each([
  [0.0042, 's', '4.2 ms'],
  [0.00005, 's', '50 µs'],
  [300, 's', '5 min'],
  [0.9999, '%', '99.99 %'],
  [0.99996, '%', '99.996 %'],
  [0.423, '%', '42.3 %'],
  [0.8, 'share', '80 %'],
  [1, '%', '100 %'],
  [20_000, '/s', '20k/s'],
  [7.9e12, 'B', '7.9 TB'],
  [4000, '', '4,000'],
  [2.345, '$/h', '$2.35/h'],
  [Number.NaN, 's', 'none'],
  [Number.POSITIVE_INFINITY, 's', 'never'],
])('%d %s reads "%s"', (value, unit, text) => {
  expect(writeQuantity(value, unit)).toBe(text)
})

test('where there is little room a count has four letters at most', () => {
  expect([0, 7, 9.5, 950, 999.7, 4037, 38_200, 999_800, 1.24e6].map(writeShort)).toEqual([
    '0',
    '7',
    '9.5',
    '950',
    '1.0k',
    '4.0k',
    '38k',
    '1.0M',
    '1.2M',
  ])
})

test('what costs next to nothing is priced by the thousand or the million', () => {
  expect([0.34, 2e-5, 1e-8].map(writeEach)).toEqual(['$0.34/h each', '$0.02/h per thousand', '$0.01/h per million'])
})

test('a setting keeps all its digits, and seconds the shortest of their names', () => {
  expect(writeSetting(0.05, 's')).toBe('50ms')
  expect(writeSetting(0.000_123, 's')).toBe('123us')
  expect(writeSetting(12, 's')).toBe('12s')
  expect(writeSetting(60_000, '')).toBe('60000')
  expect(writeSetting(true, '')).toBe('true')
})

test('what is a time is known by its name', () => {
  expect(['timeout', 'backoff.base', 'backoff.most', 'ttl', 'breaker.open'].map(unitOf)).toEqual(['s', 's', 's', 's', 's'])
  expect(['replicas', 'budget.ratio', 'queue', 'most'].map(unitOf)).toEqual(['', '', '', ''])
})
