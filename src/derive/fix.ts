import type { DerivedEntry, FixItem } from '../domain/derived.ts'
import type { Exercise } from '../domain/item.ts'
import type { Mutant, Variants } from '../domain/variants.ts'
import { derivedId } from './derived-id.ts'
import { applyEdit } from './edit.ts'
import { bareProgram } from './mutants.ts'
import { definitionAt, parsePython } from './python-tree.ts'

/** More would only repeat the same program with ever plainer mistakes. */
const MOST_FIXES = 12

/** The mutants that are worth finding: what only hidden checks catch first, then what gives a wrong value, then a guard that the task names, then what breaks down. */
export function plantable({ mutants }: Variants): readonly Mutant[] {
  const rank = ({ operator, verdict, visibly }: Mutant) =>
    verdict === 'errored' ? 3 : operator === 'forgotten-guard' ? 2 : visibly ? 1 : 0
  return mutants
    .filter(({ verdict, caughtBy }) => caughtBy !== '' && (verdict === 'failed' || verdict === 'errored'))
    .toSorted((one, other) => rank(one) - rank(other) || one.from - other.from)
    .slice(0, MOST_FIXES)
}

export function fixEntries(exercise: Exercise, variants: Variants): readonly DerivedEntry[] {
  return plantable(variants).map(({ id }) => ({ ...shared(exercise), id: derivedId(exercise.slug, 'fix', id) }))
}

/** Finding takes less than writing: a good third of the time, at least four minutes. */
function shared({ slug, topic, patterns, difficulty, minutes }: Exercise): Omit<DerivedEntry, 'id'> {
  return { form: 'fix', context: slug, topic, patterns, difficulty, minutes: Math.max(4, Math.round(minutes * 0.4)) }
}

/** The exercise with a broken copy of its solution as the starter; no comment tells what the code should do. */
export function fixItem(exercise: Exercise, mutant: Mutant): FixItem {
  const starter = bareProgram(exercise, applyEdit(exercise.solution, mutant))
  const solution = bareProgram(exercise, exercise.solution)
  const { line, right, wrong } = firstDifference(solution, starter)
  const { operator, caughtBy, visibly } = mutant
  const own = {
    slug: derivedId(exercise.slug, 'fix', mutant.id),
    context: exercise.slug,
    form: 'fix',
    minutes: shared(exercise).minutes,
    statement: `${leadOf(mutant)}\n\n${exercise.statement}`,
    hints: hintsOf(exercise, mutant, line),
    why: `${changeOf(exercise, right, wrong)}\n\n${exercise.why}`,
    starter,
    planted: { operator, line, right, wrong, caughtBy, visibly },
  } as const
  return 'schema' in exercise ? { ...exercise, ...own } : 'checks' in exercise ? { ...exercise, ...own } : { ...exercise, ...own }
}

function leadOf({ caughtBy, visibly }: Mutant): string {
  const seen = visibly
    ? `It fails the check “${caughtBy}”.`
    : `It passes every check that you can see, and fails a hidden one: “${caughtBy}”.`
  return `**One thing in this program is wrong.** Somebody wrote it for the task below, and all but one place is right. ${seen} Find the place and mend it; the rest may stay as it is.`
}

/** From a way to look, over the part of the program, to the line. */
function hintsOf({ runtime, solution }: Exercise, { from }: Mutant, line: number): readonly string[] {
  const name = runtime === 'postgres' ? undefined : definitionAt(parsePython(solution), from)
  return [
    'Take the smallest input on which it could go wrong, and follow it through the program by hand. What is the first value that you did not expect?',
    ...(name === undefined ? [] : [`Look at \`${name}\`.`]),
    `Look at line ${line}.`,
  ]
}

function changeOf({ runtime }: Exercise, right: string, wrong: string): string {
  const fence = (code: string) => `\`\`\`${runtime === 'postgres' ? 'sql' : 'python'}\n${code}\n\`\`\``
  if (wrong === '') return `This was missing:\n\n${fence(right)}`
  if (right === '') return `This did not belong there:\n\n${fence(wrong)}`
  return `The program had\n\n${fence(wrong)}\n\nwhere the task needs\n\n${fence(right)}`
}

/** The lines between what both programs begin and end with. */
function firstDifference(right: string, wrong: string): { readonly line: number; readonly right: string; readonly wrong: string } {
  const [ours, theirs] = [right.split('\n'), wrong.split('\n')]
  const shorter = Math.min(ours.length, theirs.length)
  let before = 0
  while (before < shorter && ours[before] === theirs[before]) before++
  let after = 0
  while (after < shorter - before && ours.at(-1 - after) === theirs.at(-1 - after)) after++
  const between = (lines: readonly string[]) => dedented(lines.slice(before, lines.length - after))
  return { line: Math.min(before + 1, theirs.length), right: between(ours), wrong: between(theirs) }
}

function dedented(lines: readonly string[]): string {
  const told = lines.filter((line) => line.trim() !== '')
  const margin = Math.min(...told.map((line) => line.length - line.trimStart().length))
  return lines
    .map((line) => line.slice(margin))
    .join('\n')
    .trim()
}
