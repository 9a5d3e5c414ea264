import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { recordedShell } from './recorded-shell.ts'
import { run } from './run.ts'

const project = resolve(import.meta.dirname, '../..')
const SQUARES = resolve(import.meta.dirname, '../check/fixtures/good/content/counting/exercises/squares-of-a-list')
const RIGHT = 'def total(values):\n    print("adding")\n    return sum(v * v for v in values)\n'
const WRONG = 'def total(values):\n    return sum(values)\n'

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-run-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

async function judged(source: string | Uint8Array) {
  const shell = recordedShell({ project, cwd: folderWith({ 'answer.py': source }) })
  const code = await run.run([SQUARES, 'answer.py', '--seed', '7', '--json'], shell)
  return { code, result: JSON.parse(shell.written()) }
}

test('a right answer in a folder outside content/ passes with exit code 0, in the documented shape', async () => {
  const { code, result } = await judged(RIGHT)
  expect(code).toBe(0)
  expect(Object.keys(result)).toEqual(['item', 'verdict', 'message', 'checks', 'cpuMs', 'wallMs', 'stdout', 'truncated', 'seed'])
  expect(result).toMatchObject({ item: 'squares-of-a-list', verdict: 'passed', message: '', truncated: false, seed: 7 })
  expect(result.checks).toEqual([
    { name: 'a short list', visible: true, passed: true, message: '' },
    { name: 'nothing', visible: false, passed: true, message: '' },
    { name: 'drawn numbers', visible: false, passed: true, message: '' },
  ])
})

test('a wrong answer has exit code 1, and hidden checks tell no more than their kind', async () => {
  const { code, result } = await judged(WRONG)
  expect(code).toBe(1)
  expect(result.verdict).toBe('failed')
  expect(result.checks[0]).toMatchObject({ passed: false, message: expect.stringContaining('14') })
  expect(result.checks[2]).toMatchObject({ passed: false, message: expect.not.stringMatching(/\d/) })
})

test.each([
  ['that does not parse', 'def total(:\n', 'errored'],
  ['that is empty', '', 'errored'],
  ['that exits', 'import os\nos._exit(0)\n', 'errored'],
])('an answer %s has exit code 1, never 0 or 3', async (_, source, verdict) => {
  const { code, result } = await judged(source)
  expect({ code, verdict: result.verdict }).toEqual({ code: 1, verdict })
})

test.each([
  ['binary', new Uint8Array([0xff, 0xfe, 0, 1]), 'not UTF-8'],
  ['endless', 'x'.repeat(200_001), '200,001 characters'],
])('a %s file is refused before anything runs', async (_, source, why) => {
  const shell = recordedShell({ project, cwd: folderWith({ 'answer.py': source }) })
  await expect(run.run([SQUARES, 'answer.py'], shell)).rejects.toThrow(why)
})

test.each([
  [['no-such-item', 'answer.py'], 'There is no item "no-such-item".'],
  [[SQUARES, 'none.py'], 'There is no such file.'],
  [[SQUARES], 'Name an exercise and a file, or a batch.'],
  [[SQUARES, 'answer.py', '--seed', 'x'], '--seed is "x".'],
])('%j is refused', async (args, why) => {
  const shell = recordedShell({ project, cwd: folderWith({ 'answer.py': RIGHT }) })
  await expect(run.run(args, shell)).rejects.toThrow(why)
})

test('a batch prints a line each in order, whatever is wrong with one of them', async () => {
  const lines = [
    { id: 'a', item: SQUARES, source: WRONG },
    { id: 'b', item: SQUARES, source: RIGHT },
    'not json',
    { id: 3, item: 'no-such-item', source: RIGHT },
    { id: 'e', item: SQUARES },
    { id: 'f', item: SQUARES, source: RIGHT },
  ]
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const shell = recordedShell({ project, cwd: folderWith({ 'answers.jsonl': text }) })
  expect(await run.run(['--batch', 'answers.jsonl', '--json'], shell)).toBe(2)
  const printed = shell
    .written()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(printed.map(({ id, verdict, error }) => [id, verdict ?? error.where])).toEqual([
    ['a', 'failed'],
    ['b', 'passed'],
    [null, 'answers.jsonl:3'],
    [3, 'no-such-item'],
    ['e', 'answers.jsonl:5'],
    ['f', 'passed'],
  ])
})
