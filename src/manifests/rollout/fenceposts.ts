/** A whole number or a percentage such as `25%`; undefined when it is neither. */
export function absoluteOf(value: number | string, of: number, round: 'up' | 'down'): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : undefined
  const match = /^(\d{1,6})%$/.exec(value)
  if (match === null) return undefined
  const exact = (Number(match[1]) * of) / 100
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact)
}

/**
 * Surge and unavailability in pods: the surge is rounded up, unavailability down, and where both come to 0 the controller takes one
 * pod as unavailable, since otherwise nothing could ever move (ResolveFenceposts of the Deployment controller;
 * https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable).
 */
export function fencepostsOf(
  replicas: number,
  {
    maxSurge = '25%',
    maxUnavailable = '25%',
  }: { readonly maxSurge?: number | string | undefined; readonly maxUnavailable?: number | string | undefined },
): { readonly maxSurge: number; readonly maxUnavailable: number } | undefined {
  const surge = absoluteOf(maxSurge, replicas, 'up')
  const unavailable = absoluteOf(maxUnavailable, replicas, 'down')
  if (surge === undefined || unavailable === undefined) return undefined
  return surge === 0 && unavailable === 0 ? { maxSurge: 0, maxUnavailable: 1 } : { maxSurge: surge, maxUnavailable: unavailable }
}
