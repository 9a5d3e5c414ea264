import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { Level } from '../../domain/target.ts'
import { ENGINE_VERSION } from '../../simulation/simulate.ts'
import type { Reference } from '../../server/contract.ts'
import type { DesignPage } from '../../server/design-contract.ts'
import type { Api } from '../api.ts'
import { Dialog } from '../control/dialog.tsx'
import { PhoneTabs } from '../control/phone-tabs.tsx'
import { Split } from '../control/split.tsx'
import { Tabs } from '../control/tabs.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { reasonOf } from '../reason.ts'
import { useActiveTime } from '../run/active-time.ts'
import { Attempts } from './attempts.tsx'
import { AttemptDialog, CompareSides, type Side, useRuns } from './compare.tsx'
import { DrawingPane } from './drawing-pane.tsx'
import { GradedPane } from './graded-pane.tsx'
import { LiveRun } from './live.ts'
import { PreviewPane } from './preview-pane.tsx'
import { summaryOf } from './preview-summary.ts'
import { ShareDialog } from './share-dialog.tsx'
import { digestOfReport, type Shared } from './share.ts'
import { SharedBar } from './shared-bar.tsx'
import { TextPane, type TextTab } from './text-pane.tsx'
import { Timeline } from './timeline.tsx'
import { useDrawing } from './use-drawing.ts'
import { useFilm } from './use-film.ts'
import { isGrading, useGrading } from './use-grading.ts'
import { usePreview } from './use-preview.ts'
import { useReplay } from './use-replay.ts'
import { useShared } from './use-shared.ts'

export interface WorkProps {
  readonly page: DesignPage
  readonly api: Api
  readonly level: Level
  readonly onLevel: (level: Level) => void
  readonly brief: ReactNode
}

type View = (typeof VIEWS)[number]['name']
type LeftTab = 'brief' | 'preview' | 'graded' | 'attempts'

const VIEWS = [
  { name: 'brief', label: 'Brief' },
  { name: 'drawing', label: 'Drawing' },
  { name: 'text', label: 'Text' },
  { name: 'run', label: 'Run' },
] as const

const LEFT = [
  { name: 'brief', label: 'Brief' },
  { name: 'preview', label: 'Preview' },
  { name: 'graded', label: 'Graded run' },
  { name: 'attempts', label: 'Attempts' },
] as const

