import { useRouteContext } from '@tanstack/react-router'
import { type ComponentType, useEffect, useState } from 'react'
import type { Level } from '../../domain/target.ts'
import type { AskSaved, DesignPage } from '../../server/design-contract.ts'
import { Brief } from './brief.tsx'
import type { WorkProps } from './work.tsx'

/** A design: the brief at once, also without JavaScript; canvas, editor and simulation as soon as they are loaded. */
export function DesignScreen({ page }: { readonly page: DesignPage }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [Work, setWork] = useState<ComponentType<WorkProps> | undefined>(undefined)
  const [level, setLevel] = useState<Level>(page.level)
  const [asked, setAsked] = useState<ReadonlySet<number>>(new Set(page.asks.flatMap(({ asked }, place) => (asked ? [place] : []))))
  useEffect(() => {
    void import('./work.tsx').then(({ DesignWork }) => setWork(() => DesignWork))
  }, [])
  const ask = (place: number) => {
    setAsked((before) => new Set([...before, place]))
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    // What was asked is a fact on the screen already; whether it is remembered is not worth a complaint.
    void api.post<AskSaved>(`/items/${page.slug}/ask`, { ask: place, zone }).catch((error: unknown) => console.info(error))
  }
  const brief = <Brief page={page} level={level} asked={asked} onLevel={setLevel} onAsk={ask} />
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
