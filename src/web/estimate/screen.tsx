import { useRouteContext, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { parseQuantity } from '../../grading/quantity.ts'
import type { Estimated, EstimatePage } from '../../server/estimation-contract.ts'
import { useAttempt } from '../control/use-attempt.ts'
import { QuantityField } from '../control/quantity-field.tsx'
import { ItemHeading, Sources } from '../item/heading.tsx'
import { Prose } from '../prose/prose.tsx'
import { useActiveTime } from '../run/active-time.ts'
import { Outcome } from './outcome.tsx'
import { Record } from './record.tsx'

/** A drill in estimating: each meeting has other numbers. */
export function EstimateScreen({ page }: { readonly page: EstimatePage }) {
  const router = useRouter()
  const [isAgain, setAgain] = useState(false)
  const again = () => {
    setAgain(true)
    void router.invalidate()
  }
  // Another draw is another sheet: nothing of the last one stays.
  return <Sheet key={page.meeting} page={page} isAgain={isAgain} onMore={again} />
}

function Sheet({ page, isAgain, onMore }: { readonly page: EstimatePage; readonly isAgain: boolean; readonly onMore: () => void }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [typed, setTyped] = useState<readonly string[]>(() => page.asks.map(() => ''))
  const [outcome, setOutcome] = useState<Estimated | undefined>(undefined)
  const [sending, setSending] = useState(false)
  const [problem, attempt] = useAttempt()
  const activeMs = useActiveTime()
  const form = useRef<HTMLFormElement>(null)
  const result = useRef<HTMLHeadingElement>(null)
  const isSaid = typed.some((text) => text.trim() !== '')
  const isUnclear = typed.some((text, place) => text.trim() !== '' && parseQuantity(text, page.asks[place]?.unit ?? '').kind === 'problem')

  // Whoever asked for another draw goes on typing.
  useEffect(() => {
    if (isAgain) form.current?.querySelector('input')?.focus()
  }, [isAgain])
  useEffect(() => {
    if (outcome !== undefined) result.current?.focus()
  }, [outcome])

  const compare = async () => {
    setSending(true)
    await attempt(async () => {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
      const given = { meeting: page.meeting, typed, activeMs: activeMs(), zone }
      setOutcome(await api.post<Estimated>(`/items/${page.slug}/estimate`, given))
    })
    setSending(false)
  }
  /** Enter goes on to what is still empty, and compares when nothing is; the button compares. */
  const goOn = () => {
    const fields = [...(form.current?.querySelectorAll('input') ?? [])]
    const empty = fields.find(({ value }) => value.trim() === '')
    if (empty !== undefined && document.activeElement instanceof HTMLInputElement) empty.focus()
    else if (isSaid && !isUnclear && !sending && outcome === undefined) void compare()
  }
  return (
    <div className="page !max-w-[46rem]">
      <ItemHeading page={page} progress={outcome === undefined ? page.progress : outcome.passed ? 'solved' : (page.progress ?? 'tried')} />
      <Prose html={page.statementHtml} />
      <form
        ref={form}
        className="mt-7"
        onSubmit={(event) => {
          event.preventDefault()
          goOn()
        }}
      >
        <fieldset disabled={outcome !== undefined || sending}>
          <legend className="section-title mb-3">Estimate, by head</legend>
          <div className="grid gap-5">
            {page.asks.map((asked, place) => (
              <QuantityField
                key={asked.ask}
                asked={asked}
                value={typed[place] ?? ''}
                onChange={(text) => setTyped(typed.map((one, at) => (at === place ? text : one)))}
              />
            ))}
          </div>
        </fieldset>
        {outcome === undefined && (
          <div className="mt-5 flex flex-wrap items-center gap-4">
            <button type="submit" className="button primary" disabled={!isSaid || isUnclear || sending}>
              {sending ? 'Comparing …' : 'Compare'}
            </button>
            <span className="text-[0.8125rem] text-soft">A factor of 2 is near enough. What is left empty counts for nothing.</span>
          </div>
        )}
      </form>
      {problem !== '' && (
        <p role="alert" className="mt-3 text-fail">
          {problem}
        </p>
      )}
      {outcome !== undefined && (
        <Outcome asks={page.asks} outcome={outcome} heading={result} more={page.draws > 1 ? 'Another draw' : 'Once more'} onMore={onMore} />
      )}
      <Record record={page.record} />
      <Sources sources={page.sources} />
    </div>
  )
}
