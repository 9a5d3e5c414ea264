import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadItem } from './item.ts'

const FRONT = {
  title: 'Photos of a year',
  patterns: '[tensors/stable-softmax]',
  form: 'estimate',
  difficulty: 'warm-up',
  minutes: '5',
  numbers: '{ users: [20M, 50M], size: [300 kB, 1.5 MB] }',
  answers: '[{ ask: Storage, answer: users * size, unit: B }]',
}
const BODY = '{users} users keep {size} each.\n\n## Working\n{= users * size} B.\n'

function read(change: Partial<typeof FRONT>, body = BODY) {
  const folder = join(mkdtempSync(join(tmpdir(), 'onsite-drill-')), 'photos-of-a-year')
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true }))
  mkdirSync(folder)
  const lines = Object.entries({ ...FRONT, ...change }).map(([key, value]) => `${key}: ${value}`)
  writeFileSync(join(folder, 'question.md'), `---\n${lines.join('\n')}\n---\n${body}`)
  const { item, problems } = loadItem(folder)
  return { item, problems: problems.map(({ where, what }) => `${where.replace('photos-of-a-year/question.md', '')} ${what}`) }
}

test('a drill loads with its numbers in plain units', () => {
  const { item, problems } = read({})
  expect(problems).toEqual([])
  expect(item).toMatchObject({
    kind: 'estimate',
    numbers: { users: { values: [20e6, 50e6], unit: '' }, size: { values: [300e3, 1.5e6], unit: 'B' } },
    working: '{= users * size} B.',
    followUps: [],
  })
})

test('numbers are read in the unit that they are written with', () => {
  const numbers = '{ a: [5 ms, 2 min], b: [20k/s], c: [3 USD/h], d: [12 %], e: [8 Gbit/s], f: [1e3, 2000], g: [5, 10 million] }'
  const body = '{a}{b}{c}{d}{e}{f}{g}\n\n## Working\nSo.\n'
  expect(read({ numbers, answers: '[{ ask: A, answer: a }]' }, body)).toMatchObject({
    problems: [],
    item: {
      numbers: {
        a: { values: [0.005, 120], unit: 's' },
        b: { values: [20_000], unit: '/s' },
        c: { values: [3], unit: 'USD/h' },
        d: { values: [12], unit: '%' },
        e: { values: [1e9], unit: 'B/s' },
        f: { values: [1000, 2000], unit: '' },
        g: { values: [5, 10e6], unit: '' },
      },
    },
  })
})

test('what cannot be drawn is a problem with its line', () => {
  expect(read({ numbers: '{ users: [], size: [0] }' }).problems).toEqual([
    ':7 `numbers.users`: has no value.',
    ':7 `numbers.size.0`: 0 is no number above 0.',
  ])
  expect(read({ numbers: '{ users: [many], size: [2, 2] }' }).problems).toEqual([
    ':7 `numbers.users.0`: many is no number above 0.',
    ':7 `numbers.size`: has a value twice.',
  ])
  expect(read({ numbers: '{ users: [1, 2 kB], size: [1] }' }).problems).toEqual([
    ':7 `numbers.users.1`: has another unit than the first value.',
  ])
  expect(read({ numbers: '{ users: [1], size: [1], Users: [1] }' }).problems[0]).toContain('must be a name')
  const many = `[${Array.from({ length: 80 }, (_, place) => place + 1).join(', ')}]`
  expect(read({ numbers: `{ users: ${many}, size: ${many} }` }).problems).toEqual([
    ':7 `numbers`: gives 6400 draws; at most 5000 are tried.',
  ])
})

test('an answer that some draw has no number for is a problem with the draw', () => {
  const answer = (text: string) => read({ answers: `[{ ask: Storage, answer: ${text} }]` }).problems
  expect(answer('users * photos')).toEqual([':8 `answers.0.answer`: "photos" is not drawn.'])
  expect(answer('"users *"')).toEqual([':8 `answers.0.answer`: users *: it ends too early.'])
  expect(answer('30e6 - users')).toEqual([
    ':8 `answers.0.answer`: gives -20000000 for users = 5 × 10^7, size = 3 × 10^5; it must be a number above 0.',
  ])
  expect(answer('1 / (users - users)')[0]).toContain('gives Infinity')
  expect(answer('5')).toEqual([])
  expect(read({ answers: '[]' }).problems).toEqual([':8 `answers`: asks for nothing.'])
  expect(read({ answers: '[{ ask: A, answer: users, unit: B/GPU }]' }).problems[0]).toContain('must be B, s, USD')
})

test('a blank that cannot be filled is a problem with its line', () => {
  expect(read({}, '{users} and {photos}\nof {size}.\n\n## Working\n{= users *} and\n{users * size}\n').problems).toEqual([
    ':10 {photos}: "photos" is not drawn.',
    ':14 {= users *}: it ends too early.',
    ':15 {users * size}: a formula begins with =, as in {= a * b}.',
  ])
  expect(read({}, '{users} only.\n\n## Working\nSo.\n').problems).toEqual([':1 `size` is drawn, and the statement does not tell it.'])
})

test('a drill without its working, or with a rubric, is a problem', () => {
  expect(read({}, '{users} {size}\n').problems).toEqual([' Section `## Working` is missing.'])
  expect(read({}, `${BODY}\n## Strong\nSo.\n`).problems[0]).toContain('Unexpected section "Strong"')
  expect(read({ form: 'guess' }).problems.join()).toContain('must be explain, or estimate for a drill')
})
