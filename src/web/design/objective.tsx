import { unitOfMetric } from '../../design/metric.ts'
import type { Interval, Objective, Outcome } from '../../domain/report.ts'
import { whyUnseen } from '../../design/unseen.ts'
import { Icon } from '../control/icon.tsx'
import { IntervalBar } from './bars.tsx'
import { limitWords, metricWords } from './metric.ts'
import { writeQuantity } from './quantity.ts'

const OUTCOMES: Readonly<Record<Outcome, string>> = { met: 'met', missed: 'missed', marginal: 'marginal: too close to say' }

export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  const look = { met: ['check', 'text-pass'], missed: ['cross', 'text-fail'], marginal: ['dash', 'text-warn'] } as const
  const [icon, colour] = look[outcome]
  return (
    <span className={`outcome-mark ${colour}`}>
      <Icon name={icon} />
      <span className="sr-only">{OUTCOMES[outcome]}</span>
    </span>
  )
}

/** An objective with what its replicates read at each load. */
export function ObjectiveRow({ objective }: { readonly objective: Objective }) {
  const { name, condition, outcome, loads } = objective
  const unit = unitOfMetric(condition.metric)
  // What is beyond all numbers comes as none, and so does what was not seen.
  const open = (value: number, { replicates }: Interval) => (Number.isNaN(value) && replicates > 0 ? Number.POSITIVE_INFINITY : value)
  const unseen = whyUnseen(objective)
  return (
    <li>
      <OutcomeMark outcome={outcome} />
      <div className="min-w-0 flex-1">
        <p className="first-letter:uppercase">
          <span className="font-[550]">{name}</span>
          <span className="text-[0.8125rem] text-soft">
            {' '}
            · {OUTCOMES[outcome]} · {metricWords(condition)}: {limitWords(condition)}
          </span>
        </p>
        <table className="load-table">
          <caption className="sr-only">{name} at three loads, means and 99 % intervals</caption>
          <tbody>
            {loads.map(({ load, interval, outcome: at }) => (
              <tr key={load}>
                <th scope="row">× {load}</th>
                <td className="load-bar">
                  <IntervalBar
                    interval={interval}
                    all={loads.map((each) => each.interval)}
                    limit={condition.most ?? condition.least}
                    outcome={at}
                  />
                </td>
                <td className="load-figure">
                  {writeQuantity(open(interval.mean, interval), unit)}
                  <span className="text-soft">
                    {' '}
                    [{writeQuantity(open(interval.low, interval), unit)}, {writeQuantity(open(interval.high, interval), unit)}]
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {unseen !== undefined && <p className="text-[0.8125rem] text-fail">{unseen}</p>}
      </div>
    </li>
  )
}
