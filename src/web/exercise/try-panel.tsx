import { useStored } from '../control/use-stored.ts'
import { CodeEditor } from '../editor/code-editor.tsx'
import type { CodeLanguage } from '../editor/language.ts'
import { RunOutcome } from '../run/outcome.tsx'
import { isBusy, type RunState } from '../run/progress.ts'

/** The learner's own statements, run after their code; nothing is judged. A query runs as it is, on the first visible case. */
export function TryPanel({
  language,
  slug,
  state,
  onTry,
  onStop,
}: {
  readonly language: CodeLanguage
  readonly slug: string
  readonly state: RunState
  readonly onTry: (input: string) => void
  readonly onStop: () => void
}) {
  const [input = '', edit] = useStored(`onsite:try:${slug}`)
  const run = () => onTry(input)
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-[0.875rem] text-soft">
        {language === 'sql'
          ? 'Runs your query on the data of the first visible case and shows its rows. Nothing is judged.'
          : 'Statements to run after your code; the value of the last expression shows. Nothing is judged.'}
      </p>
      {language === 'python' && (
        <div className="cell-editor">
          <CodeEditor
            language={language}
            label="Statements to run after your code"
            value={input}
            onChange={edit}
            keys={[{ key: 'Mod-Enter', run }]}
          />
        </div>
      )}
      <div>
        {isBusy(state) ? (
          <button type="button" className="button small" onClick={onStop}>
            Stop
          </button>
        ) : (
          <button type="button" className="button small" onClick={run}>
            {language === 'sql' ? 'Run the query' : 'Run with your code'}
          </button>
        )}
      </div>
      <RunOutcome state={state} />
    </div>
  )
}
