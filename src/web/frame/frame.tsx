import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Icon } from '../control/icon.tsx'
import { RuntimeState } from './runtime-state.tsx'
import { useSearchKeys } from './search-keys.ts'
import { ThemeToggle } from './theme-toggle.tsx'

const SearchDialog = lazy(() => import('./search-dialog.tsx').then((module) => ({ default: module.SearchDialog })))

/** What stands around every screen. */
export function Frame() {
  const [searching, setSearching] = useState(false)
  useSearchKeys(() => setSearching(true))
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="site-header">
        <nav aria-label="Main">
          <Link to="/" className="brand" aria-label="Onsite, start page" activeOptions={{ exact: true }}>
            <Brand />
            <span>Onsite</span>
          </Link>
          <Link to="/" className="link max-sm:hidden" activeOptions={{ exact: true }}>
            Today
          </Link>
          <Link to="/plan" className="link">
            Plan
          </Link>
          <Link to="/readiness" className="link">
            Readiness
          </Link>
          <Link to="/items" className="link" activeOptions={{ exact: true, includeSearch: false }}>
            Items
          </Link>
          <span className="flex-1" />
          <RuntimeState />
          {/* Without its script this leads to the page that searches. */}
          <Link
            to="/search"
            className="search-opener"
            aria-keyshortcuts="Control+K /"
            preload={false}
            onClick={(event) => {
              event.preventDefault()
              setSearching(true)
            }}
          >
            <Icon name="search" />
            <span className="max-md:sr-only">Search</span>
            <kbd className="ml-6 max-md:hidden" aria-hidden="true">
              Ctrl K
            </kbd>
          </Link>
          <ThemeToggle />
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col">
        <Outlet />
      </main>
      <footer className="site-footer">
        <div className="mx-auto flex max-w-[67.5rem] flex-wrap gap-x-6 gap-y-1">
          <span>Everything runs and stays on this machine.</span>
          <Link to="/status">Status</Link>
        </div>
      </footer>
      <Suspense>{searching && <SearchDialog onClose={() => setSearching(false)} />}</Suspense>
    </>
  )
}

function Brand() {
  return (
    <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path
        d="M8 10l5.5 6L8 22M17 22h7"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
