import { Link } from '@tanstack/react-router'
import { unitOfMetric } from '../../design/metric.ts'
import type { FollowUpShown } from '../../server/design-contract.ts'
import type { KeptReport } from '../../domain/event.ts'
import { sayQuantity } from '../../grading/say-quantity.ts'
import { Prose } from '../prose/prose.tsx'
import { CostBar } from './bars.tsx'
import { Gains } from './gains.tsx'
import { ObjectiveRow, OutcomeMark } from './objective.tsx'
import { writeQuantity } from './quantity.ts'

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
