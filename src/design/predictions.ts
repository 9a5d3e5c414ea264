import type { Case, Reading } from '../domain/case.ts'
import type { PredictionScore } from '../domain/report.ts'
import { scoreOf } from '../grading/estimate.ts'
import { sightsOf, type Cell } from './verdicts.ts'

/** What the estimates of a case are read from: at the load that was told. */
export function readingsOf({ estimates }: Pick<Case, 'estimates'>): readonly Reading[] {
  return estimates.flatMap(({ truth }) => ('reading' in truth ? [truth.reading] : []))
}

/** Scores of what was said before the run, the numbers first. What was not said, or has no truth in these runs, has none. */
export function predictions(
  aCase: Pick<Case, 'estimates'>,
  said: readonly (number | null)[],
  cells: readonly Cell[],
): readonly PredictionScore[] {
  return aCase.estimates.flatMap(({ ask, unit, truth }, at) => {
    const guess = said[at] ?? null
    // A share is asked for in per cent.
    const value = 'value' in truth ? truth.value : seen(truth.reading, cells) * (unit.startsWith('%') ? 100 : 1)
    return guess === null || Number.isNaN(value) ? [] : [{ ask, unit, said: guess, truth: value, score: scoreOf(guess, value) }]
  })
}

export const FIRST_TO_BREAK = 'What breaks first when the load grows?'

/** A choice is right or wrong. */
export function choiceScore(said: string, truth: string): PredictionScore {
  return { ask: FIRST_TO_BREAK, unit: '', said, truth, score: said === truth ? 1 : 0 }
}

/** Mean over replicates. */
function seen(reading: Reading, cells: readonly Cell[]): number {
  const cell = cells.find(({ extra }) => extra.includes(reading))
  const values = cell === undefined ? [] : sightsOf(reading, cell).map(({ value }) => value)
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
