import type { Exercise, Item, Question } from '../domain/item.ts'
import type { Library } from '../domain/library.ts'
import { UserError } from '../domain/user-error.ts'

/** The item of that name. Throws UserError when there is none. */
export function getItem(library: Library, slug: string): Item {
  const item = library.items.get(slug)
  if (item === undefined) {
    throw new UserError(`There is no item called "${slug}".`, { where: slug, fix: '`onsite items` lists every item.' })
  }
  return item
}

export function getExercise(library: Library, slug: string): Exercise {
  const item = getItem(library, slug)
  if (item.kind !== 'exercise')
    throw new UserError(`"${slug}" is a question: nothing to run.`, {
      where: slug,
      fix: 'Write an answer and hold it against the rubric instead.',
    })
  return item
}

export function getQuestion(library: Library, slug: string): Question {
  const item = getItem(library, slug)
  if (item.kind !== 'question')
    throw new UserError(`"${slug}" is an exercise: it has no rubric.`, { where: slug, fix: 'Run or submit code instead.' })
  return item
}
