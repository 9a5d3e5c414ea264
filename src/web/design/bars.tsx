import type { Interval, Outcome } from '../../domain/report.ts'
import { scaleOf } from '../chart/scale.ts'

/** An interval between all that are shown together, and the limit; on a logarithmic scale where they lie far apart. */
export function IntervalBar({
  interval,
  all,
  limit,
  outcome,
}: {
  readonly interval: Interval
  readonly all: readonly Interval[]
  readonly limit: number | undefined
  readonly outcome: Outcome
}) {
  const ends = [...all.flatMap(({ low, high }) => [low, high]), ...(limit === undefined ? [] : [limit])].filter(Number.isFinite)
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const isWide = least > 0 && most > 8 * least
  const place = (value: number) => (isWide ? Math.log(Math.max(value, least)) : value)
  const margin = (place(most) - place(least)) * 0.08 || Math.abs(place(most)) * 0.1 || 1
  const x = scaleOf([place(least) - margin, place(most) + margin], [0, 100])
  const [from, until] = [x(place(finite(interval.low, least))), x(place(finite(interval.high, most)))]
  return (
    <svg viewBox="0 0 100 14" preserveAspectRatio="none" className={`interval ${outcome}`} aria-hidden="true">
      <line x1="0" x2="100" y1="7" y2="7" className="interval-track" />
      <rect x={from} width={Math.max(1.2, until - from)} y="4" height="6" rx="1" className="interval-span" />
      {limit !== undefined && <line x1={x(place(limit))} x2={x(place(limit))} y1="0" y2="14" className="interval-limit" />}
    </svg>
  )
}

export function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise
}

/** A cost beside par and what it may be. */
export function CostBar({ dollars, par, most }: { readonly dollars: number; readonly par: number; readonly most: number }) {
  const x = scaleOf([0, 1.1 * Math.max(dollars, most, par || 0)], [0, 100])
  return (
    <svg viewBox="0 0 100 14" preserveAspectRatio="none" className={`interval ${dollars <= most ? 'met' : 'missed'}`} aria-hidden="true">
      <line x1="0" x2="100" y1="7" y2="7" className="interval-track" />
      <rect x="0" width={x(dollars)} y="4" height="6" rx="1" className="interval-span" />
      {Number.isFinite(par) && <line x1={x(par)} x2={x(par)} y1="2" y2="12" className="interval-par" />}
      <line x1={x(most)} x2={x(most)} y1="0" y2="14" className="interval-limit" />
    </svg>
  )
}
