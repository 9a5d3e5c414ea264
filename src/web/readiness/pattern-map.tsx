import { Link } from '@tanstack/react-router'
import type { ReadinessPage } from '../../server/study-contract.ts'

type Pattern = ReadinessPage['patterns'][number]

const STATES = {
  owned: 'owned',
  fading: 'fading',
  started: 'started',
  untouched: 'untouched',
} as const satisfies Record<Pattern['state'], string>

/** Every pattern at a glance, by topic: owned, fading, started, untouched; each opens into its two halves, its contexts and its evidence. */
export function PatternMap({ patterns, topics }: { readonly patterns: readonly Pattern[]; readonly topics: ReadinessPage['topics'] }) {
  const count = (state: Pattern['state']) => patterns.filter((pattern) => pattern.state === state).length
  return (
    <section aria-labelledby="map" className="mt-10">
      <h2 id="map" className="section-title mb-1">
        The map of patterns
      </h2>
      <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem] text-soft">
        {Object.values(STATES).map((state) => (
          <li key={state} className="inline-flex items-center gap-1.5">
            <span className={`map-key ${state}`} aria-hidden="true" /> {count(state)} {state}
          </li>
        ))}
      </ul>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        {topics.map(({ id, title }) => (
          <section key={id} aria-labelledby={`map-${id}`}>
            <h3 id={`map-${id}`} className="mb-1.5 text-[0.875rem] font-[550]">
              {title}
            </h3>
            <ul className="grid gap-1">
              {patterns
                .filter((pattern) => pattern.topic === id)
                .map((pattern) => (
                  <li key={pattern.pattern}>
                    <PatternCell pattern={pattern} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}

function PatternCell({ pattern }: { readonly pattern: Pattern }) {
  const [topic = '', name = ''] = pattern.pattern.split('/')
  const facet = (share: number | undefined) => (share === undefined ? 'untested' : `${Math.round(100 * share)} %`)
  return (
    <details className="map-cell">
      <summary>
        <span className={`map-key ${pattern.state}`} aria-hidden="true" />
        <span className="flex-1">{pattern.title}</span>
        <span className="text-soft tabular-nums">
          {pattern.evidence === 0 ? pattern.state : `${Math.round(100 * pattern.now)} %, ${pattern.state}`}
        </span>
      </summary>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 py-1 pl-6 text-soft">
        <dt>Recognise</dt>
        <dd>{facet(pattern.recognise)}</dd>
        <dt>Execute</dt>
        <dd>{facet(pattern.execute)}</dd>
        <dt>At the date, unpractised</dt>
        <dd>{pattern.evidence === 0 ? 'untested' : facet(pattern.atDate)}</dd>
        <dt>Contexts met</dt>
        <dd>
          {pattern.contexts} of {pattern.contextsInAll}
        </dd>
        <dt>Graded meetings</dt>
        <dd>{pattern.evidence}</dd>
      </dl>
      <p className="pb-1 pl-6">
        <Link to="/patterns/$topic/$pattern" params={{ topic, pattern: name }}>
          Read the pattern
        </Link>
      </p>
    </details>
  )
}
