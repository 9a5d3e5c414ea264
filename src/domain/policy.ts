/** Before retry n: up to base · factor^(n-1) seconds, at most `most`; `jitter` is the share of it that is drawn. */
export interface Backoff {
  readonly base: number
  readonly factor?: number
  readonly most?: number
  readonly jitter?: number
}

/** How a caller behaves. */
export interface Policy {
  /** Seconds for one attempt. */
  readonly timeout?: number
  /** Attempts after the first. */
  readonly retries?: number
  readonly backoff?: Backoff
  /** Retries are paid from a bucket that each first attempt fills by `ratio`. */
  readonly budget?: { readonly ratio: number; readonly burst: number }
  /** A second attempt after so many seconds without an answer. */
  readonly hedge?: number
  /** Attempts that nobody waits for are dropped at their next step. */
  readonly cancels?: boolean
  /** Seconds for all attempts together. */
  readonly deadline?: number
  /** Opens when `share` of the last `window` attempts failed; lets one through after `open` seconds. */
  readonly breaker?: { readonly window: number; readonly share: number; readonly open: number }
}
