import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ApiError, Unreachable } from '../api.ts'
import { reasonOf } from '../reason.ts'

const RETRY_MS = 3_000

/** A page that could not be loaded: what happened, where, and what to do. It tries again by itself while the server is away. */
export function Failure({ error }: ErrorComponentProps) {
  const router = useRouter()
  const away = error instanceof Unreachable
  useEffect(() => {
    if (!away) return
    const timer = setInterval(() => void router.invalidate(), RETRY_MS)
    return () => clearInterval(timer)
  }, [away, router])
  return (
    <div className="page" role="alert">
      <h1 className="page-title">{away ? 'The server does not answer' : 'This page could not be loaded'}</h1>
      <p className="mt-4 max-w-prose">{error instanceof ApiError ? error.message : away ? '' : reasonOf(error)}</p>
      <p className="mt-2 max-w-prose text-soft">
        {away
          ? 'Is Onsite still running in your terminal? This page tries again every few seconds, and nothing that you typed is lost.'
          : error instanceof ApiError
            ? error.fix
            : 'This is a fault of ours, not of yours.'}
      </p>
      <button type="button" className="button mt-6" onClick={() => void router.invalidate()}>
        Try again
      </button>
    </div>
  )
}

/** The address leads nowhere. */
export function Missing() {
  return (
    <div className="page">
      <h1 className="page-title">There is no such page</h1>
      <p className="mt-4">The address may be mistyped, or the item was renamed.</p>
      <p className="mt-2">
        <Link to="/">All topics</Link> · <Link to="/items">All items</Link> · <Link to="/search">Search</Link>
      </p>
    </div>
  )
}
