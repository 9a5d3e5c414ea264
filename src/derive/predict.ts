import type { DerivedEntry, PredictItem } from '../domain/derived.ts'
import type { Exercise, SqlExercise } from '../domain/item.ts'
import type { Prediction, Variants } from '../domain/variants.ts'
import { derivedId } from './derived-id.ts'
import { seedFor, shuffled } from './draw.ts'
import { parseLiteral } from './literal.ts'
import { bareProgram } from './mutants.ts'

/** Longer values are chosen rather than typed: copying digits shows nothing. */
const LONGEST_TYPED = 24

/** More to choose from would be reading, not thinking. */
const MOST_OPTIONS = 5

/** What a typed answer is right by chance: taken, not measured. */
const TYPED_CHANCES = 20

/** The recorded questions that can be asked: typed where the value is short, else chosen among what mistakes give. */
export function askable({ predictions }: Variants): readonly Prediction[] {
  return predictions.filter((prediction) => isTyped(prediction) || prediction.instead.length > 0)
}

export function predictEntries(exercise: Exercise, variants: Variants): readonly DerivedEntry[] {
  return askable(variants).map(({ id }) => ({ ...shared(exercise), id: derivedId(exercise.slug, 'predict', id) }))
}

function shared({ slug, topic, patterns, difficulty, solution }: Exercise): Omit<DerivedEntry, 'id'> {
  const lines = solution.split('\n').filter((line) => line.trim() !== '').length
  return { form: 'predict', context: slug, topic, patterns, difficulty, minutes: Math.min(6, 2 + Math.round(lines / 15)) }
}

export function predictItem(exercise: Exercise, prediction: Prediction, seed: number): PredictItem {
  const { slug, title, sources, hash, runtime } = exercise
  const id = derivedId(slug, 'predict', prediction.id)
  const wrong = prediction.instead.slice(0, MOST_OPTIONS - 1)
  const options = isTyped(prediction) ? [] : shuffled([prediction.value, ...wrong], seedFor(seed, id))
  return {
    ...shared(exercise),
    kind: 'predict',
    form: 'predict',
    slug: id,
    title,
    sources,
    hash,
    runtime,
    question: prediction.question,
    program: bareProgram(exercise, exercise.solution),
    code: exercise.runtime === 'postgres' ? tablesOf(exercise, prediction.code) : prediction.code,
    expected: prediction.value,
    options,
    chances: options.length === 0 ? TYPED_CHANCES : options.length,
  }
}

function tablesOf({ schema, cases }: SqlExercise, name: string): string {
  return `${schema.trim()}\n\n${cases.find((one) => one.name === name)?.data.trim() ?? ''}\n`
}

function isTyped({ value, instead }: Prediction): boolean {
  if (value.kind === 'count' || value.kind === 'raises') return true
  if (value.kind === 'table') return false
  const kind = parseLiteral(value.text)?.kind
  // Of few words a guess would hit the right one.
  if (kind === undefined || ((kind === 'word' || kind === 'text') && instead.length > 0)) return false
  return value.text.length <= LONGEST_TYPED || instead.length < 2
}
