import { Link } from '@tanstack/react-router'
import type { FollowUpShown } from '../../server/design-contract.ts'
import type { KeptReport } from '../../domain/event.ts'
import type { Interval, Objective, Outcome } from '../../domain/report.ts'
import { whyUnseen } from '../../design/unseen.ts'
import { sayQuantity } from '../../grading/say-quantity.ts'
import { scaleOf } from '../chart/scale.ts'
import { Icon } from '../control/icon.tsx'
import { Prose } from '../prose/prose.tsx'
import { limitWords, metricWords, unitOfMetric } from './metric.ts'
import { writeQuantity } from './quantity.ts'

const OUTCOMES: Readonly<Record<Outcome, string>> = { met: 'met', missed: 'missed', marginal: 'marginal: too close to say' }

const FINDINGS: Readonly<Record<string, string>> = {
  'never-recovers': 'It does not recover',
  amplification: 'Retries multiply the load',
  'hot-shard': 'One shard is hot',
  stampede: 'A stampede on what the cache lost',
  'endless-queue': 'A queue without an end',
  'harmful-hedge': 'Hedges do harm',
  'waiting-for-a-batch': 'Requests wait for a batch to fill',
  'exhausted-pool': 'A pool runs dry',
  'stale-reads': 'Stale reads',
  duplicates: 'Things happen twice',
  'idle-money': 'Money for idle machines',
  'single-point-of-failure': 'A single point of failure',
}

/** What grading found: each objective with its intervals, cost, what holds it back, findings, what was said against what was true. */
export function ReportView({
  report,
  followUps,
  onSelect,
}: {
  readonly report: KeptReport
  readonly followUps: readonly FollowUpShown[]
  readonly onSelect: (component: string) => void
}) {
  const { objectives, cost, bottleneck, findings, predictions } = report
  return (
    <div className="grid gap-6">
      <ul className="outcomes">
        {objectives.map((objective) => (
          <ObjectiveRow key={objective.name} objective={objective} />
        ))}
        <li>
          <OutcomeMark outcome={cost.outcome} />
          <div className="min-w-0 flex-1">
            <p className="font-[550]">
              Cost: {writeQuantity(cost.dollars, '$/h')}{' '}
              <span className="font-normal text-soft">of at most {writeQuantity(cost.most, '$/h')}</span>
            </p>
            <CostBar dollars={cost.dollars} par={cost.par} most={cost.most} />
            <p className="text-[0.8125rem] text-soft">
              {Number.isFinite(cost.par) && cost.par > 0
                ? `${(cost.dollars / cost.par).toFixed(2)} times par; par, the cheapest design known to pass, is ${writeQuantity(cost.par, '$/h')}.`
                : 'No par was recorded for this case.'}
            </p>
          </div>
        </li>
      </ul>
      <p className="text-[0.8125rem] text-soft">
        Intervals hold with 99 %. <Link to="/simulator">Can the simulator be believed?</Link>
      </p>
      {bottleneck !== undefined && (
        <section aria-labelledby="broke">
          <h2 id="broke" className="section-title mb-1">
            {bottleneck.component === undefined ? 'No component holds it back' : `What holds it back: ${bottleneck.component}`}
          </h2>
          <p className="mb-2 max-w-prose text-[0.875rem]">
            Each component was given a quarter more capacity, under the same arrivals and keys. Shown is by how much “{bottleneck.objective}
            ” moved.
            {bottleneck.busiest !== '' &&
              (bottleneck.busiest === bottleneck.component
                ? ` ${bottleneck.busiest} is also the busiest.`
                : ` The busiest is ${bottleneck.busiest}: busy is not the same as in the way.`)}
          </p>
          <Gains
            gains={bottleneck.gains}
            unit={unitOfMetric(objectives.find(({ name }) => name === bottleneck.objective)?.condition.metric ?? '')}
            chosen={bottleneck.component}
          />
        </section>
      )}
      {findings.length > 0 && (
        <section aria-labelledby="findings">
          <h2 id="findings" className="section-title mb-2">
            What the run shows
          </h2>
          <ul className="grid gap-3">
            {findings.map(({ name, component, evidence }) => (
              <li key={`${name} ${component ?? ''}`} className="finding">
                <p className="font-[550]">
                  {FINDINGS[name] ?? name}
                  {component !== undefined && (
                    <>
                      {': '}
                      <button type="button" className="link-button" onClick={() => onSelect(component)}>
                        {component}
                      </button>
                    </>
                  )}
                </p>
                <p className="text-[0.875rem]">{evidence}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {predictions.length > 0 && (
        <section aria-labelledby="said">
          <h2 id="said" className="section-title mb-2">
            What you said, and what was true
          </h2>
          <div className="overflow-x-auto">
            <table className="readings">
              <thead>
                <tr>
                  <th scope="col">Asked</th>
                  <th scope="col">Said</th>
                  <th scope="col">True</th>
                  <th scope="col">Score</th>
                </tr>
              </thead>
              <tbody>
                {predictions.map(({ ask, unit, said, truth, score }) => (
                  <tr key={ask}>
                    <th scope="row">{ask}</th>
                    <td>{typeof said === 'number' ? sayQuantity(said, unit) : said}</td>
                    <td>{typeof truth === 'number' ? sayQuantity(truth, unit) : truth}</td>
                    <td>{Math.round(100 * score)} %</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {followUps.length > 0 && (
        <section aria-labelledby="next-asked">
          <h2 id="next-asked" className="section-title mb-2">
            What the interviewer asks next
          </h2>
          <ol className="grid gap-2">
            {followUps.map(({ ask, listenHtml }) => (
              <li key={ask}>
                <details className="follow-up">
                  <summary>{ask}</summary>
                  <p className="eyebrow mt-2">A strong answer</p>
                  <Prose html={listenHtml} />
                </details>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

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

function ObjectiveRow({ objective }: { readonly objective: Objective }) {
  const { name, condition, outcome, loads } = objective
  const unit = unitOfMetric(condition.metric)
  // What is beyond all numbers comes as none, and so does what was not seen.
  const open = (value: number, { replicates }: Interval) => (Number.isNaN(value) && replicates > 0 ? Number.POSITIVE_INFINITY : value)
  const unseen = whyUnseen(objective)
  return (
    <li>
      <OutcomeMark outcome={outcome} />
      <div className="min-w-0 flex-1">
        <p>
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

/** An interval between all that are shown together, and the limit; on a logarithmic scale where they lie far apart. */
function IntervalBar({
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

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise
}

function CostBar({ dollars, par, most }: { readonly dollars: number; readonly par: number; readonly most: number }) {
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

/** Change of an objective's reading by component, most help first. */
function Gains({
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
