import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadLibrary } from '../content/library.ts'
import { readVariants } from '../content/variants.ts'
import { derivedEntries, derivedFrom } from '../derive/derive.ts'
import { barePython } from '../derive/python-bare.ts'
import { isBroken, parsePython } from '../derive/python-tree.ts'
import { strengthOf } from './vary.ts'

const { library } = loadLibrary(join(import.meta.dirname, '../../content'))
const origins = { library, variantsOf: readVariants }
const items = [...library.items.values()]
const exercises = items.flatMap((item) => (item.kind === 'exercise' ? [item] : []))
/** Programs and queries that no world surrounds: what a lab measures over many worlds, a broken copy often leaves within its limits; manifests are not mutated. */
const isLab = (item: (typeof exercises)[number]) => 'world' in item && item.world !== undefined
const programs = exercises.filter((item) => !isLab(item) && item.runtime !== 'dockerfile' && item.runtime !== 'kubernetes')

test('every program gives three bugs to find, a value to predict and a pattern to recognise', () => {
  expect(programs.length).toBeGreaterThan(20)
  const few = programs.flatMap((exercise) => {
    const forms = derivedEntries(exercise, origins).map(({ form }) => form)
    const count = (form: string) => forms.filter((one) => one === form).length
    return count('fix') >= 3 && count('predict') >= 1 && count('recognise') === 1 ? [] : [exercise.slug]
  })
  expect(few).toEqual([])
})

test('every item but a drill has a pattern to recognise, and no two derived items share an id', () => {
  const stories = items.filter(({ kind }) => kind !== 'estimate')
  const entries = items.flatMap((item) => derivedEntries(item, origins))
  expect(entries.filter(({ form }) => form === 'recognise')).toHaveLength(stories.length)
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
})

test('every derived item can be made: its program is Python, differs from the solution and says nothing in comments', () => {
  for (const exercise of exercises) {
    for (const item of derivedFrom(exercise, origins, 1)) {
      if (item.form !== 'fix' || item.runtime === 'postgres') continue
      expect(isBroken(parsePython(item.starter)), item.slug).toBe(false)
      expect(item.starter).not.toBe(barePython(exercise.solution))
      expect(item.starter).toBe(barePython(item.starter))
      expect(item.planted.right, item.slug).not.toBe(item.planted.wrong)
    }
  }
})

test('a question to predict is typed, or has choices of which exactly one is right', () => {
  for (const exercise of exercises) {
    for (const item of derivedFrom(exercise, origins, 1)) {
      if (item.form !== 'predict') continue
      const right = item.options.filter((option) => JSON.stringify(option) === JSON.stringify(item.expected))
      expect(right, item.slug).toHaveLength(item.options.length === 0 ? 0 : 1)
      expect(item.options.length, item.slug).not.toBe(1)
    }
  }
})

test('the checks catch nine of ten broken copies', () => {
  const all = programs.flatMap((exercise) => readVariants(exercise) ?? []).map(strengthOf)
  const sum = (part: 'made' | 'caught') => all.reduce((total, one) => total + one[part], 0)
  expect(sum('made')).toBeGreaterThan(10 * programs.length)
  expect(sum('caught') / sum('made')).toBeGreaterThan(0.9)
})
