import { useState } from 'react'
import type { Report } from '../../domain/report.ts'
import type { DesignPage } from '../../server/design-contract.ts'
import { Icon } from '../control/icon.tsx'
import { NextLink } from '../item/next-link.tsx'
import { PatternNames } from '../item/heading.tsx'
import { Prose } from '../prose/prose.tsx'
import { Predictions, type Said } from './predictions.tsx'
import { ReportView } from './report.tsx'
import { RunPlots } from './run-plots.tsx'
import { type GradingState, isGrading } from './use-grading.ts'

/** A report that this browser computed from a link. */
export interface Replay {
  readonly phase: 'running' | 'done' | 'failed'
  readonly done: number
  readonly total: number
  readonly report: Report | undefined
  readonly message: string
  /** Whether it is the report that was shared; undefined when none was. */
  readonly isSame: boolean | undefined
}

/** The graded run: what is said before it, how far it got, and what it found. */
export function GradedPane({
  page,
  level,
  components,
  problem,
  state,
  replay,
  scenario,
  at,
  isStale,
  onSubmit,
  onCancel,
  onLeaveReplay,
  onSelect,
  onCompare,
  onReference,
}: {
  readonly page: DesignPage
  readonly level: string
  readonly components: readonly string[]
  /** Why the drawing cannot be graded now. */
  readonly problem: string
  readonly state: GradingState
  readonly replay: Replay | undefined
  /** The scenario whose run is plotted. */
  readonly scenario: string
  readonly at: number | undefined
  /** The drawing is another than the one that was graded. */
  readonly isStale: boolean
  readonly onSubmit: (said: Said) => void
  readonly onCancel: () => void
  readonly onLeaveReplay: () => void
  readonly onSelect: (component: string) => void
  readonly onCompare: () => void
  readonly onReference: () => void
}) {
  const [again, setAgain] = useState(false)
  const { phase, graded } = state
  const report = graded?.report
  if (replay !== undefined) return <ReplayView replay={replay} onSelect={onSelect} onLeave={onLeaveReplay} />
  if (isGrading(state)) {
    return (
      <div className="grid max-w-prose gap-3" role="status">
        <p>
          {phase === 'queued'
            ? state.ahead === undefined || state.ahead === 0
              ? 'Waiting: it is next…'
              : `Waiting: ${state.ahead} before it…`
            : state.total === undefined
              ? 'Simulating: all scenarios of the level, three loads, several seeds…'
              : `Simulating: ${state.done} of about ${state.total} runs…`}
        </p>
        <progress
          className="w-full"
          aria-label="Runs done"
          {...(state.total === undefined ? {} : { value: state.done, max: state.total })}
        />
        <div>
          <button type="button" className="button" onClick={onCancel}>
            Stop
          </button>
        </div>
      </div>
    )
  }
  const isForm = graded === undefined || again
  return (
    <div className="grid gap-6">
      {state.problem !== undefined && (
        <div className="verdict ours" role="alert">
          <p className="verdict-title">{state.problem.message}</p>
          <p className="mt-1 text-[0.875rem]">{state.problem.fix}</p>
        </div>
      )}
      {phase === 'cancelled' && <p className="verdict">Stopped. Your drawing is kept.</p>}
      {graded !== undefined && (
        <div className={`verdict ${report === undefined ? 'ours' : report.passed ? 'passed' : 'failed'}`} role="status">
          <p className="verdict-title flex items-center gap-2">
            {report !== undefined && (
              <Icon name={report.passed ? 'check' : 'cross'} className={report.passed ? 'text-pass' : 'text-fail'} />
            )}
            {report === undefined
              ? 'It could not be graded'
              : report.passed
                ? `Passed at level ${report.level}`
                : `Not yet, at level ${report.level}`}
          </p>
          {graded.message !== '' && <p className="mt-0.5 text-[0.875rem]">{graded.message}</p>}
          {isStale && <p className="mt-1 text-[0.8125rem] text-soft">The drawing has changed since.</p>}
          <div className="mt-2 flex flex-wrap gap-2">
            {!again && (
              <button type="button" className="button small" onClick={() => setAgain(true)}>
                Predict and grade again
              </button>
            )}
            {report?.passed === true && <NextLink next={graded.next} />}
          </div>
        </div>
      )}
      {isForm && (
        <Predictions
          estimates={page.estimates}
          components={components}
          level={level}
          problem={problem}
          onSubmit={(said) => {
            setAgain(false)
            onSubmit(said)
          }}
        />
      )}
      {report !== undefined && graded !== undefined && (
        <>
          <ReportView report={report} followUps={graded.followUps} onSelect={onSelect} />
          {report.runs[scenario] !== undefined && (
            <section aria-labelledby="graded-run">
              <h2 id="graded-run" className="section-title mb-2">
                One of its runs: “{scenario}”
              </h2>
              <RunPlots
                runs={[{ name: 'graded', measurement: report.runs[scenario] }]}
                faults={page.case.scenarios[scenario]?.faults ?? []}
                at={at}
              />
            </section>
          )}
        </>
      )}
      <After page={page} state={state} onReference={onReference} onCompare={onCompare} />
    </div>
  )
}

