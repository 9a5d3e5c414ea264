import { expect, test } from 'vitest'
import { type Comparison, pageTables, textOf, verdictTable } from './report.ts'
import type { Series } from './rounds.ts'

function series(name: string, ms: readonly number[], cpuMs: number | undefined): Series {
  return { name, isBaseline: name === 'fresh', rounds: ms.map((each) => [{ ms: each, cpuMs }]) }
}

function verdicts(comparison: Comparison): string {
  return verdictTable('', [comparison]).join('\n')
}

function numpy(freshMs: readonly number[]): string {
  const all = [series('warm', [10, 20, 30], 5), series('fresh', freshMs, 50), series('a part', [1, 2, 3], 1)]
  return verdicts({ title: 'numpy', series: all, aim: 10 })
}

function guide(script: number): string {
  const transfer = { script, style: 2000, font: 0, document: 0, rest: 0, files: [] }
  return pageTables({ title: '', series: [], aim: undefined }, [{ name: 'guide', budget: 110_000, transfer }]).join('\n')
}

function line(text: string, start: string): string | undefined {
  return text
    .split('\n')
    .find((each) => each.trimStart().startsWith(start))
    ?.trim()
    .replace(/\s+/g, ' ')
}

test('a way is held against ours of the same round, and an aim is met or not', () => {
  const text = numpy([100, 240, 300])
  expect(line(text, 'warm')).toBe('warm 3 20.0 29.0 5.00')
  expect(line(text, 'fresh')).toBe('fresh 3 240 294 50.0 10.0× 10.0× 10× met')
  expect(line(numpy([99, 199, 310]), 'fresh')).toContain('9.95× 10.0× 10× not met')
  expect(line(text, 'a part')).toBe('a part 3 2.00 2.90 1.00 0.10× 0.20×')
})

test('JavaScript counts against the budget, the rest of a page does not', () => {
  expect(line(guide(110_000), 'guide')).toBe('guide 110.0 2.0 0.0 0.0 0.0 110 met')
  expect(line(guide(110_001), 'guide')).toContain('110 not met')
})

test('where the system tells no CPU time the figure is missing, not zero', () => {
  const own = series('warm', [10], undefined)
  const comparison = { title: 'numpy', series: [own, series('fresh', [20], undefined)], aim: undefined }
  expect(line(verdicts(comparison), 'fresh')).toBe('fresh 1 20.0 20.0 2.00×')
})

test('a run says when and where it was, then each part that was asked for', () => {
  const sections = [{ name: 'pipe', lines: ['A call', '  1 ms'], data: {} }]
  const text = textOf({ date: 'today', machine: 'a machine', load: [0.5, 2], rounds: 3, sections })
  expect(text.split('\n').slice(0, 2)).toEqual([
    'Onsite, measured today',
    'a machine; load 0.5 before, 2.0 after; 3 rounds, the ways in turn',
  ])
  expect(text).toContain('\n\nA call\n  1 ms\n')
})
