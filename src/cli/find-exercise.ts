import type { Exercise } from '../domain/item.ts'
import { UserError } from '../domain/user-error.ts'
import { getItem } from './find-item.ts'

/** The exercise of that slug, or in the folder of that path, wherever it stands. Reads nothing else of the content. Throws UserError. */
export function getExercise(named: string, places: { readonly project: string; readonly cwd: string }): Exercise {
  const item = getItem(named, places)
  if (item.kind === 'exercise') return item
  if (item.kind === 'design') {
    throw new UserError(`"${item.slug}" is a design: it is simulated.`, {
      where: named,
      fix: `\`onsite simulate ${named} <design file>\` grades one.`,
    })
  }
  throw new UserError(`"${item.slug}" is a question: there is nothing to run.`, {
    where: named,
    fix: 'Answer it in the browser, and hold the answer against its rubric.',
  })
}
