import { useEffect, useState } from 'react'
import { unitOfMetric } from '../../design/metric.ts'
import type { KeptReport } from '../../domain/event.ts'
import type { Report } from '../../domain/report.ts'
import type { DesignAttemptPage, DesignRuns, OpenCase } from '../../server/design-contract.ts'
import type { Api } from '../api.ts'
import { Dialog } from '../control/dialog.tsx'
import { Moment } from '../control/moment.tsx'
import { Comparison } from '../editor/comparison.tsx'
import { reasonOf } from '../reason.ts'
import { limitWords } from './metric.ts'
import { withNaN } from './numbers.ts'
import { openThread } from './preview.ts'
import { writeQuantity } from './quantity.ts'
import { OutcomeMark } from './objective.tsx'
import { ReportView } from './report.tsx'
import { RunPlots, type PlottedRun } from './run-plots.tsx'

/** One side of a comparison. */
export interface Side {
  readonly name: string
  readonly text: string
  readonly report: KeptReport | undefined
  readonly runs: Report['runs'] | undefined
}

/** Two drawings side by side: their texts, their objectives and their runs. */
export function CompareSides({ before, after, asked }: { readonly before: Side; readonly after: Side; readonly asked: OpenCase }) {
  const scenarios = Object.keys(asked.scenarios).filter((name) => before.runs?.[name] !== undefined && after.runs?.[name] !== undefined)
  const [chosen, setChosen] = useState(scenarios[0] ?? '')
  const scenario = scenarios.includes(chosen) ? chosen : (scenarios[0] ?? '')
  const names = [...new Set([...(before.report?.objectives ?? []), ...(after.report?.objectives ?? [])].map(({ name }) => name))]
  const runs = [before, after].flatMap(({ name, runs }): readonly PlottedRun[] => {
    const measurement = runs?.[scenario]
    return measurement === undefined ? [] : [{ name, measurement }]
  })
  return (
    <div className="grid gap-6">
      <section>
        <h3 className="section-title mb-1">
          From {before.name} to {after.name}
        </h3>
        {before.text === after.text ? (
          <p>The drawings are the same.</p>
        ) : (
          <Comparison before={before.text} after={after.text} language="yaml" label={`Difference from ${before.name} to ${after.name}`} />
        )}
      </section>
      {names.length > 0 && (
        <div className="overflow-x-auto">
          <table className="readings">
            <caption className="sr-only">Objectives of both</caption>
            <thead>
              <tr>
                <th scope="col">Objective, at the load that was told</th>
                <th scope="col">{before.name}</th>
                <th scope="col">{after.name}</th>
                <th scope="col">Limit</th>
              </tr>
            </thead>
            <tbody>
              {names.map((name) => {
                const objective = [before, after].map(({ report }) => report?.objectives.find((each) => each.name === name))
                const condition = objective.find((each) => each !== undefined)?.condition
                return (
                  <tr key={name}>
                    <th scope="row" className="first-letter:uppercase">
                      {name}
                    </th>
                    {objective.map((each, place) => {
                      const told = each?.loads.find(({ load }) => load === 1) ?? each?.loads[0]
                      return (
                        <td key={place === 0 ? 'before' : 'after'}>
                          {each === undefined || told === undefined ? (
                            '—'
                          ) : (
                            <span className="inline-flex items-center gap-1.5">
                              <OutcomeMark outcome={each.outcome} />{' '}
                              {writeQuantity(told.interval.mean, unitOfMetric(each.condition.metric))}
                            </span>
                          )}
                        </td>
                      )
                    })}
                    <td className="text-soft">{condition === undefined ? '' : limitWords(condition)}</td>
                  </tr>
                )
              })}
              <tr>
                <th scope="row">Cost</th>
                {[before, after].map(({ report }, place) => (
                  <td key={place === 0 ? 'before' : 'after'}>{report === undefined ? '—' : writeQuantity(report.cost.dollars, '$/h')}</td>
                ))}
                <td className="text-soft">{after.report === undefined ? '' : `at most ${writeQuantity(after.report.cost.most, '$/h')}`}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
      {runs.length === 2 && (
        <section>
          <label className="mb-3 block text-[0.8125rem] text-soft">
            Scenario{' '}
            <select className="field ml-1" value={scenario} onChange={(event) => setChosen(event.target.value)}>
              {scenarios.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <RunPlots runs={runs} faults={asked.scenarios[scenario]?.faults ?? []} at={undefined} />
        </section>
      )}
    </div>
  )
}

/** An earlier attempt: its report, and it beside another drawing. */
export function AttemptDialog({
  id,
  api,
  asked,
  other,
  onOpen,
  onClose,
}: {
  readonly id: string
  readonly api: Api
  readonly asked: OpenCase
  /** The drawing as it is now, with its report where it was graded as it is. */
  readonly other: Side
  readonly onOpen: (text: string) => void
  readonly onClose: () => void
}) {
  const [attempt, setAttempt] = useState<DesignAttemptPage | undefined>(undefined)
  const [runs, setRuns] = useState<Report['runs'] | undefined>(undefined)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let left = false
    api.get<DesignAttemptPage>(`/attempts/${id}/design`).then(
      (answer) => {
        if (left) return
        setAttempt({ ...answer, report: answer.report === undefined ? undefined : withNaN(answer.report) })
        if (answer.outdated) return
        api.get<DesignRuns>(`/attempts/${id}/runs`).then(
          (answer) => !left && setRuns(withNaN(answer.runs)),
          (error: unknown) => !left && setProblem(reasonOf(error)),
        )
      },
      (error: unknown) => !left && setProblem(reasonOf(error)),
    )
    return () => {
      left = true
    }
  }, [api, id])
  return (
    <Dialog title="An earlier attempt" wide onClose={onClose}>
      {problem !== '' && <p role="alert">{problem}</p>}
      {attempt === undefined && problem === '' && <p className="text-soft">Loading…</p>}
      {attempt !== undefined && (
        <div className="grid gap-6">
          <p className="text-[0.875rem] text-soft">
            <Moment at={attempt.at} /> · level {attempt.design.level} · {writeQuantity(attempt.design.cost, '$/h')}
            {attempt.message !== '' && ` · ${attempt.message}`}
            {attempt.outdated && ' · The case or the engine is another by now: its runs cannot be shown as they were.'}
          </p>
          <div>
            <button type="button" className="button" onClick={() => (onOpen(attempt.text), onClose())}>
              Put this attempt onto the canvas
            </button>
          </div>
          <CompareSides before={{ name: 'that attempt', text: attempt.text, report: attempt.report, runs }} after={other} asked={asked} />
          {attempt.report !== undefined && (
            <section>
              <h3 className="section-title mb-3">Its report</h3>
              <ReportView report={attempt.report} followUps={attempt.followUps} onSelect={onClose} />
            </section>
          )}
        </div>
      )}
    </Dialog>
  )
}

/** Runs of all scenarios with one seed, in a thread of their own: what a drawing that was not graded is compared by. */
export function useRuns(asked: OpenCase, text: string | undefined, scenarios: readonly string[]): Report['runs'] | undefined {
  const [runs, setRuns] = useState<Report['runs'] | undefined>(undefined)
  useEffect(() => {
    setRuns(undefined)
    if (text === undefined) return
    let left = false
    const thread = openThread()
    void (async () => {
      const found: Record<string, Report['runs'][string]> = {}
      for (const scenario of scenarios) {
        const answer = await thread.ask({ type: 'run', case: asked, text, scenario, seed: 1 })
        if (left) return
        if (answer.type === 'ran') found[scenario] = answer.preview.measurement
      }
      thread.stop()
      setRuns(found)
    })()
    return () => {
      left = true
      thread.stop()
    }
  }, [asked, text, scenarios])
  return runs
}
