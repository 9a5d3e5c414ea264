import { getRouteApi, Link } from '@tanstack/react-router'
import type { PlanPage } from '../../server/study-contract.ts'
import { PatternLink } from '../pattern/link.tsx'
import { Calendar } from './calendar.tsx'
import { PriceTable } from './prices.tsx'

const route = getRouteApi('/plan')
/** So many are shown at first. */
const FIRST = 10
const percent = (share: number) => `${Math.round(100 * share)} %`

/** The plan to the date: what each day holds, what will not fit, what another date or other hours would bring. */
export function PlanScreen() {
  const page = route.useLoaderData()
  if (page.target === undefined) return <NoTarget />
  return (
    <div className="page">
      <h1 className="page-title">The plan to {page.targetDate}</h1>
      {page.problem === undefined ? (
        <>
          <p className="mt-4 max-w-[44rem] text-[1.0625rem] leading-relaxed">
            Followed to the day, it should bring you from {percent(page.idle)} without practice to <strong>{percent(page.reached)}</strong>{' '}
            of the questions of your target interview.
          </p>
          {page.notes.map((note) => (
            <p key={note} className="mt-2 max-w-[44rem]">
              {note}
            </p>
          ))}
          <p className="mt-2 max-w-[44rem] text-[0.875rem] text-soft">
            It is made anew every day and after every change. A day that you miss is no debt: what is most worth doing with the time that is
            left is planned again.
          </p>
          <p className="mt-5 flex flex-wrap gap-3">
            <Link to="/" className="button primary">
              Today’s list
            </Link>
            <Link to="/target" className="button">
              Change the target
            </Link>
            <a href="/api/plan.ics" className="button" download="onsite.ics">
              As a calendar file
            </a>
          </p>
          <Calendar days={page.days} targetDate={page.targetDate ?? ''} />
          <Dropped dropped={page.dropped} />
          <PriceTable reached={page.reached} />
        </>
      ) : (
        <div className="mt-6 max-w-[40rem]">
          <p className="text-fail">{page.problem.message}.</p>
          <p className="mt-1">{page.problem.fix}</p>
          <p className="mt-5">
            <Link to="/target" className="button primary">
              Change the target
            </Link>
          </p>
        </div>
      )}
    </div>
  )
}

function NoTarget() {
  return (
    <div className="page">
      <h1 className="page-title">No date, no plan</h1>
      <p className="mt-4 max-w-[40rem] text-soft">
        Say what you prepare for, by when, and how many minutes you have: a minute’s work. The plan follows at once.
      </p>
      <p className="mt-6">
        <Link to="/target" className="button primary">
          Set a target
        </Link>
      </p>
    </div>
  )
}

function Dropped({ dropped }: { readonly dropped: PlanPage['dropped'] }) {
  return (
    <section aria-labelledby="dropped" className="mt-12 max-w-[46rem]">
      <h2 id="dropped" className="section-title mb-1">
        What will not fit
      </h2>
      {dropped.length === 0 ? (
        <p className="text-soft">Everything fits that brings anything.</p>
      ) : (
        <>
          <p className="mb-3 text-[0.875rem] text-soft">
            There is no time for these, or not enough. They bring least for their minutes, so they are the ones to drop.
          </p>
          <DroppedRows dropped={dropped.slice(0, FIRST)} />
          {dropped.length > FIRST && (
            <details>
              <summary className="min-h-7 cursor-pointer py-2 text-[0.875rem] text-soft">{dropped.length - FIRST} more</summary>
              <DroppedRows dropped={dropped.slice(FIRST)} />
            </details>
          )}
        </>
      )}
    </section>
  )
}

function DroppedRows({ dropped }: { readonly dropped: PlanPage['dropped'] }) {
  return (
    <ul className="rows">
      {dropped.map(({ pattern, topic, gain, minutes }) => (
        <li key={pattern.id} className="flex flex-wrap justify-between gap-x-6 py-2">
          <span>
            <PatternLink pattern={pattern} /> <span className="ml-2 text-[0.8125rem] text-soft">{topic.title}</span>
          </span>
          <span className="text-[0.875rem] text-soft tabular-nums">
            would add {(100 * gain).toFixed(1)} points for {Math.round(minutes)} minutes
          </span>
        </li>
      ))}
    </ul>
  )
}
