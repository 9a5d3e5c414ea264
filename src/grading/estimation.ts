import type { Draw, Estimation } from '../domain/estimation.ts'
import type { EstimateAnswer } from '../domain/event.ts'
import { scoreOf } from './estimate.ts'
import { parseFormula, valueOf } from './formula.ts'

/** A mean score from which a drill is passed. */
export const PASSED_FROM = 0.75

/** What the answers are, by formula, in order; NaN for what is no formula. */
export function truthsOf({ answers }: Pick<Estimation, 'answers'>, draw: Draw): readonly number[] {
  return answers.map(({ answer }) => {
    const formula = parseFormula(answer)
    return formula.kind === 'problem' ? Number.NaN : valueOf(formula, draw)
  })
}

/** Holds what was said against what is true; null is worth nothing. */
export function assess(
  drill: Pick<Estimation, 'answers'>,
  draw: Draw,
  said: readonly (number | null)[],
): { readonly answers: readonly EstimateAnswer[]; readonly score: number; readonly passed: boolean } {
  const answers = truthsOf(drill, draw).map((truth, place) => {
    const one = said[place] ?? null
    return { said: one, truth, score: one === null ? 0 : scoreOf(one, truth) }
  })
  // Hundredths, so that a mean of exactly three quarters is one.
  const score = Math.round((100 * answers.reduce((sum, { score }) => sum + score, 0)) / answers.length) / 100
  return { answers, score, passed: score >= PASSED_FROM }
}

/** How many times an answer is off: 2 for half as much as for twice as much; undefined where that says nothing. */
export function timesOff({ said, truth }: EstimateAnswer): number | undefined {
  if (said === null || said === 0 || truth === 0 || said > 0 !== truth > 0) return undefined
  return Math.max(said / truth, truth / said)
}
