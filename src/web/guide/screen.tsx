import { getRouteApi, Link } from '@tanstack/react-router'
import { ItemList } from '../items/list.tsx'
import { PatternLink } from '../pattern/link.tsx'
import { Prose } from '../prose/prose.tsx'
import { Contents, ContentsList } from './contents.tsx'

const route = getRouteApi('/topics/$topic')

/** A topic: its guide to read, its patterns, and what to do. */
export function GuideScreen() {
  const guide = route.useLoaderData()
  const headings = [
    ...guide.headings.filter(({ depth }) => depth === 2 || depth === 3),
    { id: 'patterns', text: 'Patterns', depth: 2 },
    { id: 'practice', text: 'Practice', depth: 2 },
  ]
  return (
    <div className="page grid gap-x-16 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
      <article className="min-w-0">
        <p className="eyebrow">
          <Link to="/">Topics</Link>
        </p>
        <h1 className="page-title mt-2">{guide.title}</h1>
        <p className="mt-3 mb-8 text-[1.0625rem] text-soft">{guide.summary}</p>
        <details className="mb-8 rounded-lg border border-line bg-surface px-4 py-2 lg:hidden">
          <summary className="min-h-7 cursor-pointer content-center text-[0.875rem] font-[550]">On this page</summary>
          <ContentsList headings={headings} />
        </details>
        <Prose html={guide.html} reading />
        <section aria-labelledby="patterns" className="mt-14">
          <h2 id="patterns" className="section-title mb-3">
            Patterns
          </h2>
          <ul className="grid gap-x-8 sm:grid-cols-2">
            {guide.patterns.map((pattern) => (
              <li key={pattern.id} className="border-t border-line">
                <PatternLink pattern={pattern} className="flex min-h-9 items-center" />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="practice" className="mt-12">
          <h2 id="practice" className="section-title mb-3">
            Practice
          </h2>
          <ItemList items={guide.items} />
        </section>
        {guide.sources.length > 0 && (
          <section aria-labelledby="sources" className="mt-12">
            <h2 id="sources" className="section-title mb-3">
              Sources
            </h2>
            <ul className="list-disc pl-5 text-[0.875rem]">
              {guide.sources.map(({ title, url }) => (
                <li key={url} className="mt-1">
                  <a href={url} rel="noreferrer">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </article>
      <Contents headings={headings} />
    </div>
  )
}
