import { getRouteApi, Link, useRouteContext, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { DiagnosticPage } from '../../server/study-contract.ts'
import { BandBar } from '../control/band-bar.tsx'
import { Icon } from '../control/icon.tsx'
import { useAttempt } from '../control/use-attempt.ts'

const route = getRouteApi('/diagnostic')

const SCALE = ['Never done', 'Seen it', 'Can with help', 'Can alone', 'Could teach it'] as const

/** Finding out what one can do: a minute of self-ratings, then a few items chosen one by one. It may be left and taken up again. */
export function DiagnosticScreen() {
  const page = route.useLoaderData()
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const router = useRouter()
  const [ratings, setRatings] = useState<Readonly<Record<string, number | null>>>(() =>
    Object.fromEntries(page.topics.map(({ id, rating }) => [id, rating])),
  )
  const [problem, trying] = useAttempt()
  const attempt = (work: () => Promise<unknown>) => trying(() => work().then(() => router.invalidate()))
  const begin = (thorough: boolean) =>
    attempt(async () => {
      await api.put<DiagnosticPage>('/ratings', { ratings })
      const { next } = await api.post<DiagnosticPage>('/diagnostic', { state: 'begun', thorough })
      if (next !== undefined) await router.navigate({ to: '/items/$slug', params: { slug: next } })
    })
  const open = page.state === 'open'
  return (
    <div className="page !max-w-[48rem]">
      <h1 className="page-title">What can you do already?</h1>
      <p className="mt-3 max-w-[40rem] text-soft">
        Rate yourself first, then answer about a dozen short items: which pattern fits, what comes out. Each is chosen by what the ones
        before said. It takes some twenty minutes; leave whenever you like and go on later.
      </p>
      {page.answered > 0 && <Result page={page} />}
      {open ? (
        <p className="mt-6 flex flex-wrap gap-3">
          {page.next !== undefined && (
            <Link to="/items/$slug" params={{ slug: page.next }} className="button primary">
              Go on: item {page.answered + 1} of at most {page.most} <Icon name="arrow" />
            </Link>
          )}
          <button type="button" className="button" onClick={() => void attempt(() => api.post('/diagnostic', { state: 'ended' }))}>
            That is enough
          </button>
        </p>
      ) : (
        <form
          className="mt-8"
          onSubmit={(event) => {
            event.preventDefault()
            void begin(false)
          }}
        >
          <h2 className="section-title mb-3">Rate yourself</h2>
          <div className="rows grid">
            {page.topics.map(({ id, title }) => (
              <fieldset key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
                <legend className="float-left w-56 font-[550] max-sm:w-full">{title}</legend>
                <span className="flex flex-wrap gap-x-4">
                  {SCALE.map((words, value) => (
                    <label key={words} className="inline-flex min-h-7 cursor-pointer items-center gap-1.5 text-[0.8125rem]">
                      <input
                        type="radio"
                        className="size-4"
                        name={`rating-${id}`}
                        checked={ratings[id] === value}
                        onChange={() => setRatings({ ...ratings, [id]: value })}
                      />
                      {words}
                    </label>
                  ))}
                </span>
              </fieldset>
            ))}
          </div>
          <p className="mt-2 text-[0.8125rem] text-soft">Leave out what you cannot say.</p>
          <p className="mt-5 flex flex-wrap gap-3">
            <button type="submit" className="button primary">
              {page.state === 'never' ? 'Start, about 12 items' : 'Start anew, about 12 items'}
            </button>
            <button type="button" className="button" onClick={() => void begin(true)}>
              Be thorough, 22 items
            </button>
            <button
              type="button"
              className="button plain"
              onClick={() => void attempt(() => api.put<DiagnosticPage>('/ratings', { ratings })).then(() => router.navigate({ to: '/' }))}
            >
              Only save the ratings
            </button>
          </p>
        </form>
      )}
      {problem !== '' && (
        <p role="alert" className="mt-4 text-fail">
          {problem}
        </p>
      )}
    </div>
  )
}

function Result({ page }: { readonly page: DiagnosticPage }) {
  return (
    <section aria-labelledby="result" className="mt-8">
      <h2 id="result" className="section-title mb-1">
        {page.state === 'open' ? 'So far' : 'What it found'}
      </h2>
      <p className="mb-3 text-[0.875rem] text-soft">
        After {page.answered} {page.answered === 1 ? 'answer' : 'answers'}: the share of middling questions on a topic that you would solve
        without having practised here. So few answers pin down the whole better than single topics: these figures are provisional, and the
        first week of exercises corrects them.
      </p>
      <table className="w-full text-[0.875rem]">
        <thead className="sr-only">
          <tr>
            <th scope="col">Topic</th>
            <th scope="col">Share, with its 80 % band</th>
          </tr>
        </thead>
        <tbody>
          {page.topics.map(({ id, title, share }) => (
            <tr key={id} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {title}
              </th>
              <td className="w-1/2 py-1.5">
                {share === undefined ? <span className="text-soft">not known</span> : <BandBar band={share} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
