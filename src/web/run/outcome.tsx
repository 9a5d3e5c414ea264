import { ShownValue } from '../shown/value.tsx'
import { Message } from './message.tsx'
import { isBusy, type RunState, waitingWords } from './progress.ts'

/** What a run printed and its last value; and if it went wrong, why. */
export function RunOutcome({ state }: { readonly state: RunState }) {
  const { result, problem, output } = state
  return (
    <div aria-live="polite" className="grid gap-3">
      {isBusy(state) && <p className="text-[0.875rem] text-soft">{state.phase === 'queued' ? waitingWords(state) : 'Running…'}</p>}
      {state.phase === 'cancelled' && <p className="text-[0.875rem] text-soft">Stopped.</p>}
      {problem !== undefined && (
        <p className="text-[0.875rem]">
          <strong>{problem.message}</strong> {problem.fix}
        </p>
      )}
      {output !== '' && <Output text={output} truncated={result?.truncated ?? false} />}
      {result !== undefined && result.message !== '' && result.verdict !== 'passed' && (
        <div className="verdict failed">
          <Message text={result.message} />
        </div>
      )}
      {result?.value !== undefined && <ShownValue shown={result.value} />}
      {state.phase === 'done' && result?.verdict === 'passed' && output === '' && result.value === undefined && (
        <p className="text-[0.875rem] text-soft">It ran, and printed nothing.</p>
      )}
    </div>
  )
}

/** What was printed, as it came. */
export function Output({ text, truncated }: { readonly text: string; readonly truncated: boolean }) {
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard. */}
      <pre className="output" tabIndex={0} aria-label="Printed">
        {text}
      </pre>
      {truncated && <p className="mt-1 text-[0.8125rem] text-warn">The output was longer; the rest was cut off.</p>}
    </div>
  )
}
