import { useMemo } from 'react'
import type { OpenCase } from '../../server/design-contract.ts'
import { Tabs } from '../control/tabs.tsx'
import { DraftBar } from '../draft/draft-state.tsx'
import type { DraftEvent, DraftState } from '../draft/sync.ts'
import { CodeEditor } from '../editor/code-editor.tsx'
import { Outline } from './outline.tsx'
import { Policies } from './policies.tsx'
import type { DrawingState } from './use-drawing.ts'

export type TextTab = 'text' | 'routes' | 'policies'

const TABS = [
  { name: 'text', label: 'Text' },
  { name: 'routes', label: 'Routes' },
  { name: 'policies', label: 'Policies' },
] as const

/** The drawing as text, as an outline of its routes, and as forms of its policies: each the whole truth, each shows what the others do. */
export function TextPane({
  asked,
  state,
  draft,
  onDraft,
  tab,
  onTab,
  place,
  onGrade,
}: {
  readonly asked: OpenCase
  readonly state: DrawingState
  readonly draft: DraftState
  readonly onDraft: (event: DraftEvent) => void
  readonly tab: TextTab
  readonly onTab: (tab: TextTab) => void
  readonly place: { readonly line: number } | undefined
  readonly onGrade: () => void
}) {
  const { drawing, flaws } = state
  const problems = useMemo(() => flaws.map(({ line, cause, remedy }) => ({ line, message: `${cause}. ${remedy}` })), [flaws])
  const kindOf = (name: string) => {
    const part = drawing.components[name]?.part
    return part === undefined ? undefined : asked.parts[part]?.component.kind
  }
  const routes = [...new Set([...Object.keys(asked.workload.classes), ...Object.keys(drawing.routes)])]
  const logs = Object.keys(drawing.components).filter((name) => kindOf(name) === 'log' && !routes.includes(name))
  return (
    <div className="pane">
      <div className="pane-bar !py-0">
        <Tabs id="text" label="Text, routes, policies" tabs={TABS} selected={tab} onSelect={onTab} />
        <span className="flex-1" />
        {flaws.length > 0 && (
          <span className="text-[0.8125rem] text-fail">
            line {flaws[0]?.line}: {flaws[0]?.cause}
          </span>
        )}
      </div>
      <DraftBar state={draft} dispatch={onDraft} />
      {tab === 'text' ? (
        <div className="editor-frame" role="tabpanel" id="text-panel" aria-labelledby="text-text">
          <CodeEditor
            language="yaml"
            label="The drawing as text. Escape, then Tab leaves the editor."
            value={draft.text}
            onChange={state.type}
            problems={problems}
            place={place}
            keys={[{ key: 'Mod-Shift-Enter', run: onGrade }]}
          />
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard.
        <div className="pane-scroll" role="tabpanel" id="text-panel" aria-labelledby={`text-${tab}`} tabIndex={0}>
          {!state.isReadable && <p className="mb-3 text-fail">The text cannot be read as it is; mend it first.</p>}
          <fieldset disabled={!state.isReadable} className="grid gap-6">
            <legend className="sr-only">{tab === 'routes' ? 'Routes' : 'Policies and jobs'}</legend>
            {tab === 'routes' &&
              [...routes, ...logs].map((route) => (
                <div key={route}>
                  <h2 className="section-title mb-1.5">
                    {route}
                    {kindOf(route) === 'log' && <span className="text-[0.8125rem] font-normal text-soft">, what its consumers do</span>}
                  </h2>
                  <Outline route={route} title={route} drawing={drawing} kindOf={kindOf} onEdit={state.edit} />
                </div>
              ))}
            {tab === 'policies' && <Policies asked={asked} drawing={drawing} onEdit={state.edit} />}
          </fieldset>
        </div>
      )}
    </div>
  )
}
