/** What is wrong with a Dockerfile or a manifest: where, what, and what mends it. */
export interface Finding {
  /** From 1; undefined where no line is to blame. */
  readonly line: number | undefined
  readonly what: string
  readonly fix: string
}

export function finding(line: number | undefined, what: string, fix: string): Finding {
  return { line, what, fix }
}

/** One finding as a sentence or two. It is shown as plain text, so what is to be written stands in quotation marks. */
export function sayFinding({ line, what, fix }: Finding): string {
  return `${line === undefined ? '' : `Line ${line}: `}${what} ${fix}`.replace(/`([^`]*)`/g, '“$1”')
}
