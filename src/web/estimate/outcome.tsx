import type { RefObject } from 'react'
import type { EstimateAnswer } from '../../domain/event.ts'
import { timesOff } from '../../grading/estimation.ts'
import { sayQuantity } from '../../grading/say-quantity.ts'
import type { Estimated, EstimatePage } from '../../server/estimation-contract.ts'
import { PatternNames } from '../item/heading.tsx'
import { NextLink } from '../item/next-link.tsx'
import { Prose } from '../prose/prose.tsx'

/** What was said beside what is true, and how it is worked out. */
export function Outcome({
  asks,
  outcome,
  heading,
  more,
  onMore,
}: {
  readonly asks: EstimatePage['asks']
  readonly outcome: Estimated
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly more: string
  readonly onMore: () => void
}) {
  const { answers, score, passed, passedFrom, workingHtml, followUpsHtml, patterns, next } = outcome
  return (
    <section aria-labelledby="outcome" className="mt-7 border-t border-line pt-5">
      <h2 id="outcome" ref={heading} tabIndex={-1} className={`section-title mb-1 ${passed ? 'text-pass' : 'text-fail'}`}>
        {passed ? 'Near enough' : 'Too far off'}
      </h2>
      <p className="mb-4 text-[0.875rem] text-soft">
        Score {score.toFixed(2)} of 1; passed from {passedFrom.toFixed(2)} on. Within a factor of 2 a number is worth all, at 4 half, from 8
        on nothing.
      </p>
      <table className="w-full text-[0.9375rem]">
        <thead>
          <tr className="border-b border-line text-left text-[0.8125rem] text-soft">
            <th scope="col" className="py-1.5 pr-4 font-[550]">
              Asked
            </th>
            <th scope="col" className="py-1.5 pr-4 font-[550]">
              You
            </th>
            <th scope="col" className="py-1.5 pr-4 font-[550]">
              True
            </th>
            <th scope="col" className="py-1.5 text-right font-[550]">
              Score
            </th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer, place) => (
            <tr key={asks[place]?.ask} className="border-b border-line align-top">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                {asks[place]?.ask}
              </th>
              <td className="py-2 pr-4">
                {answer.said === null ? '–' : sayQuantity(answer.said, asks[place]?.unit ?? '')}
                <span className="block text-[0.8125rem] text-soft">{sayOff(answer)}</span>
              </td>
              <td className="py-2 pr-4">{sayQuantity(answer.truth, asks[place]?.unit ?? '')}</td>
              <td className="py-2 text-right tabular-nums">{answer.score.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="section-title mt-6 mb-2">Worked out</h3>
      <Prose html={workingHtml} />
      {followUpsHtml.length > 0 && (
        <>
          <h3 className="section-title mt-6 mb-2">What comes next</h3>
          <ul className="list-disc pl-5">
            {followUpsHtml.map((html) => (
              <li key={html}>
                <Prose html={html} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-5">
        <PatternNames patterns={patterns} />
      </div>
      <p className="mt-5 flex flex-wrap gap-3">
        <button type="button" className="button" onClick={onMore}>
          {more}
        </button>
        <NextLink next={next} />
      </p>
    </section>
  )
}

/** How far off, and to which side. */
function sayOff(answer: EstimateAnswer): string {
  const times = timesOff(answer)
  if (answer.said === null) return 'not said'
  if (times === undefined) return 'not comparable'
  if (times < 1.1) return 'within 10 %'
  return `${times >= 100 ? '100 times or more' : `${times.toPrecision(2)} times`} too ${answer.said > answer.truth ? 'much' : 'little'}`
}
