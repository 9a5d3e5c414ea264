import type { Library } from '../domain/library.ts'
import type { Runner } from '../domain/runner.ts'
import type { Store } from '../domain/store.ts'

/** What a learner's actions need. Clock and chance are handed in, so a test decides them. */
export interface Gym {
  readonly library: Library
  readonly runner: Runner
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A fresh seed for the checks' random draws, an integer below 2^31. */
  readonly drawSeed: () => number
  /** What judges: Onsite's version and the hash of the runtime folder. */
  readonly judge: { readonly onsite: string; readonly runtime: string }
  /** Folder of the learner's data. */
  readonly home: string
}
