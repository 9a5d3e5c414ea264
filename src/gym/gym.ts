import type { Origins } from '../derive/derive.ts'
import type { Curriculum } from '../domain/curriculum.ts'
import type { Library } from '../domain/library.ts'
import type { Runner } from '../domain/runner.ts'
import type { Store } from '../domain/store.ts'
import type { Mind } from './mind.ts'

/** What a learner's actions need. Clock and chance are handed in, so a test decides them. */
export interface Gym {
  readonly library: Library
  readonly runner: Runner
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** What items are derived from. */
  readonly origins: Origins
  /** Every pattern with what there is to practise it. */
  readonly curriculum: () => Curriculum
  /** IANA zone of this machine's clock: whose midnight ends a day. */
  readonly zone: () => string
  /** What is believed of a learner at this moment. */
  readonly mind: (learner: string) => Promise<Mind>
  /** A fresh seed for the checks' random draws, an integer below 2^31. */
  readonly drawSeed: () => number
  /** What judges: Onsite's version and the hash of the runtime folder. */
  readonly judge: { readonly onsite: string; readonly runtime: string }
  /** Folder of the learner's data. */
  readonly home: string
}
