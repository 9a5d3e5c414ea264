import { useMemo, useState } from 'react'
import type { CaseFault } from '../../domain/case.ts'
import type { Measurement } from '../../domain/measurement.ts'
import { busiestOf, filmOf, frameAt, isActive } from './frames.ts'
import type { Live } from './live.ts'

/** A run as a film with a slider; `live` is undefined while there is no run, `at` until somebody chose a moment. */
export function useFilm(
  measurement: Measurement | undefined,
  faults: readonly CaseFault[],
): {
  readonly live: Live | undefined
  /** Seconds. */
  readonly end: number
  readonly now: number
  readonly at: number | undefined
  readonly setSecond: (second: number | undefined) => void
} {
  const [second, setSecond] = useState<number | undefined>(undefined)
  const film = useMemo(() => (measurement === undefined ? undefined : filmOf(measurement)), [measurement])
  const end = film?.times.at(-1) ?? 0
  const now = Math.min(second ?? end, end)
  const live =
    film === undefined
      ? undefined
      : { film, busiest: busiestOf(film), frame: frameAt(film, now), second: now, faults: faults.filter((fault) => isActive(fault, now)) }
  return { live, end, now, at: second === undefined ? undefined : now, setSecond }
}
