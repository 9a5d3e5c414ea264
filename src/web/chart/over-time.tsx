import type { Band } from '../../domain/readiness.ts'
import { pathOf, scaleOf } from './scale.ts'

export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly band: Band
}

const [WIDTH, HEIGHT] = [640, 220]
const MARGIN = { left: 40, right: 12, top: 8, bottom: 24 }

/** A share over days with its band; what is forecast is dashed. The table below has the numbers. */
export function OverTime({
  seen,
  ahead,
  label,
}: {
  readonly seen: readonly Moment[]
  readonly ahead: readonly Moment[]
  readonly label: string
}) {
  const all = [...seen, ...ahead]
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return null
  const x = scaleOf(
    [Date.parse(first.date), Math.max(Date.parse(last.date), Date.parse(first.date) + 86_400_000)],
    [MARGIN.left, WIDTH - MARGIN.right],
  )
  const y = scaleOf([0, 1], [HEIGHT - MARGIN.bottom, MARGIN.top])
  const at = ({ date }: Moment) => x(Date.parse(date))
  const line = (moments: readonly Moment[]) => pathOf(moments.map((each) => [at(each), y(each.band.mean)] as const))
  const area = (moments: readonly Moment[]) =>
    `${pathOf([...moments.map((each) => [at(each), y(each.band.high)] as const), ...moments.toReversed().map((each) => [at(each), y(each.band.low)] as const)])}Z`
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart" role="img" aria-label={`${label}; the table below has the numbers`}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(share)} y2={y(share)} className="chart-grid" />
            <text x={MARGIN.left - 6} y={y(share) + 4} textAnchor="end">
              {Math.round(share * 100)} %
            </text>
          </g>
        ))}
        <text x={MARGIN.left} y={HEIGHT - 6}>
          {first.date}
        </text>
        <text x={WIDTH - MARGIN.right} y={HEIGHT - 6} textAnchor="end">
          {last.date}
        </text>
        <path d={area(seen)} className="chart-band" />
        <path d={line(seen)} className="chart-line" />
        {ahead.length > 1 && <path d={area(ahead)} className="chart-band faint" />}
        {ahead.length > 1 && <path d={line(ahead)} className="chart-line dashed" />}
        {seen.length === 1 && <circle cx={at(first)} cy={y(first.band.mean)} r="4" className="chart-dot" />}
      </svg>
      <details className="mt-1 text-[0.8125rem]">
        <summary className="min-h-7 cursor-pointer text-soft">The numbers</summary>
        <table className="mt-1">
          <thead>
            <tr>
              <th scope="col" className="pr-6 text-left font-[550]">
                Day
              </th>
              <th scope="col" className="pr-6 text-left font-[550]">
                Expected
              </th>
              <th scope="col" className="text-left font-[550]">
                80 % band
              </th>
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {all.map(({ date, band }, place) => (
              <tr key={`${date} ${place}`}>
                <td className="pr-6">
                  {date}
                  {place >= seen.length && ' (forecast)'}
                </td>
                <td className="pr-6">{Math.round(100 * band.mean)} %</td>
                <td>
                  {Math.round(100 * band.low)}–{Math.round(100 * band.high)} %
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
