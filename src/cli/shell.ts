/** What a command may touch of the world: handed down from the entry point, so that a test hands down its own. */
export interface Shell {
  /** Folder of the project: content/, runtime/, package.json. Absolute. */
  readonly project: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  /** Aborts when the person interrupts. */
  readonly signal: AbortSignal
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export interface Input {
  /** Line by line until its end, or until the signal aborts. */
  lines(signal: AbortSignal): AsyncIterable<string>
  /** A person types. */
  readonly isTTY: boolean
}

export interface Output {
  write(text: string): void
  /** A person reads along: colour and progress are welcome. */
  readonly isTTY: boolean
}

/** 0 done or passed; 1 an answer or content that did not pass; 2 a call or environment that a person can mend; 3 a bug or our fault. */
export type ExitCode = 0 | 1 | 2 | 3
