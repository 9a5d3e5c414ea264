import type { Shell } from './shell.ts'

/** A shell that keeps what is written, for tests. */
export interface RecordedShell extends Shell {
  readonly written: () => string
  readonly complained: () => string
}

export function recordedShell(given: Partial<Shell> & { readonly project: string }): RecordedShell {
  const [out, err]: [string[], string[]] = [[], []]
  return {
    cwd: given.project,
    env: {},
    stdin: { isTTY: false, lines: async function* () {} },
    stdout: { write: (text) => void out.push(text), isTTY: false },
    stderr: { write: (text) => void err.push(text), isTTY: false },
    signal: new AbortController().signal,
    now: () => 0,
    ...given,
    written: () => out.join(''),
    complained: () => err.join(''),
  }
}
