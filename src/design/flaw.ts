/** What is wrong with a drawing or a case, where, and what to do about it. */
export interface Flaw {
  /** Line of the text, from 1; 0 when there is no text. */
  readonly line: number
  /** A path into the drawing, e.g. `routes.read[1].miss[0]`. */
  readonly where: string
  readonly cause: string
  readonly remedy: string
}

/** The line of a place, or of the nearest place around it that has one. */
export function lineOf(lines: ReadonlyMap<string, number>, where: string): number {
  for (let place = where; ; ) {
    const line = lines.get(place)
    if (line !== undefined) return line
    const end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))
    if (end < 0) return lines.get('') ?? 1
    place = place.slice(0, end)
  }
}
