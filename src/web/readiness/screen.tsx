import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReadinessPage } from '../../server/study-contract.ts'
import { OverTime } from '../chart/over-time.tsx'
import { Reliability } from '../chart/reliability.tsx'
import { BandBar } from '../control/band-bar.tsx'
import { PatternLink } from '../pattern/link.tsx'
import { PatternMap } from './pattern-map.tsx'

const route = getRouteApi('/readiness')
const percent = (share: number) => `${Math.round(100 * share)} %`

/** How ready am I, how sure is that, what would move it most, and how far our own forecasts can be trusted. */
export function ReadinessScreen() {
  const page = route.useLoaderData()
  const { now, atDate } = page
  return (
    <div className="page">
      <h1 className="page-title">How ready are you?</h1>
      {page.evidence === 0 ? (
        <p className="mt-4 max-w-[42rem]">
          Untested so far: nothing was answered yet. <Link to="/diagnostic">The diagnostic</Link> finds out in some twenty minutes, and
          every exercise adds to it.
        </p>
      ) : (
        <p className="mt-4 max-w-[44rem] text-[1.0625rem] leading-relaxed">
          Of the questions in {page.targetDate === undefined ? 'an interview about all patterns here' : 'your target interview'} you would
          solve{' '}
          <strong className="whitespace-nowrap">
            {Math.round(100 * now.low)}–{percent(now.high)}
          </strong>{' '}
          unaided today.
          {page.targetDate !== undefined && (
            <>
              {' '}
              On {page.targetDate}, without more practice, {Math.round(100 * atDate.low)}–{percent(atDate.high)}
              {page.planned !== undefined && <>; with the plan about {percent(page.planned)}</>}.
            </>
          )}
        </p>
      )}
      <p className="mt-2 max-w-[44rem] text-[0.875rem] text-soft">
        An 80 % band from {page.evidence} graded {page.evidence === 1 ? 'meeting' : 'meetings'}, by our model of your memory. It speaks of
        questions, not of an offer: nobody here knows your chances of that.
      </p>
      {page.history.length > 0 && (
        <section aria-labelledby="history" className="mt-10 max-w-[46rem]">
          <h2 id="history" className="section-title mb-3">
            Over time, and what is forgotten without practice
          </h2>
          <OverTime
            label="Readiness by day with its 80 % band, and its forecast without more practice"
            seen={[...page.history, { date: page.today, band: now }]}
            ahead={
              page.targetDate === undefined || page.targetDate === page.today ? [] : [{ date: page.today, band: now }, ...page.forgetting]
            }
          />
        </section>
      )}
      <section aria-labelledby="movers" className="mt-10 max-w-[46rem]">
        <h2 id="movers" className="section-title mb-3">
          What would move it most
        </h2>
        {page.movers.length === 0 ? (
          <p className="text-soft">
            <Link to="/target">Set a target</Link>: what moves it follows from the date and the minutes that you have.
          </p>
        ) : (
          <ol className="rows">
            {page.movers.map(({ pattern, gain, minutes }) => (
              <li key={pattern.id} className="flex flex-wrap justify-between gap-x-6 py-2">
                <PatternLink pattern={pattern} />
                <span className="text-[0.875rem] text-soft tabular-nums">
                  +{(100 * gain).toFixed(1)} points for {minutes < 2 ? 'a minute or two' : `${Math.round(minutes)} minutes`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="topics" className="mt-10 max-w-[46rem]">
        <h2 id="topics" className="section-title mb-3">
          By topic
        </h2>
        <table className="w-full text-[0.875rem]">
          <thead>
            <tr className="text-left">
              <th scope="col" className="py-1 font-[550]">
                Topic
              </th>
              <th scope="col" className="font-[550]">
                Share of the interview
              </th>
              <th scope="col" className="w-2/5 font-[550]">
                You would solve
              </th>
            </tr>
          </thead>
          <tbody>
            {page.topics.map(({ id, title, weight, band, evidence }) => (
              <tr key={id} className="border-t border-line">
                <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                  <Link to="/topics/$topic" params={{ topic: id }}>
                    {title}
                  </Link>
                </th>
                <td className="tabular-nums">{percent(weight)}</td>
                <td>
                  {band === undefined ? <span className="text-soft">untested</span> : <BandBar band={band} />}
                  {band !== undefined && <span className="sr-only">from {evidence} meetings</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <PatternMap patterns={page.patterns} topics={page.topics} />
      <Contexts page={page} />
      <Drills drills={page.drills} />
      <Trust page={page} />
    </div>
  )
}

/** Practised against new contexts: how far skill carries over. */
function Contexts({ page: { contexts, gap } }: { readonly page: ReadinessPage }) {
  const words = { same: 'the very same item again', near: 'another question about the same story', far: 'a story never met' } as const
  const all = contexts.same.of + contexts.near.of + contexts.far.of
  return (
    <section aria-labelledby="contexts" className="mt-10 max-w-[46rem]">
      <h2 id="contexts" className="section-title mb-1">
        Practised and new contexts
      </h2>
      <p className="mb-3 text-[0.875rem] text-soft">
        {all === 0
          ? 'Nothing to compare yet. Reviews come mostly in new stories; about one in ten comes in an old one, to measure how far your skill carries over.'
          : `A new context costs you about ${Math.round(100 * gap.mean)} points of a pattern half known (80 % band ${Math.round(100 * gap.low)} to ${Math.round(100 * gap.high)}), from ${gap.familiar} familiar and ${gap.fresh} new meetings. Which contexts you are given follows from it.`}
      </p>
      {all > 0 && (
        <table className="text-[0.875rem]">
          <thead>
            <tr>
              <th scope="col" className="pr-8 pb-1 text-left font-[550]">
                Asked in
              </th>
              <th scope="col" className="pb-1 text-left font-[550]">
                Passed
              </th>
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {(['same', 'near', 'far'] as const).map((novelty) => (
              <tr key={novelty} className="border-t border-line">
                <td className="py-1 pr-8">{words[novelty]}</td>
                <td>
                  {contexts[novelty].of === 0 ? (
                    <span className="text-soft">untested</span>
                  ) : (
                    `${contexts[novelty].passed} of ${contexts[novelty].of}`
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Drills({ drills }: { readonly drills: ReadinessPage['drills'] }) {
  if (drills.of === 0) return null
  return (
    <section aria-labelledby="drills" className="mt-10 max-w-[46rem]">
      <h2 id="drills" className="section-title mb-1">
        Recognising
      </h2>
      <p className="mb-3 text-[0.875rem] text-soft">
        {drills.right} of {drills.of} choices were right{drills.late > 0 && `, ${drills.late} ran out of time`}.
      </p>
      {drills.confused.length > 0 && (
        <table className="w-full text-[0.875rem]">
          <thead>
            <tr className="text-left">
              <th scope="col" className="pr-4 pb-1 font-[550]">
                It was
              </th>
              <th scope="col" className="pr-4 pb-1 font-[550]">
                You chose
              </th>
              <th scope="col" className="pb-1 font-[550]">
                Times
              </th>
            </tr>
          </thead>
          <tbody>
            {drills.confused.map(({ right, rightTitle, picked, pickedTitle, count, of }) => (
              <tr key={`${right} ${picked}`} className="border-t border-line">
                <td className="py-1 pr-4">{rightTitle}</td>
                <td className="pr-4">{pickedTitle}</td>
                <td className="tabular-nums">
                  {count} of {of}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Our own forecasts, held against what happened. */
function Trust({ page: { calibrated, model } }: { readonly page: ReadinessPage }) {
  const { outcomes, bins, brier, baseRateBrier, calibrationError, coverage } = calibrated
  const most = bins.toSorted((a, b) => b.count - a.count)[0]
  return (
    <section aria-labelledby="trust" className="mt-10 max-w-[46rem]">
      <h2 id="trust" className="section-title mb-1">
        Can you trust us?
      </h2>
      <p className="mb-4 text-[0.875rem] text-soft">
        Before each answer we write down how likely it passes; nothing of it can be changed afterwards.{' '}
        {most === undefined
          ? 'There is no answer to hold against it yet.'
          : `When we said ${percent(most.said)}, you did ${percent(most.did)} (n = ${most.count}).`}
      </p>
      {outcomes > 0 && (
        <>
          <Reliability calibrated={calibrated} />
          <dl className="mt-5 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-[0.875rem]">
            <dt>Forecasts with an outcome</dt>
            <dd className="tabular-nums">{outcomes}</dd>
            <dt>Brier score (0 is perfect)</dt>
            <dd className="tabular-nums">
              {brier.toFixed(3)}; always saying your average so far: {baseRateBrier.toFixed(3)}
            </dd>
            <dt>Calibration error</dt>
            <dd className="tabular-nums">{(100 * calibrationError).toFixed(1)} points</dd>
            <dt>Days within their 80 % band</dt>
            <dd className="tabular-nums">{coverage === undefined ? 'no day with five answers yet' : percent(coverage)}</dd>
          </dl>
        </>
      )}
      <p className="mt-4 text-[0.8125rem] text-soft">
        Model {model}. Its constants come from the literature and from simulated learners, not from people.
      </p>
    </section>
  )
}
