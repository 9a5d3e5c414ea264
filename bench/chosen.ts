import type { Exercise, PythonExercise, SqlExercise } from '../src/domain/item.ts'
import type { Library } from '../src/domain/library.ts'
import { UserError } from '../src/domain/user-error.ts'

/** An exercise that stands for those of its kind: small to medium, so that the work itself does not hide what surrounds it. */
export interface Chosen {
  readonly kind: 'python' | 'numpy' | 'pandas' | 'torch'
  readonly slug: string
}

export const CHOSEN: readonly Chosen[] = [
  { kind: 'python', slug: 'quotes-that-age' },
  { kind: 'numpy', slug: 'turnstiles-that-lose-people' },
  { kind: 'pandas', slug: 'what-the-scorer-knew' },
  { kind: 'torch', slug: 'one-batch-of-listens' },
]

export const CHOSEN_SQL = 'patients-to-remind'

/** Throws UserError when the content has no such exercise any more. */
export function getPythonExercise(library: Library, slug: string): PythonExercise {
  const exercise = getExercise(library, slug)
  if (!('tests' in exercise)) throw notThere(slug)
  return exercise
}

/** Throws UserError when the content has no such exercise any more. */
export function getSqlExercise(library: Library, slug: string): SqlExercise {
  const exercise = getExercise(library, slug)
  if (exercise.runtime !== 'postgres') throw notThere(slug)
  return exercise
}

function getExercise(library: Library, slug: string): Exercise {
  const item = library.items.get(slug)
  if (item?.kind !== 'exercise') throw notThere(slug)
  return item
}

function notThere(slug: string): UserError {
  return new UserError(`The benchmark's exercise "${slug}" is not there, or is of another runtime.`, {
    where: 'bench/chosen.ts',
    fix: 'Name another exercise of the same kind there.',
  })
}
