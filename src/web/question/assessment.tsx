import { useEffect, useRef, useState } from 'react'
import type { Reveal } from '../../server/contract.ts'
import { Prose } from '../prose/prose.tsx'

/** The rubric: the learner scores each point; what the machine found by words is a suggestion beside it. */
export function Assessment({
  reveal,
  total,
  saved,
  onSave,
}: {
  readonly reveal: Reveal
  readonly total: number
  /** How many answers are saved: one more means that this one was. */
  readonly saved: number
  readonly onSave: (scores: readonly (number | null)[]) => void
}) {
  const [scores, setScores] = useState<readonly (number | null)[]>(() => reveal.rubric.map(() => null))
  const [before] = useState(saved)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const scored = scores.filter((score) => score !== null)
  const sum = scored.reduce((all, score) => all + score, 0)
  return (
    <section aria-labelledby="rubric" className="mt-10">
      <h2 id="rubric" ref={heading} tabIndex={-1} className="section-title">
        The rubric
      </h2>
      <p className="mt-1 mb-4 text-[0.875rem] text-soft">
        You score. What was found in your words is a suggestion only: it looks for words, not for sense.
      </p>
      <ol className="rows">
        {reveal.rubric.map((point, index) => (
          <li key={point.point} className="py-4">
            <fieldset>
              <legend className="font-[550]">{point.point}</legend>
              <p className="mt-0.5 text-[0.8125rem] text-soft">
                {point.mentioned === null
                  ? 'Not looked for by the machine'
                  : point.mentioned
                    ? 'Suggestion: mentioned in your words'
                    : 'Suggestion: not found in your words'}
              </p>
              <div className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
                {[null, ...Array.from({ length: point.points + 1 }, (_, score) => score)].map((score) => (
                  <label key={String(score)} className="inline-flex min-h-7 cursor-pointer items-center gap-2 text-[0.875rem]">
                    <input
                      type="radio"
                      className="size-4"
                      name={`point-${index}`}
                      checked={scores[index] === score}
                      onChange={() => setScores(scores.map((old, place) => (place === index ? score : old)))}
                    />
                    {score === null ? 'not assessed' : `${score} of ${point.points}`}
                  </label>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      <div className="mt-5 flex flex-wrap items-center gap-4">
        <button type="button" className="button primary" disabled={scored.length === 0} onClick={() => onSave(scores)}>
          Save answer and score
        </button>
        <span role="status" className="text-[0.875rem]">
          {saved > before && 'Saved. '}
          {scored.length === 0
            ? 'Nothing scored yet'
            : `${sum} of ${total} points${scored.length < scores.length ? `, ${scores.length - scored.length} not assessed` : ''}`}
        </span>
      </div>
      <Example title="A strong answer" html={reveal.strongHtml} />
      <Example title="A weak answer" html={reveal.weakHtml} />
      {reveal.followUpsHtml.length > 0 && (
        <section aria-labelledby="follow-ups" className="mt-8">
          <h3 id="follow-ups" className="section-title mb-2">
            They may ask next
          </h3>
          <ul className="grid list-disc gap-2 pl-5">
            {reveal.followUpsHtml.map((html) => (
              <li key={html}>
                <Prose html={html} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  )
}

function Example({ title, html }: { readonly title: string; readonly html: string }) {
  return (
    <details className="mt-4 rounded-lg border border-line bg-surface px-4 py-3">
      <summary className="min-h-7 cursor-pointer font-[550]">{title}</summary>
      <div className="mt-2">
        <Prose html={html} />
      </div>
    </details>
  )
}
