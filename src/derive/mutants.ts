import type { Exercise } from '../domain/item.ts'
import { applyEdit, type Edit } from './edit.ts'
import { barePython } from './python-bare.ts'
import { pythonMistakes } from './python-mistakes.ts'
import { isBroken, parsePython } from './python-tree.ts'
import { shortHash } from './short-hash.ts'
import { sqlMistakes } from './sql-mistakes.ts'
import { bareSql } from './sql-tokens.ts'

/** Enough to show what the checks are worth, few enough to be judged in seconds. */
export const MOST_MUTANTS = 24

/** Mistakes that show at once: they wait until the others have had their turn. */
const GLARING: readonly string[] = ['negation', 'swapped-arguments', 'arithmetic', 'sign']

/** A broken copy of a solution, before anyone ran it. */
export interface Candidate extends Edit {
  readonly id: string
  /** The whole program, without comments. */
  readonly source: string
}

/** A program without what would comment on a planted bug. */
export function bareProgram(exercise: Pick<Exercise, 'runtime'>, source: string): string {
  if (exercise.runtime === 'postgres') return bareSql(source)
  return exercise.runtime === 'dockerfile' || exercise.runtime === 'kubernetes' ? source : barePython(source)
}

/**
 * Broken copies of an exercise's solution, at most `MOST_MUTANTS`: each with one mistake, each another program, in the
 * order of their places. Kinds of mistakes take turns, so that a solution full of comparisons still gets others.
 */
export function mutantsOf(exercise: Exercise): readonly Candidate[] {
  const { solution } = exercise
  // A wrong number in a manifest is a matter of judgement: what people really get wrong stands among the wrong answers.
  if ('checks' in exercise) return []
  const edits = exercise.runtime === 'postgres' ? sqlMistakes(solution) : pythonMistakes(solution)
  const known = new Set(
    [solution, ...exercise.right.map(({ source }) => source), exercise.starter].map((source) => bareProgram(exercise, source)),
  )
  const kinds = new Map<string, Candidate[]>()
  for (const edit of edits) {
    const source = bareProgram(exercise, applyEdit(solution, edit))
    if (known.has(source) || (exercise.runtime !== 'postgres' && isBroken(parsePython(source)))) continue
    known.add(source)
    kinds.set(edit.operator, [...(kinds.get(edit.operator) ?? []), { ...edit, id: shortHash(source), source }])
  }
  const lists = [...kinds].toSorted(([one], [other]) => Number(GLARING.includes(one)) - Number(GLARING.includes(other)))
  return turns(
    lists.map(([, list]) => spread(list)),
    MOST_MUTANTS,
  ).toSorted((a, b) => a.from - b.from || a.to - b.to || (a.text < b.text ? -1 : 1))
}

/** From all over the program rather than from its first lines: the middle, then the quarters. */
function spread<T>(elements: readonly T[]): readonly T[] {
  if (elements.length < 3) return elements
  const middle = Math.floor(elements.length / 2)
  const [before, after] = [spread(elements.slice(0, middle)), spread(elements.slice(middle + 1))]
  return [...elements.slice(middle, middle + 1), ...turns([before, after], elements.length)]
}

/** One of each list in turn. */
function turns<T>(lists: readonly (readonly T[])[], most: number): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, round) => lists.flatMap((list) => list.slice(round, round + 1)))
    .flat()
    .slice(0, most)
}
