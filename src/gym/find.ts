import { readDerivedId } from '../derive/derived-id.ts'
import { getDerived } from '../derive/derive.ts'
import type { DerivedItem, PredictItem, RecogniseItem } from '../domain/derived.ts'
import type { Case } from '../domain/case.ts'
import type { Estimation } from '../domain/estimation.ts'
import type { Exercise, Item, Question } from '../domain/item.ts'
import { UserError } from '../domain/user-error.ts'
import type { Gym } from './gym.ts'

type Content = Pick<Gym, 'library' | 'origins'>

/** The item of that name, or the one derived under that id; the seed orders what there is to choose. Throws UserError when there is none. */
export function getItem({ library, origins }: Content, id: string, seed = 0): Item | DerivedItem {
  const item = library.items.get(id)
  if (item !== undefined) return item
  if (readDerivedId(id) !== undefined) return getDerived(id, origins, seed)
  throw new UserError(`There is no item called "${id}".`, { where: id, fix: '`onsite items` lists every item.' })
}

/** The same, or why there is none. */
export function findItem(content: Content, id: string, seed = 0): Item | DerivedItem | UserError {
  try {
    return getItem(content, id, seed)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

/** An exercise, or one with a planted bug. */
export function getExercise(content: Content, id: string): Exercise {
  const item = getItem(content, id)
  if (item.kind === 'exercise') return item
  const fix =
    item.kind === 'design'
      ? `Draw it in the browser, or grade a file: \`onsite simulate ${id} <file>\`.`
      : item.kind === 'estimate'
        ? 'Open it in the browser and estimate.'
        : 'Open it and answer in words or by choosing instead.'
  throw new UserError(`"${id}" is no exercise: nothing to run.`, { where: id, fix })
}

export function getQuestion(content: Content, id: string): Question {
  const item = getItem(content, id)
  if (item.kind !== 'question') throw new UserError(`"${id}" has no rubric.`, { where: id, fix: 'Open it and answer as it asks.' })
  return item
}

export function getEstimation(content: Content, id: string): Estimation {
  const item = getItem(content, id)
  if (item.kind !== 'estimate') throw new UserError(`"${id}" asks for no estimates.`, { where: id, fix: 'Open it and answer as it asks.' })
  return item
}

export function getDesign(content: Content, id: string): Case {
  const item = getItem(content, id)
  if (item.kind !== 'design')
    throw new UserError(`"${id}" is no design: nothing to draw.`, { where: id, fix: 'Open it and answer as it asks.' })
  return item
}

export function getPredict(content: Content, id: string, seed: number): PredictItem {
  const item = getItem(content, id, seed)
  if (item.kind !== 'predict') throw new UserError(`"${id}" asks for no value.`, { where: id, fix: 'Open it and answer as it asks.' })
  return item
}

export function getRecognise(content: Content, id: string, seed: number): RecogniseItem {
  const item = getItem(content, id, seed)
  if (item.kind !== 'recognise') throw new UserError(`"${id}" asks for no pattern.`, { where: id, fix: 'Open it and answer as it asks.' })
  return item
}
