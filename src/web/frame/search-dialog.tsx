import { useNavigate, useRouteContext } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { SearchResults } from '../../server/contract.ts'
import { Dialog } from '../control/dialog.tsx'

const PAUSE_MS = 120

/** Ctrl+K anywhere, or `/` outside of text, opens the search. */
export function useSearchKeys(open: () => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null
      const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
      if (!slash && !(event.key === 'k' && (event.ctrlKey || event.metaKey))) return
      event.preventDefault()
      if (document.querySelector('dialog[open]') === null) open()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open])
}

/** Search over everything: arrows choose, Enter opens. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<SearchResults | undefined>(undefined)
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let stale = false
    const timer = setTimeout(async () => {
      const results = query.trim() === '' ? undefined : await api.search(query).catch(() => undefined)
      if (stale) return
      setFound(results)
      setChosen(0)
    }, PAUSE_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [api, query])

  const results = found?.results.slice(0, 12) ?? []
  const go = (href: string | undefined) => {
    onClose()
    void (href === undefined ? navigate({ to: '/search', search: { q: query } }) : navigate({ to: href }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && results.length > 0) {
      event.preventDefault()
      const next = (chosen + step + results.length) % results.length
      setChosen(next)
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter' && query.trim() !== '') {
      event.preventDefault()
      go(results[chosen]?.href)
    }
  }
  return (
    <Dialog title="Search" onClose={onClose}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here.
        autoFocus
        className="field w-full"
        type="search"
        role="combobox"
        aria-label="Search topics, patterns, exercises and questions"
        aria-expanded={results.length > 0}
        aria-controls="search-options"
        aria-activedescendant={results.length > 0 ? `search-option-${chosen}` : undefined}
        placeholder="Topics, patterns, exercises, questions"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {/* biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus (aria-activedescendant). */}
      <div id="search-options" role="listbox" aria-label="Results" ref={list} className="mt-3 max-h-[55dvh] overflow-auto">
        {results.map((result, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys.
          // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus.
          <div
            key={result.href}
            id={`search-option-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={`cursor-pointer rounded-md px-3 py-2 ${index === chosen ? 'bg-sunken outline outline-2 -outline-offset-2 outline-accent' : ''}`}
            onMouseMove={() => setChosen(index)}
            onClick={() => go(result.href)}
          >
            <div className="flex items-baseline justify-between gap-3">
              <span className="font-[550]">{result.title}</span>
              <span className="shrink-0 text-[0.8125rem] text-soft">
                {result.topicTitle} · {result.kind}
              </span>
            </div>
            <div className="truncate text-[0.8125rem] text-soft">{result.snippet}</div>
          </div>
        ))}
      </div>
      <p role="status" className="mt-2 text-[0.8125rem] text-soft">
        {found === undefined
          ? 'Arrow keys choose, Enter opens, Escape closes.'
          : found.results.length === 0
            ? 'Nothing found. Fewer or shorter words find more.'
            : `${found.results.length} found`}
      </p>
    </Dialog>
  )
}
