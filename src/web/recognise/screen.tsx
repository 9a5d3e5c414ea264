import { Link, useRouteContext } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { RecognisePage } from '../../server/contract.ts'
import type { Recognised } from '../../server/study-contract.ts'
import { useAttempt } from '../control/use-attempt.ts'
import { ItemHeading } from '../item/heading.tsx'
import { NextLink } from '../item/next-link.tsx'
import { PatternLink } from '../pattern/link.tsx'
import { Prose } from '../prose/prose.tsx'
import { useActiveTime } from '../run/active-time.ts'
import { Clock } from './clock.tsx'

/** Which pattern fits, and why: against the clock, which may be let go by. */
export function RecogniseScreen({ page }: { readonly page: RecognisePage }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [decided, setDecided] = useState(false)
  const [outcome, setOutcome] = useState<Recognised | undefined>(undefined)
  const [problem, attempt] = useAttempt()
  const activeMs = useActiveTime()
  const step = useRef<HTMLHeadingElement>(null)
  // The next step is read out and reached by the keyboard.
  useEffect(() => {
    if (decided) step.current?.focus()
  }, [decided, outcome])

  const finish = (reason: string) =>
    attempt(async () => {
      setOutcome(
        await api.post<Recognised>(`/items/${page.slug}/recognition`, {
          chosen: chosen ?? null,
          reason,
          seed: page.seed,
          activeMs: activeMs(),
        }),
      )
    })
  const reasons = page.reasons.flatMap((pattern) => page.choices.filter((choice) => choice.pattern === pattern))
  return (
    <div className="page !max-w-[46rem]">
      <ItemHeading page={page} progress={page.progress} />
      <Prose html={page.statementHtml} />
      {!decided && (
        <form
          className="mt-8"
          onSubmit={(event) => {
            event.preventDefault()
            if (chosen !== undefined) setDecided(true)
          }}
        >
          <fieldset>
            <legend className="section-title mb-3">Which pattern fits?</legend>
            <div className="grid gap-2">
              {page.choices.map(({ pattern, title }) => (
                <label key={pattern} className="choice">
                  <input
                    type="radio"
                    name="pattern"
                    className="mt-1 size-4 flex-none"
                    checked={chosen === pattern}
                    onChange={() => setChosen(pattern)}
                  />
                  <span>{title}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <div className="mt-5 flex flex-wrap items-center gap-4">
            <button type="submit" className="button primary" disabled={chosen === undefined}>
              This one
            </button>
            <Clock parMs={page.parMs} />
          </div>
        </form>
      )}
      {decided && outcome === undefined && (
        <section aria-labelledby="reason" className="mt-8">
          <h2 id="reason" ref={step} tabIndex={-1} className="section-title mb-3">
            What in the task speaks for it?
          </h2>
          <div className="grid gap-2">
            {reasons.map(({ pattern, becauseHtml }) => (
              <button key={pattern} type="button" className="choice text-left" onClick={() => void finish(pattern)}>
                <Prose html={becauseHtml} />
              </button>
            ))}
          </div>
        </section>
      )}
      {problem !== '' && (
        <p role="alert" className="mt-3 text-fail">
          {problem}
        </p>
      )}
      {outcome !== undefined && (
        <section aria-labelledby="outcome" className="mt-8 border-t border-line pt-5">
          <h2 id="outcome" ref={step} tabIndex={-1} className={`section-title mb-2 ${outcome.right ? 'text-pass' : 'text-fail'}`}>
            {outcome.right
              ? outcome.reasonRight
                ? 'Right, and for the right reason'
                : 'Right, though for another reason'
              : 'Another one fits'}
          </h2>
          <p className="mb-3">
            It is <PatternLink pattern={outcome.pattern} />.
          </p>
          <Prose html={outcome.whyHtml} />
          <p className="mt-4 text-[0.875rem] text-soft">
            {outcome.record.right} of your {outcome.record.of} {outcome.record.of === 1 ? 'choice' : 'choices'} so far were right.
          </p>
          <p className="mt-5 flex flex-wrap gap-3">
            <NextLink next={outcome.next} />
            <Link to="/items/$slug" params={{ slug: page.slug.split('~', 1)[0] ?? '' }} className="button">
              Do the whole of it
            </Link>
          </p>
        </section>
      )}
    </div>
  )
}
