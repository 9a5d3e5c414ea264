import { Link, useRouteContext } from '@tanstack/react-router'
import { useState } from 'react'
import type { PredictPage } from '../../server/contract.ts'
import type { Predicted } from '../../server/study-contract.ts'
import { useAttempt } from '../control/use-attempt.ts'
import { ItemHeading, PatternNames } from '../item/heading.tsx'
import { NextLink } from '../item/next-link.tsx'
import { Prose } from '../prose/prose.tsx'
import { useActiveTime } from '../run/active-time.ts'
import { ValueText } from './value-text.tsx'

/** What does this give? Typed or chosen, and held at once against what the program gave. */
export function PredictScreen({ page }: { readonly page: PredictPage }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [answer, setAnswer] = useState<string | number>('')
  const [outcome, setOutcome] = useState<Predicted | undefined>(undefined)
  const [sending, setSending] = useState(false)
  const [problem, attempt] = useAttempt()
  const activeMs = useActiveTime()
  const given = typeof answer === 'number' || answer.trim() !== ''

  const submit = async () => {
    setSending(true)
    await attempt(async () => {
      setOutcome(await api.post<Predicted>(`/items/${page.slug}/prediction`, { answer, seed: page.seed, activeMs: activeMs() }))
    })
    setSending(false)
  }
  return (
    <div className="page !max-w-[52rem]">
      <ItemHeading page={page} progress={page.progress} />
      <section aria-label="The program">
        <Prose html={page.programHtml} />
      </section>
      <section aria-labelledby="asked" className="mt-6">
        <h2 id="asked" className="section-title mb-2">
          {page.runtime === 'postgres' ? 'Its tables' : 'Then this runs'}
        </h2>
        <Prose html={page.codeHtml} />
      </section>
      <form
        className="mt-6"
        onSubmit={(event) => {
          event.preventDefault()
          if (given && !sending && outcome === undefined) void submit()
        }}
      >
        <fieldset disabled={outcome !== undefined || sending}>
          <legend className="section-title mb-3">
            <Prose html={page.statementHtml} />
          </legend>
          {page.options.length === 0 ? (
            <input
              className="field w-full max-w-[28rem] font-mono"
              aria-label="Your answer"
              autoComplete="off"
              spellCheck={false}
              value={answer}
              onChange={(event) => setAnswer(event.target.value)}
            />
          ) : (
            <div className="grid gap-2">
              {page.options.map((option, place) => (
                <label key={JSON.stringify(option)} className="choice">
                  <input
                    type="radio"
                    name="option"
                    className="mt-1 size-4 flex-none"
                    checked={answer === place}
                    onChange={() => setAnswer(place)}
                  />
                  <ValueText value={option} />
                </label>
              ))}
            </div>
          )}
        </fieldset>
        {outcome === undefined && (
          <button type="submit" className="button primary mt-5" disabled={!given || sending}>
            {sending ? 'Comparing …' : 'That is it'}
          </button>
        )}
      </form>
      {problem !== '' && (
        <p role="alert" className="mt-3 text-fail">
          {problem}
        </p>
      )}
      {outcome !== undefined && (
        <section role="status" aria-labelledby="outcome" className="mt-6 border-t border-line pt-5">
          <h2 id="outcome" className={`section-title mb-2 ${outcome.right ? 'text-pass' : 'text-fail'}`}>
            {outcome.right ? 'Right' : 'It gives something else'}
          </h2>
          <div className="mb-4">
            <ValueText value={outcome.expected} />
          </div>
          <PatternNames patterns={outcome.patterns} />
          <p className="mt-5 flex flex-wrap gap-3">
            <NextLink next={outcome.next} />
            <Link to="/items/$slug" params={{ slug: page.slug.split('~', 1)[0] ?? '' }} className="button">
              The whole exercise
            </Link>
          </p>
        </section>
      )}
    </div>
  )
}
