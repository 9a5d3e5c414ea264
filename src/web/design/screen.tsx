import { useRouteContext } from '@tanstack/react-router'
import { type ComponentType, useEffect, useState } from 'react'
import type { Level } from '../../domain/target.ts'
import type { AskSaved, DesignPage, Told } from '../../server/design-contract.ts'
import { Brief } from './brief.tsx'
import type { WorkProps } from './work.tsx'

/** A design: the brief at once, also without JavaScript; canvas, editor and simulation as soon as they are loaded. */
export function DesignScreen({ page }: { readonly page: DesignPage }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [Work, setWork] = useState<ComponentType<WorkProps> | undefined>(undefined)
  const [level, setLevel] = useState<Level>(page.level)
  const [asked, setAsked] = useState<ReadonlySet<number>>(new Set(page.asks.flatMap(({ asked }, place) => (asked ? [place] : []))))
  const [answers, setAnswers] = useState<readonly (string | undefined)[]>(page.asks.map(({ answerHtml }) => answerHtml))
  const misses = level === 'intro' && answers.includes(undefined)
  useEffect(() => {
    if (!misses) return
    api.get<Told>(`/items/${page.slug}/told`).then(
      ({ answersHtml }) => setAnswers(answersHtml),
      (error: unknown) => console.info(error),
    )
  }, [misses, api, page.slug])
  useEffect(() => {
    void import('./work.tsx').then(({ DesignWork }) => setWork(() => DesignWork))
  }, [])
  const ask = async (place: number) => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const { answerHtml } = await api.post<AskSaved>(`/items/${page.slug}/ask`, { ask: place, zone })
    setAnswers((before) => before.with(place, answerHtml))
    setAsked((before) => new Set([...before, place]))
  }
  const brief = <Brief page={page} level={level} asked={asked} answers={answers} onLevel={setLevel} onAsk={ask} />
  if (Work !== undefined) return <Work page={page} api={api} level={level} onLevel={setLevel} brief={brief} />
  return (
    <div className="workspace design" data-view="brief">
      <div className="design-waiting">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the keyboard. */}
        <section className="pane-scroll" aria-label="Brief" tabIndex={0}>
          {brief}
        </section>
        <div className="canvas-waiting">
          <noscript>
            <p>Drawing and simulating need JavaScript. The brief reads without it.</p>
          </noscript>
        </div>
      </div>
    </div>
  )
}
