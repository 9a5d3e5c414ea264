import { expect, test } from 'vitest'
import type { PythonExercise } from '../domain/item.ts'
import { MOST_MUTANTS, mutantsOf } from './mutants.ts'

function exercise(solution: string, right: readonly string[] = []): PythonExercise {
  const about = { slug: 's', topic: 'x', title: 'T', patterns: [], difficulty: 'core', minutes: 5, sources: [], statement: '' } as const
  const limits = { cpuMs: 1, wallMs: 1, memoryBytes: 1, outputBytes: 1 }
  const texts = { hints: [], why: '', starter: '', wrong: [], tests: '', snippets: [], hash: 'h', folder: '' }
  const kind = { kind: 'exercise', form: 'write', runtime: 'python', permissions: [], aliases: [] } as const
  return { ...about, ...texts, ...kind, limits, right: right.map((source) => ({ file: 'a.py', source })), solution }
}

test('each copy is another program, and none is a right answer or the starter', () => {
  const sources = (one: PythonExercise) => mutantsOf(one).map(({ source }) => source)
  const solution = 'def f(x):\n    return x < 1 and x < 1\n'
  const all = sources(exercise(solution))
  expect(new Set(all).size).toBe(all.length)
  expect(all).toContain('def f(x):\n    return x < 1\n')
  expect(sources(exercise(solution, ['def f(x):\n    return x < 1  # enough\n']))).not.toContain('def f(x):\n    return x < 1\n')
})

test('of a long program only so many are made, of every kind and from all over it', () => {
  const lines = Array.from({ length: 40 }, (_, place) => `    if x < ${place}: total += ${place}`)
  const mutants = mutantsOf(exercise(`def f(x):\n    total = 0\n${lines.join('\n')}\n    return total\n`))
  expect(mutants).toHaveLength(MOST_MUTANTS)
  const kinds = new Set(mutants.map(({ operator }) => operator))
  expect([...kinds]).toEqual(expect.arrayContaining(['initial-value', 'boundary', 'overwrites']))
  const places = mutants.filter(({ operator }) => operator === 'boundary').map(({ from }) => from)
  expect(places.at(-1)).toBeGreaterThan(3 * (places[0] ?? 0))
})
