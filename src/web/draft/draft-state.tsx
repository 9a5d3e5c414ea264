import type { DraftEvent, DraftState } from './sync.ts'

const PHASES: Readonly<Record<DraftState['phase'], string>> = {
  saved: 'Saved',
  waiting: 'Saving…',
  saving: 'Saving…',
  offline: 'Not saved to the server yet',
  conflict: 'Not saved: another tab is newer',
}

/** Whether the text is safe, in two words. */
export function DraftPhase({ state }: { readonly state: DraftState }) {
  const worry = state.phase === 'offline' || state.phase === 'conflict'
  return (
    <span className={`draft-phase ${worry ? 'text-warn' : 'text-soft'}`} role={worry ? 'status' : undefined}>
      {worry && <span aria-hidden="true">● </span>}
      {PHASES[state.phase]}
    </span>
  )
}

/** Asks when two tabs differ, says when the server is away, and offers the version that was not chosen. */
export function DraftBar({ state, dispatch }: { readonly state: DraftState; readonly dispatch: (event: DraftEvent) => void }) {
  if (state.phase === 'conflict') {
    return (
      <div className="bar" role="status">
        <span>Another tab has a newer version of this text.</span>
        <button type="button" className="button small" onClick={() => dispatch({ type: 'took' })}>
          Load it
        </button>
        <button type="button" className="button small" onClick={() => dispatch({ type: 'kept' })}>
          Keep mine
        </button>
      </div>
    )
  }
  if (state.phase === 'offline' && state.failures > 1) {
    return (
      <div className="bar" role="status">
        <span>The server does not answer. What you type is kept in this browser and sent as soon as it is back.</span>
      </div>
    )
  }
  if (state.aside !== undefined) {
    return (
      <div className="bar" role="status">
        <span>The other version is set aside.</span>
        <button type="button" className="button small" onClick={() => dispatch({ type: 'swapped' })}>
          Swap them
        </button>
        <button type="button" className="button small" onClick={() => dispatch({ type: 'forgot' })}>
          Forget it
        </button>
      </div>
    )
  }
  return null
}
