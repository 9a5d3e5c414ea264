import { expect, test } from 'vitest'
import type { CurriculumItem } from '../domain/curriculum.ts'
import type { ContextMet, PatternMemory } from '../domain/memory.ts'
import { chooseItem, noveltyFor } from './choose.ts'
import { makeCurriculum } from './fixtures/curriculum.ts'
import { isRepeatable } from './supply.ts'

const [pattern] = makeCurriculum(1, 4)
if (!pattern) throw new Error('No pattern')

function memoryOf(contexts: Readonly<Record<string, ContextMet>>): PatternMemory {
  return { pattern: 'p', recognise: undefined, execute: undefined, coverage: 1, meetings: 1, contexts: new Map(Object.entries(contexts)) }
}
const story = (number: number) => `pattern-0-story-${number}`
const met = memoryOf({
  [story(0)]: { day: 10, items: [story(0)] },
  [story(1)]: { day: 5, items: [story(1), `${story(1)}-fix`, `${story(1)}-what`] },
})

test('a far context is a story never met, a near one another question about the story met longest ago, the same one an item met', () => {
  const idOf = (novelty: 'same' | 'near' | 'far') => chooseItem(pattern, met, { activity: 'exercise', novelty })?.id
  expect([idOf('far'), idOf('near'), idOf('same')]).toEqual([`${story(2)}-fix`, `${story(0)}-fix`, story(1)])
})

test('without what was wished for, the next best is taken, and nothing when all is to be avoided', () => {
  const [first] = pattern.items
  const one = { ...pattern, items: first ? [first] : [] }
  expect(chooseItem(one, met, { activity: 'exercise', novelty: 'far' })?.id).toBe(story(0))
  expect(chooseItem(one, met, { activity: 'exercise', novelty: 'far' }, new Set([story(0)]))).toBeUndefined()
  expect(chooseItem(one, met, { activity: 'drill', novelty: 'far' })).toBeUndefined()
})

test('a lesson ends with a shortest item', () => {
  expect(chooseItem(pattern, undefined, { activity: 'lesson', novelty: 'far' })).toMatchObject({ id: `${story(0)}-what`, minutes: 6 })
})

test('a lesson ends with a design only where there is nothing shorter', () => {
  const item = (form: 'design' | 'estimate' | 'explain', minutes: number) =>
    ({ id: form, context: form, form, activity: form === 'explain' ? 'question' : 'exercise', minutes }) as const
  const [design, estimate, question] = [item('design', 40), item('estimate', 5), item('explain', 6)]
  const endOf = (items: readonly CurriculumItem[]) =>
    chooseItem({ ...pattern, items }, undefined, { activity: 'lesson', novelty: 'far' })?.id
  expect(endOf([design, estimate, question])).toBe('estimate')
  expect(endOf([design, question])).toBe('explain')
  expect(endOf([design])).toBe('design')
})

test('numbers are drawn anew, so a drill may be met again', () => {
  const drill = { id: 'photos', context: 'photos', form: 'estimate', activity: 'exercise', minutes: 5 } as const
  const known = memoryOf({ photos: { day: 5, items: ['photos'] } })
  expect(chooseItem({ ...pattern, items: [drill] }, known, { activity: 'exercise', novelty: 'same' })?.id).toBe('photos')
  expect(isRepeatable(drill)).toBe(true)
})

test('drills take new stories while there are many, and leave the last ones to exercises', () => {
  const poor = { ...pattern, items: pattern.items.filter(({ context }) => [0, 1, 2].some((number) => context === story(number))) }
  expect(chooseItem({ ...pattern, items: makeCurriculum(1, 8)[0]?.items ?? [] }, met, { activity: 'drill', novelty: 'far' })?.context).toBe(
    story(2),
  )
  expect(chooseItem(poor, met, { activity: 'drill', novelty: 'far' })?.context).toBe(story(1))
})

test('how new an item is follows from stories and items met', () => {
  const item = (id: string) => pattern.items.find((each) => each.id === id) ?? pattern.items[0]
  const of = (id: string) => noveltyFor(item(id) as (typeof pattern.items)[number], met)
  expect([of(story(0)), of(`${story(0)}-fix`), of(story(3))]).toEqual(['same', 'near', 'far'])
})

test('an answer once given does not come again while anything else is left, and what was written may be done again', () => {
  let known: PatternMemory | undefined
  const seen: string[] = []
  for (let day = 1; day <= 12; day++) {
    const item = chooseItem(pattern, known, { activity: 'exercise', novelty: 'far' })
    if (!item) throw new Error('Nothing left')
    seen.push(item.id)
    const contexts = new Map(known?.contexts)
    contexts.set(item.context, { day, items: [...(contexts.get(item.context)?.items ?? []), item.id] })
    known = { ...memoryOf({}), contexts }
  }
  expect(new Set(seen).size).toBe(12)
  expect(chooseItem(pattern, known, { activity: 'exercise', novelty: 'far' })?.form).toBe('write')
})

test('forms take turns', () => {
  let known: PatternMemory | undefined
  const forms: string[] = []
  for (let day = 1; day <= 6; day++) {
    const item = chooseItem(pattern, known, { activity: 'exercise', novelty: 'near' })
    if (!item) throw new Error('Nothing left')
    forms.push(item.form)
    const contexts = new Map(known?.contexts)
    contexts.set(item.context, { day, items: [...(contexts.get(item.context)?.items ?? []), item.id] })
    known = { ...memoryOf({}), contexts }
  }
  expect([...forms].sort()).toEqual(['fix', 'fix', 'predict', 'predict', 'write', 'write'])
})
