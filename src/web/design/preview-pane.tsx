import { Icon } from '../control/icon.tsx'
import { unitOfMetric } from '../../design/metric.ts'
import type { OpenCase } from '../../server/design-contract.ts'
import type { Flaw } from '../../design/flaw.ts'
import { About } from './about.tsx'
import { holds, limitWords, metricWords } from './metric.ts'
import { writeQuantity } from './quantity.ts'
import { RunPlots } from './run-plots.tsx'
import type { PreviewState } from './use-preview.ts'

/** What one run with one seed shows while the drawing is made: readings beside their limits, cost, and plots. No verdict. */
export function PreviewPane({
  asked,
  scenarios,
  scenario,
  state,
  flaws,
  most,
  at,
  onScenario,
  onFlaw,
}: {
  readonly asked: OpenCase
  readonly scenarios: readonly string[]
  readonly scenario: string
  readonly state: PreviewState
  readonly flaws: readonly Flaw[]
  /** Dollars an hour that the level allows. */
  readonly most: number | undefined
  readonly at: number | undefined
  readonly onScenario: (scenario: string) => void
  readonly onFlaw: (line: number) => void
}) {
  const { preview, phase } = state
  const slos = asked.slos.filter((slo) => slo.scenario === scenario)
  const current = preview?.scenario === scenario ? preview : undefined
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <label className="text-[0.8125rem] text-soft">
          Scenario{' '}
          <select className="field ml-1" value={scenario} onChange={(event) => onScenario(event.target.value)}>
            {scenarios.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <span className="tag" title="Grading runs several seeds, three loads and all scenarios of the level.">
          preview, one seed
        </span>
        <span role="status" className="text-[0.8125rem] text-soft">
          {flaws.length > 0
            ? ''
            : phase === 'running'
              ? 'Running…'
              : phase === 'failed'
                ? 'No run'
                : current === undefined
                  ? ''
                  : `${Math.round(current.ms)} ms`}
        </span>
      </div>
      <p className="text-[0.8125rem] text-soft">
        <About text={asked.scenarios[scenario]?.what ?? ''} />
      </p>
      {flaws.length > 0 && (
        <div className="verdict ours">
          <p className="verdict-title">
            {flaws.length === 1 ? 'One thing stands against a run' : `${flaws.length} things stand against a run`}
          </p>
          <ul className="mt-2 grid gap-2 text-[0.875rem]">
            {flaws.slice(0, 8).map(({ line, where, cause, remedy }) => (
              <li key={`${line} ${where} ${cause}`}>
                {where !== '' && <code>{where}</code>}
                {where !== '' && ': '}
                {cause}. {remedy}{' '}
                <button type="button" className="link-button" onClick={() => onFlaw(line)}>
                  line {line}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {phase === 'failed' && flaws.length === 0 && (
        <p className="verdict ours" role="alert">
          {state.message}
        </p>
      )}
      {current !== undefined && (
        <div className={phase === 'running' || flaws.length > 0 ? 'opacity-60' : ''}>
          {current.measurement.stopped !== undefined && (
            <p className="verdict failed mb-3">
              This design diverges: the run was ended early, with more {current.measurement.stopped} than any healthy one needs.
            </p>
          )}
          <table className="readings">
            <caption className="sr-only">Readings of the preview</caption>
            <thead>
              <tr>
                <th scope="col">Objective</th>
                <th scope="col">Reading</th>
                <th scope="col">Limit</th>
              </tr>
            </thead>
            <tbody>
              {slos.map((slo) => {
                const value = current.readings[slo.name] ?? Number.NaN
                const good = holds(slo, value)
                return (
                  <tr key={slo.name}>
                    <th scope="row" title={metricWords(slo)} className="first-letter:uppercase">
                      {slo.name}
                    </th>
                    <td className={good ? 'text-pass' : 'text-fail'}>
                      <Icon name={good ? 'check' : 'cross'} /> {writeQuantity(value, unitOfMetric(slo.metric))}
                      <span className="sr-only">{good ? ', within' : ', beyond'}</span>
                    </td>
                    <td className="text-soft">{limitWords(slo)}</td>
                  </tr>
                )
              })}
              <tr>
                <th scope="row">Cost</th>
                <td className={most === undefined || current.measurement.cost <= most ? 'text-pass' : 'text-fail'}>
                  {most !== undefined && <Icon name={current.measurement.cost <= most ? 'check' : 'cross'} />}{' '}
                  {writeQuantity(current.measurement.cost, '$/h')}
                </td>
                <td className="text-soft">{most === undefined ? 'not recorded' : `at most ${writeQuantity(most, '$/h')}`}</td>
              </tr>
            </tbody>
          </table>
          <RunPlots
            runs={[{ name: 'preview', measurement: current.measurement }]}
            faults={asked.scenarios[scenario]?.faults ?? []}
            at={at}
          />
        </div>
      )}
    </div>
  )
}
