import { useState } from 'react'
import { Dialog } from '../control/dialog.tsx'
import { DraftBar, DraftPhase } from '../draft/draft-state.tsx'
import type { DraftEvent, DraftState } from '../draft/sync.ts'
import { CodeEditor } from '../editor/code-editor.tsx'
import type { CodeLanguage } from '../editor/language.ts'

const TITLES: Readonly<Record<CodeLanguage, string>> = { python: 'Code', sql: 'Query', yaml: 'Manifests', dockerfile: 'Dockerfile' }

/** The code being written, and whether it is safe. */
export function EditorPane({
  language,
  starter,
  draft,
  onDraft,
  onEdit,
  onRun,
  onSubmit,
}: {
  readonly language: CodeLanguage
  readonly starter: string
  readonly draft: DraftState
  readonly onDraft: (event: DraftEvent) => void
  readonly onEdit: (text: string) => void
  readonly onRun: () => void
  readonly onSubmit: () => void
}) {
  const [keys, setKeys] = useState(false)
  return (
    <div className="pane">
      <div className="pane-bar">
        <h2 className="text-[0.875rem] font-[550]">{TITLES[language]}</h2>
        <DraftPhase state={draft} />
        <span className="flex-1" />
        <button
          type="button"
          className="button small plain"
          title="Puts the starter back; Undo (Ctrl Z) takes that back"
          disabled={draft.text === starter}
          onClick={() => onEdit(starter)}
        >
          Start over
        </button>
        <button type="button" className="button small plain" onClick={() => setKeys(true)}>
          Keys
        </button>
      </div>
      <DraftBar state={draft} dispatch={onDraft} />
      <div className="editor-frame">
        <CodeEditor
          language={language}
          label="Your code. Escape, then Tab leaves the editor."
          value={draft.text}
          onChange={onEdit}
          keys={[
            { key: 'Mod-Enter', run: onRun },
            { key: 'Mod-Shift-Enter', run: onSubmit },
          ]}
        />
      </div>
      {keys && <Keys onClose={() => setKeys(false)} />}
    </div>
  )
}

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl Enter', 'Run the visible checks'],
  ['Ctrl Shift Enter', 'Submit to all checks'],
  ['Esc, then Tab', 'Leave the editor'],
  ['Ctrl Space', 'Complete a word'],
  ['Ctrl F', 'Find and replace'],
  ['Ctrl /', 'Comment the line'],
  ['Alt ↑  Alt ↓', 'Move the line'],
  ['Ctrl D', 'Select the next same word'],
  ['Ctrl Z', 'Undo, also of “Start over” and of a loaded attempt'],
  ['Ctrl K  or  /', 'Search everything'],
]

function Keys({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <p className="mb-3 text-[0.875rem] text-soft">On a Mac, Cmd in place of Ctrl.</p>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-2 text-[0.875rem]">
        {KEYS.map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
