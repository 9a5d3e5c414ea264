/** Something in a content file that its author can mend. */
export interface Problem {
  /** `path:line`, or the path where no line is to blame. */
  readonly where: string
  readonly what: string
  readonly fix: string
}

/** Problems in the order that a person reads files in: by path, then by line. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => {
    const [left, right] = [split(a.where), split(b.where)]
    return left.path < right.path ? -1 : left.path > right.path ? 1 : left.line - right.line
  })
}

function split(where: string): { readonly path: string; readonly line: number } {
  const match = /^(.*):(\d+)$/.exec(where)
  return { path: match?.[1] ?? where, line: Number(match?.[2] ?? 0) }
}
