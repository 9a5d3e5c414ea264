import { Link } from '@tanstack/react-router'
import type { Progress } from '../../domain/store.ts'
import type { ItemPageBase, PatternLink as Named } from '../../server/contract.ts'
import { ProgressMark } from '../control/progress-mark.tsx'
import { PatternLink } from '../pattern/link.tsx'

/** Title of an item, and what it takes. */
export function ItemHeading({ page, progress }: { readonly page: ItemPageBase; readonly progress: Progress | undefined }) {
  return (
    <header className="mb-5">
      <p className="eyebrow">
        <Link to="/topics/$topic" params={{ topic: page.topic }}>
          {page.topicTitle}
        </Link>
      </p>
      <h1 className="mt-1 text-[1.5rem] leading-tight font-[680] tracking-[-0.02em] text-balance">{page.title}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-soft">
        <span>{page.difficulty}</span>
        <span>{page.minutes} min</span>
        {page.runtime !== undefined && <span>{RUNTIMES[page.runtime] ?? page.runtime}</span>}
        <ProgressMark progress={progress} passedAt={page.passedAt} />
      </p>
    </header>
  )
}

const RUNTIMES: Readonly<Record<string, string>> = {
  python: 'Python',
  data: 'numpy, pandas',
  torch: 'PyTorch',
  postgres: 'PostgreSQL',
  dockerfile: 'Dockerfile',
  kubernetes: 'Kubernetes',
}

/** Which patterns an item was about: shown after the attempt only. */
export function PatternNames({ patterns }: { readonly patterns: readonly Named[] | undefined }) {
  if (patterns === undefined || patterns.length === 0) return null
  return (
    <p className="text-[0.875rem]">
      This was about{' '}
      {patterns.map((pattern, index) => (
        <span key={pattern.id}>
          {index > 0 && ', '}
          <PatternLink pattern={pattern} />
        </span>
      ))}
      .
    </p>
  )
}

/** Where the claims of an item come from. */
export function Sources({ sources }: { readonly sources: ItemPageBase['sources'] }) {
  if (sources.length === 0) return null
  return (
    <section aria-labelledby="sources" className="mt-8 text-[0.875rem]">
      <h2 id="sources" className="eyebrow mb-1">
        Sources
      </h2>
      <ul className="list-disc pl-5">
        {sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="noopener noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
