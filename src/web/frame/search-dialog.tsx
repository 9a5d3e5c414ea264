import { Link, useNavigate, useRouteContext } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { SearchResults } from '../../server/contract.ts'
import { Dialog } from '../control/dialog.tsx'

const PAUSE_MS = 120

/** Search over everything: Enter opens the first result, the arrows go to the others. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<SearchResults | undefined>(undefined)
  const frame = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let stale = false
    const look = async () => {
      const results = query.trim() === '' ? undefined : await api.search(query).catch(() => undefined)
      if (!stale) setFound(results)
    }
    const timer = setTimeout(() => void look(), PAUSE_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [api, query])

  const results = found?.results.slice(0, 12) ?? []
  const onKeyDown = (event: KeyboardEvent) => {
    // A search field takes the first Escape to clear itself; here it should close the dialog.
    if (event.key === 'Escape') {
      event.preventDefault()
      frame.current?.closest('dialog')?.close()
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || frame.current === null) return
    event.preventDefault()
    const stops = [...frame.current.querySelectorAll<HTMLElement>('input, li a')]
    const place = stops.findIndex((stop) => stop === document.activeElement)
    stops[(place + step + stops.length) % stops.length]?.focus()
  }
  return (
    <Dialog title="Search" onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows are a shortcut beside Tab. */}
      <div ref={frame} onKeyDown={onKeyDown}>
        <form
          action="/search"
          onSubmit={(event) => {
            event.preventDefault()
            const [first] = found?.query === query ? results : []
            void (first === undefined ? navigate({ to: '/search', search: { q: query } }) : navigate({ to: first.href }))
            onClose()
          }}
        >
          <input
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here.
            autoFocus
            className="field w-full"
            type="search"
            name="q"
            aria-label="Search topics, patterns and what there is to do"
            placeholder="Topics, patterns, exercises, designs"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </form>
        <ul className="mt-3 max-h-[55dvh] overflow-auto empty:hidden">
          {results.map((result, index) => (
            <li key={result.href}>
              <Link
                to={result.href}
                preload={false}
                onClick={onClose}
                className="block rounded-md px-3 py-2 text-ink no-underline -outline-offset-2 hover:bg-sunken hover:no-underline focus-visible:bg-sunken"
              >
                <span className="flex items-baseline justify-between gap-3">
                  <span className="font-[550]">{result.title}</span>
                  <span className="shrink-0 text-[0.8125rem] text-soft">
                    {result.topicTitle} · {result.kind}
                    {index === 0 && <kbd className="ml-2">↵</kbd>}
                  </span>
                </span>
                <span className="block truncate text-[0.8125rem] text-soft">{result.snippet}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <p role="status" className="mt-2 text-[0.8125rem] text-soft">
        {found === undefined
          ? 'Enter opens the first result, arrows go to the others, Escape closes.'
          : found.results.length === 0
            ? 'Nothing found. Fewer or shorter words find more.'
            : `${found.results.length} found`}
      </p>
    </Dialog>
  )
}
