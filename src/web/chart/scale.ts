/** A linear scale from values to pixels. */
export function scaleOf(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const width = from[1] - from[0]
  return (value) => (width === 0 ? (to[0] + to[1]) / 2 : to[0] + ((value - from[0]) / width) * (to[1] - to[0]))
}

/** Points of an SVG path, to a tenth of a pixel. */
export function pathOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}
