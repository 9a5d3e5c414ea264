import { useId } from 'react'
import { pathOf, scaleOf } from '../chart/scale.ts'
import { type Unit, writeQuantity } from './quantity.ts'

/** A quantity over the windows of a run; NaN where nothing was seen. */
export interface Series {
  readonly label: string
  readonly values: readonly number[]
  /** Which of the colours, and whether it is broken; by its place when left out. */
  readonly colour?: number
  readonly isBroken?: boolean
}

export interface Span {
  readonly from: number
  readonly until: number
  readonly label: string
}

const [WIDTH, HEIGHT] = [420, 150]
const MARGIN = { left: 52, right: 8, top: 8, bottom: 20 }
const LARGEST = 1e15

/** Quantities over the seconds of a run, with the faults behind them and the moment that the canvas shows. The table below has the numbers. */
export function TimePlot({
  title,
  unit,
  times,
  series,
  faults,
  at,
  most,
}: {
  readonly title: string
  readonly unit: Unit
  /** Where each window begins, seconds. */
  readonly times: readonly number[]
  readonly series: readonly Series[]
  readonly faults: readonly Span[]
  /** The moment that is shown, seconds. */
  readonly at: number | undefined
  /** A limit to draw. */
  readonly most?: number | undefined
}) {
  const id = useId()
  const seen = series.flatMap(({ values }) => values).filter((value) => Number.isFinite(value) && Math.abs(value) < LARGEST)
  if (seen.length === 0 || times.length < 2) return null
  const end = (times.at(-1) ?? 0) + ((times[1] ?? 1) - (times[0] ?? 0))
  const highest = Math.max(...seen, most ?? 0)
  // Where a run falls apart, the quiet time before it would be a flat line.
  const isWide = unit === 's' && highest > 20 * quantile(seen, 0.5) && quantile(seen, 0.5) > 0
  const lowest = isWide ? Math.max(Math.min(...seen.filter((value) => value > 0)), highest / 1e5) : 0
  const shown = (value: number) => (isWide ? Math.log10(Math.max(value, lowest)) : value)
  const x = scaleOf([0, end], [MARGIN.left, WIDTH - MARGIN.right])
  const y = scaleOf([shown(lowest), shown(highest === 0 ? 1 : highest * (isWide ? 1.2 : 1.05))], [HEIGHT - MARGIN.bottom, MARGIN.top])
  const ticks = isWide ? decades(lowest, highest) : [0, 0.5, 1].map((share) => share * (highest === 0 ? 1 : highest))
  return (
    <figure className="time-plot">
      <figcaption id={id} className="flex flex-wrap items-baseline gap-x-4 text-[0.8125rem]">
        <span className="font-[550]">{title}</span>
        {series.map(({ label }, index) => (
          <span key={label} className={`plot-key ${lookOf(series, index)}`}>
            {label}
          </span>
        ))}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="chart"
        role="img"
        aria-label={`${title}: ${series.map(({ label }) => label).join(', ')}; the table below has the numbers`}
      >
        {faults.map(({ from, until, label }) => (
          <rect
            key={`${label} ${from}`}
            className="plot-fault"
            x={x(from)}
            width={Math.max(2, x(Math.min(until, end)) - x(from))}
            y={MARGIN.top}
            height={HEIGHT - MARGIN.top - MARGIN.bottom}
          />
        ))}
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(shown(tick))} y2={y(shown(tick))} className="chart-grid" />
            <text x={MARGIN.left - 5} y={y(shown(tick)) + 4} textAnchor="end">
              {writeQuantity(tick, unit)}
            </text>
          </g>
        ))}
        {[0, 0.5, 1].map((share) => (
          <text key={share} x={x(share * end)} y={HEIGHT - 5} textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}>
            {Math.round(share * end)} s
          </text>
        ))}
        {most !== undefined && (
          <line className="plot-limit" x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(shown(most))} y2={y(shown(most))} />
        )}
        {series.map(({ label, values }, index) => (
          <path
            key={label}
            className={`plot-line ${lookOf(series, index)}`}
            d={segments(values)
              .map((run) => pathOf(run.map(([place, value]) => [x(times[place] ?? 0), y(shown(value))] as const)))
              .join('')}
          />
        ))}
        {at !== undefined && (
          <line className="plot-now" x1={x(Math.min(at, end))} x2={x(Math.min(at, end))} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
        )}
      </svg>
      <details className="text-[0.8125rem]">
        <summary className="min-h-7 cursor-pointer text-soft">{title}: the numbers</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard. */}
        <div className="value-scroll" tabIndex={0} role="region" aria-label={`${title}, table`}>
          <table className="value-grid">
            <thead>
              <tr>
                <th scope="col">second</th>
                {series.map(({ label }) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {times.map((time, place) => (
                <tr key={time}>
                  <th scope="row">{Number(time.toFixed(2))}</th>
                  {series.map(({ label, values }) => (
                    <td key={label}>{writeQuantity(values[place] ?? Number.NaN, unit)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

/** Lines are told apart by their strokes, not by colour alone. */
function lookOf(series: readonly Series[], index: number): string {
  const { colour = index % 4, isBroken = index > 0 } = series[index] ?? {}
  return `line-${colour} ${isBroken ? `broken-${colour}` : ''}`
}

/** Stretches without a gap: a window in which nothing was seen has no point. */
function segments(values: readonly number[]): readonly (readonly (readonly [number, number])[])[] {
  const found: [number, number][][] = [[]]
  for (const [place, value] of values.entries()) {
    if (Number.isFinite(value) && Math.abs(value) < LARGEST) found.at(-1)?.push([place, value])
    else if (found.at(-1)?.length !== 0) found.push([])
  }
  return found.filter((run) => run.length > 0)
}

function decades(lowest: number, highest: number): readonly number[] {
  const [first, last] = [Math.ceil(Math.log10(lowest)), Math.floor(Math.log10(highest))]
  const step = Math.max(1, Math.ceil((last - first + 1) / 4))
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => 10 ** (first + at)).filter((_, at) => at % step === 0)
  return all.length > 0 ? all : [lowest, highest]
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0
}
