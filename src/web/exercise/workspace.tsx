import { useRouteContext } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { ExercisePage } from '../../server/contract.ts'
import { PhoneTabs } from '../control/phone-tabs.tsx'
import { Split } from '../control/split.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { codeLanguageOf } from '../editor/language.ts'
import { useActiveTime } from '../run/active-time.ts'
import { isBusy } from '../run/progress.ts'
import { useRun } from '../run/use-run.ts'
import { ActionBar } from './action-bar.tsx'
import { EditorPane } from './editor-pane.tsx'
import { ProblemPane, type ProblemTab } from './problem-pane.tsx'
import { ResultPane, type ResultTab } from './result-pane.tsx'

type View = 'problem' | 'code' | 'result'

const VIEWS: readonly { readonly name: View; readonly label: string }[] = [
  { name: 'problem', label: 'Problem' },
  { name: 'code', label: 'Code' },
  { name: 'result', label: 'Result' },
]

/** An exercise at work: the problem on one side, the code and what came of it on the other; on a phone one at a time. */
export function Workspace({ page }: { readonly page: ExercisePage }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const { slug } = page
  const language = codeLanguageOf(page.runtime)
  const [draft, onDraft] = useDraft(api, slug, { text: page.draft?.source ?? page.starter, revision: page.draft?.revision ?? 0 })
  const judged = useRun(api)
  const tried = useRun(api)
  const [view, setView] = useState<View>('problem')
  const [problemTab, setProblemTab] = useState<ProblemTab>('problem')
  const [resultTab, setResultTab] = useState<ResultTab>('checks')
  const activeMs = useActiveTime()

  const source = draft.text
  const busy = isBusy(judged.state)
  const show = (tab: ResultTab) => {
    setResultTab(tab)
    setView('result')
  }
  const run = () => {
    show('checks')
    judged.start('run', (signal) => api.run(slug, source, { activeMs: activeMs() }, signal))
  }
  const submit = () => {
    show('checks')
    judged.start('submit', (signal) => api.submit(slug, source, activeMs(), signal))
  }
  const onEdit = useCallback((text: string) => onDraft({ type: 'edited', text }), [onDraft])
  const reference = judged.state.reference ?? page.reference
  const passed = judged.state.mode === 'submit' && judged.state.result?.verdict === 'passed'
  const progress = page.progress === 'solved' || passed ? 'solved' : judged.state.attempt === undefined ? page.progress : 'tried'

  return (
    <div className="workspace" data-view={view}>
      {view !== 'problem' && <h1 className="phone-title">{page.title}</h1>}
      <PhoneTabs views={VIEWS} view={view} onView={setView} />
      <Split
        name="workspace"
        direction="columns"
        initial={42}
        label="Width of the problem"
        firstClass="problem-side"
        secondClass="code-side"
        first={
          <ProblemPane
            page={page}
            progress={progress}
            source={source}
            language={language}
            tab={problemTab}
            onTab={setProblemTab}
            reference={reference}
            patterns={judged.state.patterns ?? page.patterns}
            attempt={judged.state.attempt}
            onOpen={onEdit}
          />
        }
        second={
          <section className="pane" aria-label="Code">
            <Split
              name="result"
              direction="rows"
              initial={54}
              label="Height of the editor"
              firstClass="editor-side"
              secondClass="result-side"
              first={
                <EditorPane
                  language={language}
                  starter={page.starter}
                  draft={draft}
                  onDraft={onDraft}
                  onEdit={onEdit}
                  onRun={run}
                  onSubmit={submit}
                />
              }
              second={
                <ResultPane
                  language={language}
                  slug={slug}
                  tab={resultTab}
                  onTab={setResultTab}
                  judged={judged.state}
                  tried={tried.state}
                  onTry={(input) => tried.start('try', (signal) => api.run(slug, source, { input, activeMs: 0 }, signal))}
                  onStopTry={tried.cancel}
                  onReference={() => {
                    setProblemTab('reference')
                    setView('problem')
                  }}
                />
              }
            />
            <ActionBar busy={busy} state={judged.state} onRun={run} onSubmit={submit} onCancel={judged.cancel} />
          </section>
        }
      />
    </div>
  )
}
