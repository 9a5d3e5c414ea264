import { lazy, Suspense } from 'react'
import type { Progress } from '../../domain/store.ts'
import type { ExercisePage, PatternLink, Reference } from '../../server/contract.ts'
import { Tabs } from '../control/tabs.tsx'
import type { CodeLanguage } from '../editor/language.ts'
import { ItemHeading, PatternNames, Sources } from '../item/heading.tsx'
import { Prose } from '../prose/prose.tsx'
import { Hints } from './hints.tsx'

const AttemptList = lazy(() => import('./attempts.tsx').then((module) => ({ default: module.AttemptList })))
const ReferencePanel = lazy(() => import('./reference.tsx').then((module) => ({ default: module.ReferencePanel })))

export type ProblemTab = 'problem' | 'world' | 'attempts' | 'reference'

const WORLD = { name: 'world', label: 'world.py' } as const
const TABS = [
  { name: 'problem', label: 'Problem' },
  { name: 'attempts', label: 'Attempts' },
  { name: 'reference', label: 'Reference' },
] as const

/** What is asked, the world of a lab, what was tried before, and the reference. */
export function ProblemPane({
  page,
  progress,
  source,
  language,
  tab,
  onTab,
  reference,
  patterns,
  attempt,
  onOpen,
}: {
  readonly page: ExercisePage
  readonly progress: Progress | undefined
  /** The code as it is now, to compare with. */
  readonly source: string
  readonly language: CodeLanguage
  readonly tab: ProblemTab
  readonly onTab: (tab: ProblemTab) => void
  readonly reference: Reference | undefined
  readonly patterns: readonly PatternLink[] | undefined
  /** The newest attempt: a new one loads the list again. */
  readonly attempt: string | undefined
  /** Puts an old source into the editor. */
  readonly onOpen: (source: string) => void
}) {
  const tabs = page.worldHtml === undefined ? TABS : [TABS[0], WORLD, TABS[1], TABS[2]]
  return (
    <section className="pane" aria-label="Problem">
      <div className="pane-bar !py-0">
        <Tabs id="problem" label={tabs.map(({ label }) => label).join(', ')} tabs={tabs} selected={tab} onSelect={onTab} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard. */}
      <div className="pane-scroll" role="tabpanel" id="problem-panel" aria-labelledby={`problem-${tab}`} tabIndex={0}>
        {tab === 'problem' && (
          <>
            <ItemHeading page={page} progress={progress} />
            <Prose html={page.statementHtml} />
            <Hints page={page} />
            <div className="mt-8">
              <PatternNames patterns={patterns} />
            </div>
            <Sources sources={page.sources} />
          </>
        )}
        {tab !== 'problem' && <h1 className="sr-only">{page.title}</h1>}
        {tab === 'world' && page.worldHtml !== undefined && (
          <>
            <p className="mb-3 text-[0.875rem] text-soft">
              Makes every world that you are judged in, each from a seed that you do not know. Your program may import it.
            </p>
            <Prose html={page.worldHtml} />
          </>
        )}
        <Suspense>
          {tab === 'attempts' && <AttemptList key={attempt} slug={page.slug} source={source} language={language} onOpen={onOpen} />}
          {tab === 'reference' && <ReferencePanel slug={page.slug} source={source} language={language} reference={reference} />}
        </Suspense>
      </div>
    </section>
  )
}
