import type { Exercise, Item } from '../domain/item.ts'
import { UserError } from '../domain/user-error.ts'
import { getItem } from './find-item.ts'

/** The exercise of that slug, or in the folder of that path, wherever it stands. Reads nothing else of the content. Throws UserError. */
export function getExercise(named: string, places: { readonly project: string; readonly cwd: string }): Exercise {
  return requireExercise(getItem(named, places), named)
}

/** Throws UserError where there is nothing to run. */
export function requireExercise(item: Item, named: string): Exercise {
  if (item.kind === 'exercise') return item
  if (item.kind === 'design') {
    throw new UserError(`"${item.slug}" is a design: it is simulated.`, {
      where: named,
      fix: `\`onsite simulate ${named} <design file>\` grades one.`,
    })
  }
  if (item.kind === 'estimate') {
    throw new UserError(`"${item.slug}" is a drill: it asks for numbers.`, { where: named, fix: `\`onsite run ${named}\` asks for them.` })
  }
  throw new UserError(`"${item.slug}" is a question: there is nothing to run.`, {
    where: named,
    fix: 'Answer it in the browser, and hold the answer against its rubric.',
  })
}