/** A design at work: brief, preview and report on one side, canvas and text on the other; on a phone one at a time. */
export function DesignWork({ page, api, level, onLevel, brief }: WorkProps) {
  const router = useRouter()
  // A page that is loaded again brings the same case in a new object.
  const [asked] = useState(page.case)
  const [draft, onDraft] = useDraft(api, page.slug, { text: page.draft?.source ?? asked.starter, revision: page.draft?.revision ?? 0 })
  const onText = useCallback((text: string) => onDraft({ type: 'edited', text }), [onDraft])
  const state = useDrawing(asked, draft.text, onText)
  const { drawing, flaws } = state
  const runnable = flaws.length === 0 ? draft.text : undefined

  const bar = asked.levels[level]
  const [wantedScenario, setScenario] = useState('')
  const scenario = bar.scenarios.includes(wantedScenario) ? wantedScenario : (bar.scenarios[0] ?? '')
  const [seed, setSeed] = useState(1)
  const preview = usePreview(asked, runnable, scenario, seed)
  const [view, setView] = useState<View>('brief')
  const [left, setLeft] = useState<LeftTab>('brief')
  const [textTab, setTextTab] = useState<TextTab>('text')
  const [place, setPlace] = useState<{ readonly line: number } | undefined>(undefined)
  const [selected, setSelected] = useState<string | undefined>(undefined)
  const [dialog, setDialog] = useState<'share' | 'reference' | undefined>(undefined)
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [reference, setReference] = useState(page.after.reference)
  const [problem, setProblem] = useState('')
  const activeMs = useActiveTime()
  const grading = useGrading(api, page.slug, ({ after }) => {
    setReference(after.reference)
    void router.invalidate()
  })
  const [replay, startReplay, endReplay] = useReplay(asked, page.par)

  const show = (tab: LeftTab) => {
    setLeft(tab)
    setView(tab === 'brief' ? 'brief' : 'run')
  }

  const { shared, forget } = useShared(page.slug, (found) => {
    state.replace(found.text)
    onLevel(found.level)
    setScenario(found.scenario)
    setSeed(found.digest === undefined ? found.seed : 1)
    show('preview')
  })

  const isStale = grading.state.sent !== undefined && grading.state.sent.text !== draft.text
  const report = grading.state.graded?.report
  const graded = left === 'graded' && replay === undefined ? report?.runs[scenario] : undefined
  const measurement = graded ?? (preview.preview?.scenario === scenario ? preview.preview.measurement : undefined)
  const faults = asked.scenarios[scenario]?.faults ?? []
  const { live, end, now, at, setSecond } = useFilm(measurement, faults)

  const submit = ({
    predictions,
    firstToBreak,
  }: {
    readonly predictions: readonly (number | null)[]
    readonly firstToBreak: string | null
  }) => {
    endReplay()
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    grading.start({ level, text: draft.text, predictions, firstToBreak, activeMs: activeMs(), zone })
  }
  const showReference = () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    api.post<Reference>(`/items/${page.slug}/reference`, { zone }).then(
      ({ source }) => {
        setReference(source)
        setDialog('reference')
        void router.invalidate()
      },
      (error: unknown) => setProblem(reasonOf(error)),
    )
  }
  const compares = dialog === 'reference' || opened !== undefined
  const previewRuns = useRuns(asked, compares && (report === undefined || isStale) ? runnable : undefined, bar.scenarios)
  const referenceRuns = useRuns(asked, dialog === 'reference' ? reference : undefined, bar.scenarios)
  const mine: Side = {
    name: 'your drawing now',
    text: draft.text,
    report: isStale ? undefined : report,
    runs: report !== undefined && !isStale ? report.runs : previewRuns,
  }
  const link: Shared = {
    slug: page.slug,
    text: draft.text,
    level,
    scenario,
    seed: report !== undefined && !isStale ? report.seed : seed,
    engine: ENGINE_VERSION,
    caseHash: asked.hash,
    digest: report !== undefined && !isStale ? digestOfReport(report) : undefined,
  }
  useEffect(() => {
    if (view === 'text') setTextTab('text')
  }, [view])

  return (
    <LiveRun value={live}>
      <div className="workspace design" data-view={view}>
        {(left !== 'brief' || view !== 'brief') && <h1 className={left === 'brief' ? 'phone-title' : 'sr-only'}>{page.title}</h1>}
        <PhoneTabs
          views={VIEWS}
          view={view}
          onView={(name) => (name === 'brief' ? show('brief') : name === 'run' ? show(left === 'brief' ? 'preview' : left) : setView(name))}
        />
        {shared !== undefined && (
          <SharedBar
            shared={shared}
            caseHash={asked.hash}
            onReplay={() => {
              startReplay(shared)
              show('graded')
            }}
            onClose={forget}
          />
        )}
        <Split
          name="design"
          direction="columns"
          initial={31}
          label="Width of the brief"
          firstClass="design-left"
          secondClass="design-right"
          first={
            <section className="pane" aria-label="Brief and runs">
              <div className="pane-bar !py-0">
                <Tabs id="design" label="Brief, preview, graded run, attempts" tabs={LEFT} selected={left} onSelect={show} />
              </div>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard. */}
              <div className="pane-scroll" role="tabpanel" id="design-panel" aria-labelledby={`design-${left}`} tabIndex={0}>
                {problem !== '' && (
                  <p role="alert" className="mb-3 text-fail">
                    {problem}
                  </p>
                )}
                {left === 'brief' && brief}
                {left === 'preview' && (
                  <PreviewPane
                    asked={asked}
                    scenarios={bar.scenarios}
                    scenario={scenario}
                    state={preview}
                    flaws={flaws}
                    most={page.par === undefined ? undefined : page.par * bar.cost}
                    at={at}
                    onScenario={setScenario}
                    onFlaw={(line) => {
                      setView('text')
                      setTextTab('text')
                      setPlace({ line })
                    }}
                  />
                )}
                {left === 'graded' && (
                  <GradedPane
                    page={page}
                    level={level}
                    components={Object.keys(drawing.components)}
                    problem={flaws.length > 0 ? 'First mend what stands against a run: see Preview.' : ''}
                    state={grading.state}
                    replay={replay}
                    scenario={scenario}
                    at={at}
                    isStale={isStale}
                    onSubmit={submit}
                    onCancel={grading.cancel}
                    onLeaveReplay={endReplay}
                    onSelect={(name) => {
                      setSelected(name)
                      setView('drawing')
                    }}
                    onCompare={() => setDialog('reference')}
                    onReference={showReference}
                  />
                )}
                {left === 'attempts' && <Attempts attempts={page.attempts} onOpen={setOpened} />}
              </div>
            </section>
          }
          second={
            <section className="pane" aria-label="Drawing and text">
              <Split
                name="drawing"
                direction="rows"
                initial={60}
                label="Height of the canvas"
                firstClass="drawing-side"
                secondClass="text-side"
                first={
                  <DrawingPane
                    asked={asked}
                    state={state}
                    draft={draft}
                    selected={selected}
                    onSelect={setSelected}
                    onShare={() => setDialog('share')}
                    timeline={
                      live === undefined ? undefined : (
                        <Timeline
                          second={now}
                          end={end}
                          faults={faults}
                          label={graded === undefined ? `preview of “${scenario}”, seed ${seed}` : `graded run of “${scenario}”`}
                          onSecond={setSecond}
                        />
                      )
                    }
                  />
                }
                second={
                  <TextPane
                    asked={asked}
                    state={state}
                    draft={draft}
                    onDraft={onDraft}
                    tab={textTab}
                    onTab={setTextTab}
                    place={place}
                    onGrade={() => show('graded')}
                  />
                }
              />
              <div className="action-bar">
                <button type="button" className="button small plain" onClick={() => show('preview')}>
                  {summaryOf(preview, flaws.length, asked, scenario)}
                </button>
                <span className="flex-1" />
                <button type="button" className="button primary" disabled={isGrading(grading.state)} onClick={() => show('graded')}>
                  {isGrading(grading.state) ? 'Grading…' : 'Predict and grade'}
                </button>
              </div>
            </section>
          }
        />
        {dialog === 'share' && <ShareDialog shared={link} onOpen={state.replace} onClose={() => setDialog(undefined)} />}
        {dialog === 'reference' && reference !== undefined && (
          <Dialog title="Your drawing beside the reference" wide onClose={() => setDialog(undefined)}>
            <CompareSides
              before={mine}
              after={{ name: 'the reference', text: reference, report: undefined, runs: referenceRuns }}
              asked={asked}
            />
          </Dialog>
        )}
        {opened !== undefined && (
          <AttemptDialog id={opened} api={api} asked={asked} other={mine} onOpen={state.replace} onClose={() => setOpened(undefined)} />
        )}
      </div>
    </LiveRun>
  )
}
