/** The value below which the share `p` (0 to 1) of the values lies, interpolated between neighbours. Throws when there is none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = p * (sorted.length - 1)
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new Error('no values')
  return below + (above - below) * (place - Math.floor(place))
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Throws when there is none. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new Error('no values')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * How many times larger `others` are than `own`: the median, over the rounds in which both were measured, of the ratio of their
 * medians within the round. A machine that slows down for a minute slows both, so the ratio stays.
 */
export function pairedRatio(own: readonly (readonly number[])[], others: readonly (readonly number[])[]): number {
  const ratios = own.flatMap((values, round) => {
    const other = others[round] ?? []
    return values.length === 0 || other.length === 0 ? [] : [median(other) / median(values)]
  })
  return median(ratios)
}
