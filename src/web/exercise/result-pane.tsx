import { Tabs } from '../control/tabs.tsx'
import type { CodeLanguage } from '../editor/language.ts'
import { Output } from '../run/outcome.tsx'
import { isBusy, type RunState } from '../run/progress.ts'
import { CheckList } from './checks.tsx'
import { ReportButton } from './report.tsx'
import { TryPanel } from './try-panel.tsx'
import { sentenceOf, VerdictBanner } from './verdict.tsx'

export type ResultTab = 'checks' | 'try'

const TABS = [
  { name: 'checks', label: 'Result' },
  { name: 'try', label: 'Try it' },
] as const

/** What came of the code: the verdict with its checks, or the learner's own statements. */
export function ResultPane({
  language,
  slug,
  tab,
  onTab,
  judged,
  tried,
  onTry,
  onStopTry,
  onReference,
}: {
  readonly language: CodeLanguage
  readonly slug: string
  readonly tab: ResultTab
  readonly onTab: (tab: ResultTab) => void
  readonly judged: RunState
  readonly tried: RunState
  readonly onTry: (input: string) => void
  readonly onStopTry: () => void
  readonly onReference: () => void
}) {
  const runs = language === 'python' || language === 'sql'
  const tabs = runs ? TABS : TABS.slice(0, 1)
  return (
    <div className="pane">
      <div className="pane-bar !py-0">
        <Tabs id="result" label={tabs.length === 1 ? 'Result' : 'Result, try it'} tabs={tabs} selected={tab} onSelect={onTab} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard. */}
      <div className="pane-scroll !py-4" role="tabpanel" id="result-panel" aria-labelledby={`result-${tab}`} tabIndex={0}>
        <p role="status" className="sr-only">
          {sentenceOf(judged)}
        </p>
        {tab === 'checks' ? (
          <Judged state={judged} runs={runs} onReference={onReference} />
        ) : (
          <TryPanel language={language} slug={slug} state={tried} onTry={onTry} onStop={onStopTry} />
        )}
      </div>
    </div>
  )
}

function Judged({ state, runs, onReference }: { readonly state: RunState; readonly runs: boolean; readonly onReference: () => void }) {
  const { phase, problem, output, checks, result } = state
  if (phase === 'idle') {
    return (
      <p className="max-w-prose text-[0.9375rem] text-soft">
        {runs
          ? 'Run tries the visible checks and shows what you print. Submit runs all checks; of a hidden one that fails you see its name.'
          : 'Nothing of it is built or started: it is parsed and held against checks, and rollouts are simulated. Run tries the visible checks, Submit all; of a hidden one that fails you see its name.'}
      </p>
    )
  }
  return (
    <div className="grid gap-4">
      {phase === 'cancelled' && <p className="verdict">Stopped. Your code is kept.</p>}
      {problem !== undefined && (
        <div className="verdict ours" role="alert">
          <p className="verdict-title">{problem.message}</p>
          <p className="mt-1 text-[0.875rem]">{problem.fix}</p>
        </div>
      )}
      <VerdictBanner state={state} onReference={onReference} />
      {isBusy(state) && checks.length === 0 && output === '' && (
        <p className="text-soft">{phase === 'running' ? 'Running…' : 'Waiting for its turn…'}</p>
      )}
      {checks.length > 0 && <CheckList key={result === undefined ? 'live' : 'done'} checks={checks} />}
      {output !== '' && <Output text={output} truncated={result?.truncated ?? false} />}
      {state.attempt !== undefined && (
        <div>
          <ReportButton key={state.attempt} attempt={state.attempt} />
        </div>
      )}
    </div>
  )
}
