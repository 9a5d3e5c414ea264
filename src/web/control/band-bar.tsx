import type { Band } from '../../domain/readiness.ts'

/** A share as the band that it is believed to lie in. */
export function BandBar({ band }: { readonly band: Band }) {
  return (
    <span className="flex items-center gap-3">
      <span className="band-bar" aria-hidden="true">
        <span style={{ left: `${100 * band.low}%`, width: `${100 * (band.high - band.low)}%` }} />
      </span>
      <span className="whitespace-nowrap tabular-nums">
        {Math.round(100 * band.low)}–{Math.round(100 * band.high)} %
      </span>
    </span>
  )
}
