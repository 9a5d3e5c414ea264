/** A version of a text that the server holds. */
export interface Version {
  readonly text: string
  /** 0 when nothing was saved yet. */
  readonly revision: number
}

/**
 * How a text that is being typed gets to the server. Pure: a timer, the network and the other tabs are events.
 *
 * | phase | meaning | leaves by |
 * | --- | --- | --- |
 * | saved | the server holds what the editor shows | edited, announced |
 * | waiting | typed, to be sent in a moment | due |
 * | saving | on its way | stored, refused, unreachable |
 * | offline | could not be sent; will be tried again | due |
 * | conflict | another tab saved a newer version: the learner chooses | took, kept |
 */
export interface DraftState {
  readonly phase: 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict'
  /** What the editor shows. */
  readonly text: string
  /** What `text` builds on. */
  readonly base: Version
  /** What is on its way, in *saving*. */
  readonly sent: string
  /** The newer version, in *conflict*. */
  readonly theirs: Version | undefined
  /** The version that was not chosen; it can be brought back. */
  readonly aside: string | undefined
  /** Failed tries in a row. */
  readonly failures: number
}

/** What a tab keeps of a text in the browser's own storage at each keystroke. */
export interface Mirror {
  readonly text: string
  readonly revision: number
  /** Whether the server may lack the text. */
  readonly unsaved: boolean
  readonly aside: string | undefined
  /** Milliseconds since the epoch. */
  readonly at: number
}

export type DraftEvent =
  | { readonly type: 'edited'; readonly text: string }
  | { readonly type: 'recovered'; readonly mirror: Mirror }
  | { readonly type: 'due' }
  | { readonly type: 'stored'; readonly revision: number }
  | { readonly type: 'refused'; readonly stored: Version }
  | { readonly type: 'unreachable' }
  | { readonly type: 'announced'; readonly version: Version }
  | { readonly type: 'took' }
  | { readonly type: 'kept' }
  | { readonly type: 'swapped' }
  | { readonly type: 'forgot' }

export function openDraft(base: Version): DraftState {
  return { phase: 'saved', text: base.text, base, sent: '', theirs: undefined, aside: undefined, failures: 0 }
}

export function stepDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'edited':
      return settle({ ...state, text: event.text })
    case 'recovered':
      return recover(state, event.mirror)
    case 'due':
      return state.phase === 'waiting' || state.phase === 'offline' ? { ...state, phase: 'saving', sent: state.text } : state
    case 'stored':
      return settle({ ...state, phase: 'saved', base: { text: state.sent, revision: event.revision }, failures: 0 })
    case 'refused':
      return challenge({ ...state, phase: 'saved', failures: 0 }, event.stored)
    case 'unreachable':
      return { ...state, phase: 'offline', failures: state.failures + 1 }
    case 'announced':
      // While a save is under way the server itself will say who was first.
      if (state.phase === 'saving' || event.version.revision <= (state.theirs ?? state.base).revision) return state
      return challenge(state, event.version)
    case 'took':
      if (state.theirs === undefined) return state
      return { ...state, phase: 'saved', text: state.theirs.text, base: state.theirs, theirs: undefined, aside: state.text }
    case 'kept':
      if (state.theirs === undefined) return state
      return settle({ ...state, phase: 'saved', base: state.theirs, theirs: undefined, aside: state.theirs.text })
    case 'swapped':
      return state.aside === undefined ? state : settle({ ...state, text: state.aside, aside: state.text })
    case 'forgot':
      return { ...state, aside: undefined }
  }
}

/** Saved or still to be saved, by what the text is now. */
function settle(state: DraftState): DraftState {
  if (state.phase === 'saving' || state.phase === 'conflict' || state.phase === 'offline') return state
  return { ...state, phase: state.text === state.base.text ? 'saved' : 'waiting' }
}

/** The server holds another version than this tab thought; it matters when the text is another, too. */
function challenge(state: DraftState, version: Version): DraftState {
  if (version.text === state.text) return { ...state, phase: 'saved', base: version, theirs: undefined }
  return { ...state, phase: 'conflict', theirs: version }
}

/** A tab ended before its last keystrokes reached the server. */
function recover(state: DraftState, { text, revision, unsaved, aside }: Mirror): DraftState {
  if (!unsaved || text === state.base.text) return { ...state, aside }
  if (revision < state.base.revision) return { ...state, phase: 'conflict', text, theirs: state.base, aside }
  return { ...state, phase: 'waiting', text, aside }
}

/** How long to wait before the next try, milliseconds: a pause in typing, or longer after each failure up to half a minute. */
export function delayMs({ phase, failures }: DraftState): number {
  return phase === 'offline' ? Math.min(30_000, 1_000 * 2 ** (failures - 1)) : 700
}
