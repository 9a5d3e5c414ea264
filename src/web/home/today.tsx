import { Link, useRouteContext, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { TodayEntry, TodayPage } from '../../server/study-contract.ts'
import { Icon } from '../control/icon.tsx'
import { useAttempt } from '../control/use-attempt.ts'
import { PatternLink } from '../pattern/link.tsx'
import { ACTIVITY_WORDS } from '../plan/words.ts'

/** Today's list with its one button: the right next thing for the minutes there are. */
export function TodayList({ page }: { readonly page: TodayPage }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const router = useRouter()
  const [minutes, setMinutes] = useState(page.capacity > 0 ? page.capacity : 30)
  const [preview, setPreview] = useState<TodayPage | undefined>(undefined)
  const [problem, attempt] = useAttempt()
  const shown = page.begun ? page : (preview ?? page)
  const next = shown.next === undefined ? undefined : shown.entries[shown.next]

  const change = (value: number) => {
    setMinutes(value)
    void attempt(async () => setPreview(await api.get<TodayPage>(`/today?minutes=${value}`)))
  }
  const begin = (more: boolean) =>
    attempt(async () => {
      const begun = await api.post<TodayPage>('/today', { minutes, more })
      const first = begun.next === undefined ? undefined : begun.entries[begun.next]
      await router.invalidate()
      if (first !== undefined) await router.navigate({ to: '/items/$slug', params: { slug: first.item } })
    })
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <h1 className="page-title">Today</h1>
        <p className="text-[0.875rem] text-soft tabular-nums">
          {page.daysLeft !== undefined &&
            (page.daysLeft === 0 ? 'The interview is today' : `${page.daysLeft} ${page.daysLeft === 1 ? 'day' : 'days'} to the interview`)}
          {page.readiness !== undefined && (
            <>
              {' · '}
              <Link to="/readiness">
                {page.tested
                  ? `ready for ${Math.round(100 * page.readiness.low)}–${Math.round(100 * page.readiness.high)} %`
                  : 'untested so far'}
              </Link>
            </>
          )}
        </p>
      </div>
      {page.problem !== undefined && (
        <p className="mt-5 max-w-[40rem]">
          <span className="text-fail">{page.problem.message}.</span> {page.problem.fix} <Link to="/target">Change the target</Link>
        </p>
      )}
      {page.diagnostic !== 'ended' && page.problem === undefined && (
        <p className="mt-5 max-w-[44rem] rounded-md border border-line bg-surface px-4 py-3 text-[0.9375rem]">
          {page.diagnostic === 'open'
            ? 'The diagnostic is still open: it makes the list fit you.'
            : 'Nothing is known of you yet, so the list starts from the average. About a dozen short items make it yours.'}{' '}
          <Link to="/diagnostic">{page.diagnostic === 'open' ? 'Go on with it' : 'Find out what you can do'}</Link>
        </p>
      )}
      {page.problem === undefined && !page.begun && (
        <form
          className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3"
          onSubmit={(event) => {
            event.preventDefault()
            void begin(false)
          }}
        >
          <label className="flex items-center gap-2">
            I have
            <input
              type="number"
              className="field w-20"
              min={5}
              max={600}
              step={5}
              value={minutes}
              onChange={(event) => {
                if (event.target.valueAsNumber > 0) change(Math.min(600, event.target.valueAsNumber))
              }}
            />
            minutes
          </label>
          <button type="submit" className="button primary" disabled={shown.entries.length === 0}>
            Start <Icon name="arrow" />
          </button>
          <span className="text-[0.8125rem] text-soft">
            {page.capacity === 0 ? 'Today is free by your plan.' : 'The list stands once you start; leaving it loses nothing.'}
          </span>
        </form>
      )}
      {page.begun && (
        <p className="mt-6 flex flex-wrap items-center gap-4">
          {next === undefined ? (
            <>
              <strong>All done for today.</strong>
              <button type="button" className="button" onClick={() => void begin(true)}>
                {minutes} minutes more
              </button>
            </>
          ) : (
            <Link to="/items/$slug" params={{ slug: next.item }} className="button primary">
              Go on: {next.title}, {next.minutes} min <Icon name="arrow" />
            </Link>
          )}
        </p>
      )}
      {problem !== '' && (
        <p role="alert" className="mt-3 text-fail">
          {problem}
        </p>
      )}
      <ol className="rows mt-6">
        {shown.entries.map((entry, place) => (
          <Entry key={entry.item} entry={entry} isNext={page.begun && place === shown.next} />
        ))}
      </ol>
      {shown.entries.length === 0 && page.problem === undefined && (
        <p className="mt-4 text-soft">
          These minutes have room for nothing that is worth its time. Give some more, or rest; <Link to="/plan">the plan</Link> says more.
        </p>
      )}
    </>
  )
}

function Entry({ entry, isNext }: { readonly entry: TodayEntry; readonly isNext: boolean }) {
  return (
    <li className={`grid grid-cols-[1.5rem_1fr] gap-x-2 py-3 ${entry.done ? 'text-soft' : ''}`} aria-current={isNext ? 'step' : undefined}>
      <span className={`mt-1.5 ${entry.done ? 'done-mark' : 'open-mark'}`} aria-hidden="true" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline justify-between gap-x-6">
          <span>
            {entry.done && <span className="sr-only">Done: </span>}
            <Link to="/items/$slug" params={{ slug: entry.item }} className="font-[550]">
              {entry.title}
            </Link>
            <span className="ml-3 text-[0.8125rem] text-soft">{entry.topic.title}</span>
          </span>
          <span className="text-[0.8125rem] text-soft tabular-nums">
            {entry.form === 'recognise' || entry.activity === 'lesson' ? ACTIVITY_WORDS[entry.activity] : entry.form}, {entry.minutes} min
          </span>
        </p>
        {entry.lesson !== undefined && (
          <p className="text-[0.875rem]">
            Read <PatternLink pattern={entry.lesson} /> first
          </p>
        )}
        <p className="text-[0.8125rem] text-soft">{entry.why}</p>
      </div>
    </li>
  )
}
