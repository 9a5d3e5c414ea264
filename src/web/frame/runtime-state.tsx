import { Link, useRouteContext } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Status } from '../../server/contract.ts'

const EVERY_MS = 3_000

/** Says in the header when something still installs or starts, and nothing otherwise. */
export function RuntimeState() {
  const api = useRouteContext({ from: '__root__', select: (context) => context.api })
  const [status, setStatus] = useState<Status | undefined>(undefined)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const look = async () => {
      const found = await api.status().catch(() => undefined)
      if (left) return
      setStatus(found)
      if (found === undefined || found.runtimes.some(({ state }) => state === 'installing' || state === 'starting')) {
        timer = setTimeout(() => void look(), EVERY_MS)
      }
    }
    void look()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [api])

  const installing = status?.runtimes.filter((runtime) => runtime.state === 'installing') ?? []
  const missing = status?.runtimes.filter((runtime) => runtime.state === 'unavailable') ?? []
  const [first] = installing
  const text =
    first !== undefined
      ? `Installing ${first.runtime} ${Math.round(first.progress * 100)} %`
      : missing.length > 0
        ? `${missing.map(({ runtime }) => runtime).join(', ')} not available`
        : undefined
  return (
    <span role="status">
      {text !== undefined && (
        <Link to="/status" className="link max-md:!px-2" title={first?.message ?? missing[0]?.message}>
          <span
            aria-hidden="true"
            className={`size-2 rounded-full md:mr-2 ${first === undefined ? 'bg-warn' : 'animate-pulse bg-accent'}`}
          />
          <span className="max-md:sr-only">{text}</span>
        </Link>
      )}
    </span>
  )
}
