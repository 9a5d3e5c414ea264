import type { Comparison } from '../../validation/compare.ts'

/** A comparison as the record keeps it: JSON leaves out what is undefined. */
export type Recorded = Omit<Comparison, 'within'> & { readonly within?: number }

/** How far a value is from the true one: *+1.2 %*, *−0.4 %*. */
export function percentOff(value: number, exact: number): string {
  const percent = 100 * (value / exact - 1)
  const sign = Math.abs(percent) < 0.05 ? '' : percent < 0 ? '−' : '+'
  return `${sign}${Math.abs(percent).toFixed(1)} %`
}
