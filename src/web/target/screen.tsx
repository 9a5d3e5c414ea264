import { getRouteApi, useNavigate, useRouteContext, useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { COMPANIES, DOMAINS, LEVELS, type Target } from '../../domain/target.ts'
import { topicWeights } from '../../planning/weights.ts'
import type { TargetPage } from '../../server/study-contract.ts'
import { useAttempt } from '../control/use-attempt.ts'
import { Claims } from './claims.tsx'
import { Hours } from './hours.tsx'
import { Rounds } from './rounds.tsx'
import { COMPANY_WORDS, DOMAIN_WORDS, LEVEL_WORDS } from './words.ts'

const route = getRouteApi('/target')

/** What the learner prepares for: a minute's work, every field with a usual value, and what follows from it beside. */
export function TargetScreen() {
  const page = route.useLoaderData()
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const router = useRouter()
  const navigate = useNavigate()
  const [target, setTarget] = useState<Target>(() => page.target ?? usual(page.today))
  const [problem, attempt] = useAttempt()
  const set = (change: Partial<Target>) => setTarget({ ...target, ...change })
  const loop = page.loops.find(({ company }) => company === target.company)
  const rounds = target.rounds ?? loop?.rounds ?? []

  const save = (next: Target | null) =>
    attempt(async () => {
      await api.put<TargetPage>('/target', { target: next })
      await router.invalidate()
      await navigate({ to: next === null ? '/' : page.target === undefined ? '/diagnostic' : '/plan' })
    })
  return (
    <div className="page !max-w-[60rem]">
      <h1 className="page-title">What do you prepare for?</h1>
      <p className="mt-3 max-w-[40rem] text-soft">
        From this follow what you practise, how much of it, and when. Every value can be changed later; the plan is made anew at once.
      </p>
      <form
        className="mt-8 grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_19rem]"
        onSubmit={(event) => {
          event.preventDefault()
          void save(target)
        }}
      >
        <div className="grid content-start gap-9">
          <div className="grid gap-5 sm:grid-cols-2">
            <Choice
              label="Company"
              value={target.company}
              options={COMPANIES}
              words={COMPANY_WORDS}
              onChange={(company) => set({ company, rounds: undefined })}
            />
            <Choice label="Domain" value={target.domain} options={DOMAINS} words={DOMAIN_WORDS} onChange={(domain) => set({ domain })} />
            <Choice label="Level" value={target.level} options={LEVELS} words={LEVEL_WORDS} onChange={(level) => set({ level })} />
            <label className="grid gap-1.5">
              <span className="text-[0.875rem] font-[550]">Day of the interview</span>
              <input
                type="date"
                className="field"
                required
                min={page.today}
                value={target.date}
                onChange={(event) => set({ date: event.target.value })}
              />
            </label>
          </div>
          <Hours minutes={target.minutes} daysOff={target.daysOff} today={page.today} onChange={set} />
          <Rounds rounds={rounds} usual={target.rounds === undefined} onChange={(next) => set({ rounds: next })} />
        </div>
        <aside className="grid content-start gap-8">
          <Weights target={target} topics={page.topics} />
          {loop !== undefined && <Claims loop={loop} />}
        </aside>
        <div className="flex flex-wrap items-center gap-3">
          <button type="submit" className="button primary">
            {page.target === undefined ? 'Set the target' : 'Save and plan anew'}
          </button>
          {page.target !== undefined && (
            <button type="button" className="button plain" onClick={() => void save(null)}>
              Take the target back
            </button>
          )}
          {problem !== '' && (
            <p role="alert" className="w-full text-fail">
              {problem}
            </p>
          )}
        </div>
      </form>
    </div>
  )
}

function Choice<T extends string>({
  label,
  value,
  options,
  words,
  onChange,
}: {
  readonly label: string
  readonly value: T
  readonly options: readonly T[]
  readonly words: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
}) {
  return (
    <label className="grid gap-1.5">
      <span className="text-[0.875rem] font-[550]">{label}</span>
      <select className="field" value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What the interview is expected to ask, by topic: it follows the rounds as they are edited. */
function Weights({ target, topics }: { readonly target: Target; readonly topics: TargetPage['topics'] }) {
  const shares = useMemo(() => {
    try {
      return [...topicWeights(target)].toSorted(([, a], [, b]) => b - a)
    } catch {
      return undefined
    }
  }, [target])
  const title = (id: string) => topics.find((topic) => topic.id === id)?.title ?? id
  return (
    <section aria-labelledby="weights">
      <h2 id="weights" className="section-title mb-3">
        What it will ask
      </h2>
      {shares === undefined ? (
        <p className="text-[0.875rem] text-warn">No round asks for anything technical yet.</p>
      ) : (
        <dl className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1.5 text-[0.875rem]">
          {shares.map(([id, share]) => (
            <div key={id} className="contents">
              <dt>{title(id)}</dt>
              <dd className="flex items-center gap-2 tabular-nums">
                <span className="share-bar" aria-hidden="true">
                  <span style={{ width: `${Math.round(100 * Math.min(1, share * 2.5))}%` }} />
                </span>
                <span className="w-9 text-right">{Math.round(share * 100)} %</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** Six weeks from now, an hour on weekdays and more at the weekend. */
function usual(today: string): Target {
  const date = new Date(Date.parse(today) + 42 * 86_400_000).toISOString().slice(0, 10)
  return {
    company: 'big-tech',
    domain: 'general',
    level: 'standard',
    date,
    minutes: [45, 45, 45, 45, 45, 90, 90],
    daysOff: [],
    rounds: undefined,
  }
}