/** What is told once there was a graded run. */
function After({
  page,
  state,
  onReference,
  onCompare,
}: {
  readonly page: DesignPage
  readonly state: GradingState
  readonly onReference: () => void
  readonly onCompare: () => void
}) {
  const after = state.graded?.after ?? page.after
  return (
    <>
      {after.discussionHtml !== undefined && (
        <details className="follow-up">
          <summary>How a strong candidate walks through it</summary>
          <Prose html={after.discussionHtml} />
        </details>
      )}
      {after.reference === undefined ? (
        after.discussionHtml !== undefined && (
          <div>
            <button type="button" className="button small plain" onClick={onReference}>
              Show the reference (it is noted that you did)
            </button>
          </div>
        )
      ) : (
        <div>
          <button type="button" className="button small" onClick={onCompare}>
            Compare with the reference
          </button>
        </div>
      )}
      <PatternNames patterns={after.patterns} />
    </>
  )
}

function ReplayView({
  replay,
  onSelect,
  onLeave,
}: {
  readonly replay: Replay
  readonly onSelect: (component: string) => void
  readonly onLeave: () => void
}) {
  const { phase, done, total, report, message, isSame } = replay
  if (phase === 'running') {
    return (
      <div className="grid max-w-prose gap-3" role="status">
        <p>{total > 0 ? `Replaying in this browser: ${done} of about ${total} runs…` : 'Replaying in this browser…'}</p>
        <progress className="w-full" aria-label="Runs done" {...(total > 0 ? { value: done, max: total } : {})} />
      </div>
    )
  }
  if (report === undefined) {
    return (
      <p className="verdict ours" role="alert">
        {message}
      </p>
    )
  }
  return (
    <div className="grid gap-6">
      <div className={`verdict ${report.passed ? 'passed' : 'failed'}`} role="status">
        <p className="verdict-title">
          {report.passed ? `Passed at level ${report.level}` : `Not yet, at level ${report.level}`}, replayed with seed {report.seed}
        </p>
        <p className="mt-0.5 text-[0.875rem]">
          {isSame === undefined
            ? 'Computed in this browser; the link brought no report to hold it against.'
            : isSame
              ? 'Computed in this browser: the same report as the one that was shared, to the last digit.'
              : 'Computed in this browser: not the report that was shared. The engine or the case has changed since.'}
        </p>
      </div>
      <ReportView report={report} followUps={[]} onSelect={onSelect} />
      <div>
        <button type="button" className="button" onClick={onLeave}>
          Grade a drawing of your own
        </button>
      </div>
    </div>
  )
}
