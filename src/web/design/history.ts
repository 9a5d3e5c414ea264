/** Versions of a text: what came before the one that is shown, and what was taken back. */
export interface History {
  readonly past: readonly string[]
  readonly future: readonly string[]
}

export const NO_HISTORY: History = { past: [], future: [] }

/** More than a long sitting needs; the oldest are forgotten. */
const MOST = 200

/** Remembers the text that an edit replaces. An edit that is `joined` to the one before makes one step with it: typing. */
export function remember({ past }: History, before: string, joined: boolean): History {
  if (joined && past.length > 0) return { past, future: [] }
  return { past: [...past, before].slice(-MOST), future: [] }
}

/** The text before `now`, and the history from there; undefined at the beginning. */
export function undo({ past, future }: History, now: string): readonly [string, History] | undefined {
  const before = past.at(-1)
  return before === undefined ? undefined : [before, { past: past.slice(0, -1), future: [now, ...future] }]
}

/** The text that was taken back last; undefined when there is none. */
export function redo({ past, future }: History, now: string): readonly [string, History] | undefined {
  const [after, ...rest] = future
  return after === undefined ? undefined : [after, { past: [...past, now], future: rest }]
}
