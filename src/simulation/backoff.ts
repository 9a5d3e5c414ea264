import type { Backoff } from '../domain/policy.ts'
import { power } from './exponential.ts'
import type { Stream } from './stream.ts'

/** Seconds to wait before retry number `tries`. */
export function pauseOf(backoff: Backoff | undefined, tries: number, stream: Stream): number {
  if (backoff === undefined) return 0
  const { base, factor = 2, most = Number.POSITIVE_INFINITY, jitter = 1 } = backoff
  const whole = Math.min(most, base * power(factor, tries - 1))
  return whole * (1 - jitter + jitter * stream.uniform())
}
