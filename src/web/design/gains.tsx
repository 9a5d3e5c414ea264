import type { Interval } from '../../domain/report.ts'
import { scaleOf } from '../chart/scale.ts'
import { finite } from './bars.tsx'
import { writeQuantity } from './quantity.ts'

/** Change of an objective's reading by component, most help first. */
export function Gains({
  gains,
  unit,
  chosen,
}: {
  readonly gains: Readonly<Record<string, Interval>>
  readonly unit: string
  readonly chosen: string | undefined
}) {
  const rows = Object.entries(gains).toSorted(([, one], [, other]) => Math.abs(other.mean) - Math.abs(one.mean))
  const widest = Math.max(...rows.flatMap(([, { low, high }]) => [Math.abs(low), Math.abs(high)]).filter(Number.isFinite), 1e-12)
  const x = scaleOf([-widest, widest], [2, 98])
  return (
    <table className="load-table">
      <caption className="sr-only">Change by a quarter more of each component, means and 99 % intervals</caption>
      <tbody>
        {rows.map(([name, { mean, low, high }]) => (
          <tr key={name}>
            <th scope="row" className={name === chosen ? '!font-[650] !text-ink' : ''}>
              {name}
            </th>
            <td className="load-bar">
              <svg
                viewBox="0 0 100 14"
                preserveAspectRatio="none"
                className={`interval ${name === chosen ? 'missed' : ''}`}
                aria-hidden="true"
              >
                <line x1="50" x2="50" y1="0" y2="14" className="interval-track" />
                <rect
                  x={x(finite(low, -widest))}
                  width={Math.max(1.2, x(finite(high, widest)) - x(finite(low, -widest)))}
                  y="4"
                  height="6"
                  rx="1"
                  className="interval-span"
                />
              </svg>
            </td>
            <td className="load-figure">
              {signed(mean, unit)}
              <span className="text-soft">
                {' '}
                [{signed(low, unit)}, {signed(high, unit)}]
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function signed(value: number, unit: string): string {
  const text = unit === '%' ? `${(100 * Math.abs(value)).toPrecision(2)} points` : writeQuantity(Math.abs(value), unit)
  return value < 0 ? `−${text}` : value > 0 ? `+${text}` : text
}
