import { Link } from '@tanstack/react-router'
import { Icon } from '../control/icon.tsx'
import { PatternNames } from '../item/heading.tsx'
import { NextLink } from '../item/next-link.tsx'
import { Message } from '../run/message.tsx'
import type { RunState } from '../run/progress.ts'
import { VERDICT_WORDS } from './verdict-words.ts'

/** The verdict in one line, what it rests on, and what can be done next. */
export function VerdictBanner({ state, onReference }: { readonly state: RunState; readonly onReference: () => void }) {
  const { result, mode } = state
  if (result === undefined) return null
  const { tone } = VERDICT_WORDS[result.verdict]
  return (
    <div className={`verdict ${tone}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="verdict-title flex items-center gap-2">
          {tone === 'passed' && <Icon name="check" className="text-pass" />}
          {tone === 'failed' && <Icon name="cross" className="text-fail" />}
          <span>{verdictOf(state)}</span>
          <span className="text-[0.9375rem] font-[450]">{tallyOf(state)}</span>
        </p>
        <p className="text-[0.8125rem] text-soft">{costOf(state)}</p>
      </div>
      {result.message !== '' && <Message text={result.message} />}
      {result.verdict === 'passed' && mode === 'run' && (
        <p className="mt-1 text-[0.875rem] text-soft">Submit runs the hidden checks too.</p>
      )}
      {mode === 'submit' && <PatternNames patterns={state.patterns} />}
      {mode === 'submit' && state.reference !== undefined && (
        <button type="button" className="button small mt-2" onClick={onReference}>
          Compare with the reference
        </button>
      )}
      {mode === 'submit' && state.next !== undefined && (
        <p className="mt-3">
          {result.verdict === 'passed' ? (
            <NextLink next={state.next} />
          ) : (
            <Link to="/items/$slug" params={{ slug: state.next }} className="text-[0.875rem]">
              Leave it for today and go on
            </Link>
          )}
        </p>
      )}
    </div>
  )
}

/** The verdict in a word or two. */
function verdictOf({ result }: RunState): string {
  return result === undefined ? '' : VERDICT_WORDS[result.verdict].title
}

/** How many checks it rests on. */
function tallyOf({ result, mode }: RunState): string {
  if (result === undefined || result.checks.length === 0) return ''
  const all = result.checks.length
  const failed = result.checks.filter(({ passed }) => !passed).length
  // Where nothing came to be judged the verdict itself says it all.
  if (failed === all && result.verdict !== 'failed') return ''
  if (failed > 0) return `${failed} of ${all} checks ${failed === 1 ? 'fails' : 'fail'}`
  return mode === 'submit' ? `all ${all} checks` : `the ${all} visible checks`
}

/** The verdict as a sentence, for a screen reader. */
export function sentenceOf(state: RunState): string {
  const tally = tallyOf(state)
  return tally === '' ? verdictOf(state) : `${verdictOf(state)}: ${tally}`
}

function costOf({ result }: RunState): string {
  if (result === undefined || result.verdict === 'not-run') return ''
  const memory =
    result.memoryBytes === undefined || result.memoryBytes < 100_000 ? '' : `, ${(result.memoryBytes / 1_048_576).toFixed(1)} MB`
  return `${Math.round(result.cpuMs).toLocaleString('en')} ms CPU${memory}`
}
