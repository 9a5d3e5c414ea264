import { useEffect, useState } from 'react'

/** Time that a sure reader takes, running down; past it the clock says so and nothing else happens. */
export function Clock({ parMs }: { readonly parMs: number }) {
  const [left, setLeft] = useState(Math.round(parMs / 1000))
  useEffect(() => {
    const start = performance.now()
    const timer = setInterval(() => setLeft(Math.round((parMs - (performance.now() - start)) / 1000)), 500)
    return () => clearInterval(timer)
  }, [parMs])
  return (
    <span role="timer" aria-live="off" className={`text-[0.875rem] tabular-nums ${left < 0 ? 'text-warn' : 'text-soft'}`}>
      {left >= 0 ? `${minutes(left)} of ${minutes(Math.round(parMs / 1000))} left` : `${minutes(-left)} over the usual time`}
    </span>
  )
}

function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
