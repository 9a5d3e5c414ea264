import { useEffect, useState } from 'react'
import type { Heading } from '../../server/contract.ts'

/** The table of contents beside a guide; marks the part that is being read. */
export function Contents({ headings }: { readonly headings: readonly Heading[] }) {
  const [current, setCurrent] = useState<string | undefined>(undefined)
  useEffect(() => {
    const seen = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) seen.add(target.id)
          else seen.delete(target.id)
        }
        const first = headings.find(({ id }) => seen.has(id))
        if (first !== undefined) setCurrent(first.id)
      },
      { rootMargin: '-60px 0px -65% 0px' },
    )
    for (const { id } of headings) {
      const heading = document.getElementById(id)
      if (heading !== null) observer.observe(heading)
    }
    return () => observer.disconnect()
  }, [headings])
  return (
    <nav aria-label="On this page" className="contents-list max-lg:hidden">
      <div className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-auto">
        <p className="eyebrow mb-2">On this page</p>
        <ContentsList headings={headings} current={current} />
      </div>
    </nav>
  )
}

/** Links to the parts of a page. */
export function ContentsList({ headings, current }: { readonly headings: readonly Heading[]; readonly current?: string | undefined }) {
  return (
    <ul className="border-l border-line">
      {headings.map(({ id, text, depth }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            aria-current={current === id ? 'location' : undefined}
            className={`-ml-px flex min-h-7 items-center border-l-2 py-0.5 text-[0.8438rem] leading-snug no-underline ${depth === 3 ? 'pl-7' : 'pl-3.5'} ${
              current === id ? 'border-accent text-ink' : 'border-transparent text-soft hover:text-ink'
            }`}
          >
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
