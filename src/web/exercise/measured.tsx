import type { Measured } from '../../domain/measured.ts'
import { scaleOf } from '../chart/scale.ts'

const [WIDTH, HEIGHT] = [160, 20]

/** What a lab's check measured: the mean over its worlds, the interval that chance leaves, and the limits. */
export function MeasuredFigures({ figures }: { readonly figures: readonly Measured[] }) {
  return (
    <div className="measured">
      <table>
        <thead className="sr-only">
          <tr>
            <th scope="col">Measured</th>
            <th scope="col">Mean</th>
            <th scope="col">Picture</th>
            <th scope="col">Wanted</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.name}>
              <th scope="row">
                {figure.name}
                <span className="text-soft"> in {figure.worlds} worlds</span>
              </th>
              <td>
                <b className={figure.passed ? 'text-pass' : 'text-fail'}>{say(figure.mean, figure.unit)}</b>
                <span className="text-soft">
                  {' '}
                  ({number(figure.low)} to {number(figure.high)})
                </span>
              </td>
              <td className="measured-picture">
                <Bar figure={figure} />
              </td>
              <td>
                {limitsOf(figure)}
                <span className="text-soft"> {figure.verdict}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The interval against the limits; everything in it stands in the table too. */
function Bar({ figure }: { readonly figure: Measured }) {
  const { mean, low, high, least, most, passed } = figure
  const marks = [low, high, ...[least, most].filter((limit) => limit !== undefined)]
  const [from, to] = [Math.min(...marks), Math.max(...marks)]
  const margin = (to - from || Math.abs(to) || 1) * 0.2
  const x = scaleOf([from - margin, to + margin], [0, WIDTH])
  const [wantedFrom, wantedTo] = [least === undefined ? 0 : x(least), most === undefined ? WIDTH : x(most)]
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" className={passed ? 'text-pass' : 'text-fail'}>
      <rect x={wantedFrom} width={Math.max(0, wantedTo - wantedFrom)} y="0" height={HEIGHT} className="measured-wanted" />
      {[least, most].map(
        (limit) => limit !== undefined && <line key={limit} x1={x(limit)} x2={x(limit)} y1="0" y2={HEIGHT} className="measured-limit" />,
      )}
      <line x1={x(low)} x2={x(high)} y1={HEIGHT / 2} y2={HEIGHT / 2} stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <circle cx={x(mean)} cy={HEIGHT / 2} r="4" fill="currentColor" />
    </svg>
  )
}

function limitsOf({ least, most, unit }: Measured): string {
  if (least !== undefined && most !== undefined) return `${number(least)} to ${say(most, unit)}`
  return least === undefined ? `at most ${say(most ?? 0, unit)}` : `at least ${say(least, unit)}`
}

function say(value: number, unit: string): string {
  return unit === '' ? number(value) : `${number(value)} ${unit}`
}

/** Three figures are what an interval of some dozen worlds can bear. */
function number(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 })
}
