import type { Category } from './item.ts'
import type { Measured } from './measured.ts'
import type { Report } from './report.ts'
import type { JobRuntime, Limits, Permission } from './runtime.ts'
import type { Difference, Shown } from './shown.ts'
import type { Verdict } from './verdict.ts'

/**
 * A job is data: it can be queued, sent to another host, replayed. Its files are named by content hash and
 * fetched from a blob store, so no caller passes a path or a callback.
 *
 * | runtime | kind | files |
 * | --- | --- | --- |
 * | Python | run | `main.py`, optional `input.py` (statements run after it in the same module; the last expression's value shows), `world.py` of a lab |
 * | Python | grade | `main.py`, `tests.py`, `solution.py`, `world.py` of a lab |
 * | postgres | run | `main.sql`, `schema.sql`, one `cases/<n>.sql` |
 * | dockerfile, kubernetes | grade | `main.dockerfile` or `main.yaml`, `checks.yml`; there is no run |
 * | simulation | grade | `case.json`, `drawing.yml`, `options.json` (level, what was predicted) |
 * | simulation | run | the same, for the runs alone |
 * | postgres | grade | `main.sql`, `solution.sql`, `schema.sql`, `cases.json` (`SqlCase` without data, compare, tolerance), `cases/<n>.sql` |
 */
export interface Job {
  readonly id: string
  readonly runtime: JobRuntime
  readonly kind: 'run' | 'grade'
  /** Which checks a grade runs. */
  readonly checks: 'visible' | 'all'
  readonly limits: Limits
  readonly permissions: readonly Permission[]
  /** File name to SHA-256 (hex) of its content. */
  readonly files: Readonly<Record<string, string>>
  /** Seeds every random draw of the checks and the candidate's generators. */
  readonly seed: number
  /** For authors: hidden checks tell their message and difference too. Absent means no. */
  readonly reveal?: boolean
}

/** What a job reports while it runs. */
export type JobEvent =
  /** It waits for its turn; so many start before it. */
  | { readonly type: 'waiting'; readonly ahead: number }
  | { readonly type: 'started' }
  /** So many runs of a design are done, of about so many. */
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'output'; readonly text: string }
  | { readonly type: 'check'; readonly check: CheckResult }

export interface CheckResult {
  readonly name: string
  readonly visible: boolean
  readonly category: Category
  readonly passed: boolean
  /** Empty when passed. For a hidden check never more than its category says. */
  readonly message: string
  /** Visible checks only. */
  readonly difference: Difference | undefined
  /** What a lab's check measured; of hidden checks too, since numbers of the verdict give no answer away. */
  readonly measured?: readonly Measured[]
}

export interface JobResult {
  readonly verdict: Verdict
  /** One sentence: the cause, in the learner's terms; empty when passed. */
  readonly message: string
  readonly checks: readonly CheckResult[]
  /** Value of the last expression, of a run. */
  readonly value: Shown | undefined
  /** Kernel CPU time of the candidate's process tree (of the learner's statements, for SQL). */
  readonly cpuMs: number
  readonly wallMs: number
  /** Peak beyond the warm interpreter's own; undefined where the engine cannot tell. */
  readonly memoryBytes: number | undefined
  /** stdout and stderr as they came, of visible checks and runs only. */
  readonly stdout: string
  /** True when stdout was cut. */
  readonly truncated: boolean
  readonly seed: number
  /** Of a design that was graded. */
  readonly report?: Report
  /** One run of each scenario of a design, where only these were asked for. */
  readonly runs?: Report['runs']
}
