import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { kindOf, withTheirKind } from './kinds.ts'

const folder = fileURLToPath(new URL('../../runtime/syscalls', import.meta.url))

function rowsOf(list: string): readonly (readonly string[])[] {
  const lines = readFileSync(`${folder}/${list}.txt`, 'utf8').split('\n')
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(/ +/))
}

test('each call of a list exists on AArch64, or one of its kind does and is on the same list', () => {
  const onAarch64 = new Set(rowsOf('numbers').flatMap(([name = '', , number]) => (number === '-' ? [] : [name])))
  const missing = ['python', 'data', 'torch', 'judge', 'spawn', 'loopback', 'compile'].flatMap((list) => {
    const names = new Set(rowsOf(list).map(([name = '']) => name))
    return [...names].filter((name) => !kindOf(name).some((other) => names.has(other) && onAarch64.has(other)))
  })
  expect(missing).toEqual([])
})

test('a call that was seen brings those of its kind, with the reason', () => {
  expect([...withTheirKind(['poll', 'uname'])]).toEqual([
    ['poll', 'seen'],
    ['uname', 'seen'],
    ['ppoll', 'as poll'],
    ['select', 'as poll'],
    ['pselect6', 'as poll'],
  ])
})
