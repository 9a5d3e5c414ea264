import { useState } from 'react'
import { Icon } from '../control/icon.tsx'
import { PatternNames } from '../item/heading.tsx'
import type { RunState } from '../run/progress.ts'
import { ReportDialog } from './report.tsx'
import { VERDICT_WORDS } from './verdict-words.ts'

/** The verdict in one line, what it rests on, and what can be done next. */
export function VerdictBanner({ state, onReference }: { readonly state: RunState; readonly onReference: () => void }) {
  const [reporting, setReporting] = useState(false)
  const { result, mode, attempt } = state
  if (result === undefined) return null
  const { tone } = VERDICT_WORDS[result.verdict]
  return (
    <div className={`verdict ${tone}`}>
      <p className="verdict-title flex items-center gap-2">
        {tone === 'passed' ? <Icon name="check" className="text-pass" /> : tone === 'failed' ? <Icon name="cross" className="text-fail" /> : null}
        {titleOf(state)}
      </p>
      {result.message !== '' && <p className="mt-1 text-[0.875rem] whitespace-pre-wrap">{result.message}</p>}
      <p className="mt-1 text-[0.8125rem] text-soft">
        {result.verdict === 'passed' && mode === 'run' && 'Submit runs the hidden checks too. '}
        {costOf(state)}
      </p>
      {mode === 'submit' && <PatternNames patterns={state.patterns} />}
      <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
        {state.reference !== undefined && (
          <button type="button" className="button small" onClick={onReference}>
            Compare with the reference
          </button>
        )}
        {attempt !== undefined && (
          <button type="button" className="button small plain" onClick={() => setReporting(true)}>
            This verdict looks wrong
          </button>
        )}
      </div>
      {reporting && attempt !== undefined && <ReportDialog attempt={attempt} onClose={() => setReporting(false)} />}
    </div>
  )
}

/** The verdict as a sentence; it is also what a screen reader hears. */
export function titleOf({ result, mode }: RunState): string {
  if (result === undefined) return ''
  const failed = result.checks.filter(({ passed }) => !passed).length
  const all = result.checks.length
  if (result.verdict === 'passed') return mode === 'submit' ? `Passed: all ${all} checks` : `The ${all} visible checks pass`
  if (result.verdict === 'failed') return `Not yet: ${failed} of ${all} checks ${failed === 1 ? 'fails' : 'fail'}`
  return VERDICT_WORDS[result.verdict].title
}

function costOf({ result }: RunState): string {
  if (result === undefined || result.verdict === 'not-run') return ''
  const memory = result.memoryBytes === undefined ? '' : `, ${(result.memoryBytes / 1_048_576).toFixed(1)} MB`
  return `${Math.round(result.cpuMs).toLocaleString('en')} ms CPU${memory}`
}
