import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { recordedShell } from './recorded-shell.ts'
import { run } from './run.ts'

const project = resolve(import.meta.dirname, '../..')
const PHOTOS = resolve(import.meta.dirname, '../gym/fixtures/content/shops/questions/photos-of-a-year')

/** Somebody types these lines; `isTTY` when it is a person. */
function typing(lines: readonly string[], isTTY: boolean) {
  return recordedShell({
    project,
    stdin: {
      isTTY,
      lines: async function* () {
        yield* lines
      },
    },
  })
}

async function truths(seed: string): Promise<readonly string[]> {
  const shell = typing(['1'], false)
  await run.run([PHOTOS, '--seed', seed, '--json'], shell)
  return JSON.parse(shell.written()).answers.map(({ truth }: { readonly truth: number }) => String(truth))
}

test('a drill takes its numbers as arguments, and tells score and working', async () => {
  const shell = recordedShell({ project })
  expect(await run.run([PHOTOS, ...(await truths('3')), '--seed', '3'], shell)).toBe(0)
  expect(shell.written()).toContain('Worked out')
  expect(shell.written()).toContain('passed  score 1.00 of 1')
  expect(shell.written()).not.toContain('{')
  const other = recordedShell({ project })
  expect(await run.run([PHOTOS, ...(await truths('3')).map(() => '1'), '--seed', '3'], other)).toBe(1)
  expect(other.written()).toContain('too little')
})

test('numbers are read as on the page: with units and words', async () => {
  const [first = '0', ...rest] = await truths('3')
  const shell = recordedShell({ project })
  const asTerabytes = `${Number(first) / 1e12} TB`
  expect(await run.run([PHOTOS, asTerabytes, ...rest, '--seed', '3', '--json'], shell)).toBe(0)
  expect(JSON.parse(shell.written())).toMatchObject({ item: 'photos-of-a-year', seed: 3, score: 1, passed: true })
})

test('without numbers it asks for each, and again for what it does not understand', async () => {
  const [first = '', ...rest] = await truths('3')
  const shell = typing(['a lot', first, ...rest], true)
  expect(await run.run([PHOTOS, '--seed', '3'], shell)).toBe(0)
  expect(shell.written()).toMatch(/\(B\): /)
  expect(shell.written()).toContain('Write a number such as')
})

test('JSON is alone on standard output: what is asked goes beside it', async () => {
  const shell = typing(await truths('3'), true)
  expect(await run.run([PHOTOS, '--seed', '3', '--json'], shell)).toBe(0)
  const result = JSON.parse(shell.written())
  expect(Object.keys(result)).toEqual(['item', 'seed', 'drawn', 'statement', 'answers', 'score', 'passed', 'working', 'followUps'])
  expect(Object.keys(result.answers[0])).toEqual(['ask', 'unit', 'said', 'truth', 'score'])
  expect(shell.complained()).toContain(result.statement)
})

test.each([
  [['1', '2', '3', '4', '5'], [], 'numbers for'],
  [['a lot', '2'], [], ''],
  [[], [], 'Nothing was estimated.'],
  [[], ['many'], ''],
])('numbers %j and lines %j are refused', async (numbers, lines, why) => {
  await expect(run.run([PHOTOS, ...numbers], typing(lines, false))).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining(why),
  })
})

test('an exercise still takes one file', async () => {
  const shell = recordedShell({ project })
  await expect(run.run(['scores-that-overflow', 'a.py', 'b.py'], shell)).rejects.toThrow('"b.py" is one argument too many.')
})
