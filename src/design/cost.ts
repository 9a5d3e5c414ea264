import type { CostReport } from '../domain/report.ts'
import type { Sample } from './trial.ts'
import { judge } from './verdict.ts'

/** What replicates of the first scenario cost, dollars an hour, and whether that is within the bar. */
export function costOf(samples: readonly Sample[], par: number, most: number): CostReport {
  const sights = samples.map(({ cost, stopped }) => ({ value: cost, of: 0, stopped }))
  // A hair above what was allowed is arithmetic.
  const { interval, outcome } = judge({ metric: 'cost', most: most * (1 + 1e-9) }, sights)
  const names = Object.keys(samples[0]?.byComponent ?? {})
  const mean = (name: string) => samples.reduce((sum, { byComponent }) => sum + (byComponent[name] ?? 0), 0) / samples.length
  return { dollars: interval.mean, par, most, outcome, byComponent: Object.fromEntries(names.map((name) => [name, mean(name)])) }
}
