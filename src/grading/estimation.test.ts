import { expect, test } from 'vitest'
import { drawOf, drawsOf, everyDraw } from './draw.ts'
import { assess, timesOff } from './estimation.ts'
import { blanksOf, fill } from './fill.ts'

const numbers = {
  users: { values: [20e6, 50e6, 200e6], unit: '' },
  size: { values: [300e3, 2e6], unit: 'B' },
}

test('every draw comes before any comes again, and none twice in a row', () => {
  for (const values of [[1], [1, 2], [1, 2, 3, 4], [1, 2, 3, 4, 5, 6, 7]]) {
    const drawn = { a: { values, unit: '' }, b: { values: [1, 2, 3], unit: '' } }
    const all = drawsOf(drawn)
    const cycle = Array.from({ length: all }, (_, meeting) => JSON.stringify(drawOf(drawn, meeting)))
    expect(new Set(cycle).size).toBe(all)
    expect(JSON.stringify(drawOf(drawn, all))).toBe(cycle[0])
    expect([...everyDraw(drawn)]).toHaveLength(all)
  }
  expect(drawOf({ a: { values: [7], unit: '' } }, 12)).toEqual({ a: 7 })
})

test('blanks are filled with what people would say', () => {
  const draw = { users: 20e6, size: 300e3 }
  const text = '{users} users keep {size} each: {= users * size} B, {= users/2}/s, {= users * size / 86400} B/s.'
  expect(fill(text, numbers, draw)).toBe('20 million users keep 300 kB each: 6 TB, 10 million/s, 69.4 MB/s.')
  expect(fill('{bytes} B', { bytes: { values: [1], unit: '' } }, { bytes: 1234567 })).toBe('1.234567 MB')
  expect(fill('{seconds} seconds', {}, { seconds: 5 })).toBe('5 seconds')
})

test('braces of code, mathematics and directives stay', () => {
  const text = 'a `{users}` and $\\frac{users}{size}$\n\n~~~python\n{users}\n~~~\n\n:::cell{runtime=data}\n:::\n\n$$\n{users}\n$$\n'
  expect(fill(text, numbers, { users: 1, size: 2 })).toBe(text)
  expect(blanksOf(text)).toEqual([])
  expect(fill('~~~\n{users}\n', numbers, { users: 1 })).toBe('~~~\n{users}\n')
  expect(fill('~~~\n{users}\n~~~\n{users}', numbers, { users: 1 })).toBe('~~~\n{users}\n~~~\n1')
})

test('what is no blank is said', () => {
  expect(blanksOf('{a b} {= a +} {a * b} {}').map(({ problem }) => problem)).toEqual([
    '"b" stands where the formula should end',
    'it ends too early',
    'a formula begins with =, as in {= a * b}',
    'it ends too early',
  ])
})

test('a drill is passed by a mean of three quarters', () => {
  const answers = [
    { ask: 'A', answer: 'users * 2', unit: '' },
    { ask: 'B', answer: 'size', unit: 'B' },
  ]
  const draw = { users: 10, size: 100 }
  expect(assess({ answers }, draw, [20, 100])).toEqual({
    answers: [
      { said: 20, truth: 20, score: 1 },
      { said: 100, truth: 100, score: 1 },
    ],
    score: 1,
    passed: true,
  })
  expect(assess({ answers }, draw, [20, 400])).toMatchObject({ score: 0.75, passed: true })
  expect(assess({ answers }, draw, [20, null])).toMatchObject({ score: 0.5, passed: false })
  expect(assess({ answers }, draw, [])).toMatchObject({ score: 0, passed: false })
})

test('too much and too little are as many times off', () => {
  expect(timesOff({ said: 5, truth: 10, score: 1 })).toBe(2)
  expect(timesOff({ said: 20, truth: 10, score: 1 })).toBe(2)
  expect(timesOff({ said: null, truth: 10, score: 0 })).toBeUndefined()
  expect(timesOff({ said: -3, truth: 10, score: 0 })).toBeUndefined()
})
