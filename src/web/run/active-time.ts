import { useCallback, useEffect, useRef } from 'react'

/** After this long without a key, a click or a scroll nobody is at work, milliseconds. */
const IDLE_AFTER_MS = 60_000

/** Measures the time at work on a page. The function returned gives the milliseconds since its last call. */
export function useActiveTime(): () => number {
  const worked = useRef(0)
  const lastSign = useRef<number | undefined>(undefined)
  useEffect(() => {
    const sign = () => {
      const now = performance.now()
      if (document.visibilityState === 'visible' && lastSign.current !== undefined) {
        worked.current += Math.min(now - lastSign.current, IDLE_AFTER_MS)
      }
      lastSign.current = now
    }
    sign()
    const signs = ['keydown', 'pointerdown', 'pointermove', 'scroll', 'visibilitychange']
    for (const name of signs) document.addEventListener(name, sign, { passive: true, capture: true })
    return () => {
      for (const name of signs) document.removeEventListener(name, sign, { capture: true })
    }
  }, [])
  return useCallback(() => {
    const time = Math.round(worked.current)
    worked.current = 0
    return time
  }, [])
}
