import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest, suggest } from './nearest.ts'
import { countText, quantity, timeText, withoutUnits } from './units.ts'

test('quantities are seconds or ones', () => {
  expect(quantity('50us')).toEqual({ value: 0.000_05, dimension: 'time' })
  expect(quantity('0.3 ms')).toEqual({ value: 0.0003, dimension: 'time' })
  expect(quantity('10min')).toEqual({ value: 600, dimension: 'time' })
  expect(quantity('1.5M')).toEqual({ value: 1_500_000, dimension: 'count' })
  expect(quantity('16GB')).toEqual({ value: 16e9, dimension: 'count' })
  expect(quantity('-3.5')).toEqual({ value: -3.5, dimension: undefined })
  for (const text of ['', 'soon', '1,000', '3 apples', '1e', 'ms', '0x10', 'NaN', '1e999']) expect(quantity(text)).toBeUndefined()
})

test('numbers are written short, and read the same to the last bit', () => {
  expect([0.05, 90, 600, 3600, 0.0003, 86_400].map(timeText)).toEqual(['50ms', '90s', '10min', '1h', '300us', '1d'])
  expect([12, 20_000, 1_500_000, 12_345, 0.1].map(countText)).toEqual(['12', '20k', '1.5M', '12345', '0.1'])
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (value) => {
      expect(quantity(timeText(value))?.value).toBe(value)
      expect(quantity(countText(value))?.value).toBe(value)
    }),
  )
})

test('units are taken off plain data, however deep', () => {
  expect(withoutUnits({ time: { kind: 'lognormal', mean: '1ms' }, points: ['2k', true, null] })).toEqual({
    time: { kind: 'lognormal', mean: 0.001 },
    points: [2000, true, null],
  })
})

test('the nearest name is meant, and a far one is not', () => {
  expect(nearest('replcas', ['servers', 'replicas'])).toBe('replicas')
  expect(nearest('balacne', ['balance'])).toBe('balance')
  expect(nearest('zebra', ['servers', 'replicas'])).toBeUndefined()
  expect(suggest('zebra', ['servers', 'replicas'])).toBe('Known are servers, replicas.')
  expect(suggest('zebra', [])).toBe('There is none to choose from.')
})
