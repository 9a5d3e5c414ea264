import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VARIANTS_FILE } from '../content/hash.ts'
import { readVariants } from '../content/variants.ts'
import type { Exercise } from '../domain/item.ts'
import type { Variants } from '../domain/variants.ts'
import { freshness, type Freshness } from './proof.ts'

/** Whether both records beside an exercise, the proof and the variants, still speak of its files and of this judge. */
export function recordState(exercise: Exercise, judge: string): Freshness {
  const proof = freshness(exercise, judge)
  if (proof !== 'fresh') return proof
  const variants = readVariants(exercise)
  if (variants === undefined) return 'missing'
  return variants.hash === exercise.hash && variants.judge === judge ? 'fresh' : 'stale'
}

/** Writes the variants, one a line, so that a change of one shows as one; the same are always the same bytes. */
export function writeVariants(folder: string, { hash, judge, mutants, predictions }: Variants): void {
  const lines = (elements: readonly unknown[]) =>
    elements.length === 0 ? '[]' : `[\n${elements.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`
  const text = `{\n  "hash": ${JSON.stringify(hash)},\n  "judge": ${JSON.stringify(judge)},\n  "mutants": ${lines(mutants)},\n  "predictions": ${lines(predictions)}\n}\n`
  writeFileSync(join(folder, VARIANTS_FILE), text)
}

/** Which recorded values the solution does not give any more, and which copies the checks judge otherwise. */
export function differences(recorded: Variants, seen: Variants): readonly string[] {
  const mutants = recorded.mutants.flatMap((one) => {
    const now = seen.mutants.find(({ id }) => id === one.id)
    if (now === undefined || (now.verdict === 'passed') === (one.verdict === 'passed')) return []
    return [`The mutant ${one.id} (${one.operator}) was ${one.verdict}, now it is ${now.verdict}.`]
  })
  const predictions = recorded.predictions.flatMap((one) => {
    const now = seen.predictions.find(({ id }) => id === one.id)
    if (now !== undefined && JSON.stringify(now.value) === JSON.stringify(one.value)) return []
    return [`The answer to “${one.question}” (${one.id}) is ${now === undefined ? 'gone' : 'another one'}.`]
  })
  return [...mutants, ...predictions]
}
