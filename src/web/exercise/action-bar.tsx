import { type RunState, waitingWords } from '../run/progress.ts'

/** Run and Submit, or Stop while one is under way. */
export function ActionBar({
  busy,
  state,
  onRun,
  onSubmit,
  onCancel,
}: {
  readonly busy: boolean
  readonly state: RunState
  readonly onRun: () => void
  readonly onSubmit: () => void
  readonly onCancel: () => void
}) {
  return (
    <div className="action-bar">
      {busy && (
        <span className="text-[0.875rem] text-soft">
          {state.phase === 'queued' ? waitingWords(state) : state.mode === 'submit' ? 'Judging…' : 'Running…'}
          {state.checks.length > 0 && ` ${state.checks.length} checks done`}
        </span>
      )}
      <noscript>
        <span className="text-[0.875rem]">Running code needs JavaScript.</span>
      </noscript>
      <span className="flex-1" />
      {busy ? (
        <button type="button" className="button" onClick={onCancel}>
          Stop
        </button>
      ) : (
        <>
          <button type="button" className="button" onClick={onRun} aria-keyshortcuts="Control+Enter">
            Run <kbd>Ctrl ↵</kbd>
          </button>
          <button type="button" className="button primary" onClick={onSubmit} aria-keyshortcuts="Control+Shift+Enter">
            Submit <kbd>Ctrl ⇧ ↵</kbd>
          </button>
        </>
      )}
    </div>
  )
}
