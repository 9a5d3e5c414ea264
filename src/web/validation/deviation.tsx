import { Icon } from '../control/icon.tsx'
import { percentOff, type Recorded } from './recorded.ts'

/** Half of the picture's width, as a share of the exact value: no interval of the record is wider. */
const REACH = 0.15

/** The interval around a simulated mean, drawn around its exact value; in words beside it. */
export function Deviation({ row, isFresh = false }: { readonly row: Recorded; readonly isFresh?: boolean }) {
  const { mean, exact, halfWidth, within, holds } = row
  const place = (value: number) => Math.max(0, Math.min(100, 50 + (50 * (value / exact - 1)) / REACH))
  return (
    <span className={`deviation ${isFresh ? 'fresh' : ''} ${holds ? '' : 'outside'}`}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <line className="deviation-zero" x1="50" x2="50" y1="0" y2="10" />
        <line className="deviation-span" x1={place(mean - halfWidth)} x2={place(mean + halfWidth)} y1="5" y2="5" />
        <line className="deviation-mean" x1={place(mean)} x2={place(mean)} y1="2" y2="8" />
      </svg>
      <span className="deviation-words">
        {isFresh && <span className="sr-only">Here: </span>}
        {percentOff(mean, exact)}
        <Icon name={holds ? 'check' : 'cross'} />
        <span className="sr-only">
          {within === undefined ? (holds ? 'inside the interval' : 'outside the interval') : holds ? 'near enough' : 'too far off'}
        </span>
      </span>
    </span>
  )
}
