import { useRouteContext } from '@tanstack/react-router'
import { useState } from 'react'
import { CodeEditor } from '../editor/code-editor.tsx'
import { isBusy } from '../run/progress.ts'
import { useRun } from '../run/use-run.ts'
import { RunOutcome } from '../run/outcome.tsx'

/** What makes a cell of a guide runnable: Run, Edit, and what came out. `cell` holds the highlighted code. */
export function CellBar({ cell }: { readonly cell: HTMLElement }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [original] = useState(() => (cell.querySelector('pre')?.textContent ?? '').replace(/\n$/, ''))
  const [source, setSource] = useState(original)
  const [editing, setEditing] = useState(false)
  const { state, start, cancel } = useRun(api)
  const run = () => start('try', (signal) => api.cell(cell.dataset.runtime ?? 'python', source, signal))
  const edit = () => {
    cell.classList.add('editing')
    setEditing(true)
  }
  const reset = () => {
    cell.classList.remove('editing')
    setEditing(false)
    setSource(original)
  }
  return (
    <>
      {editing && (
        <div className="cell-editor">
          <CodeEditor
            language="python"
            label="Code of this cell"
            value={source}
            onChange={setSource}
            focusAtOnce
            keys={[{ key: 'Mod-Enter', run }]}
          />
        </div>
      )}
      <div className="cell-bar">
        {isBusy(state) ? (
          <button type="button" className="button small" onClick={cancel}>
            Stop
          </button>
        ) : (
          <button type="button" className="button small" onClick={run}>
            Run
          </button>
        )}
        {editing ? (
          <button type="button" className="button small plain" onClick={reset}>
            Put back
          </button>
        ) : (
          <button type="button" className="button small plain" onClick={edit}>
            Edit
          </button>
        )}
        {editing && (
          <span className="text-[0.8125rem] text-soft max-sm:hidden">
            <kbd>Ctrl Enter</kbd> runs, <kbd>Esc</kbd> <kbd>Tab</kbd> leaves
          </span>
        )}
      </div>
      <RunOutcome state={state} />
    </>
  )
}
