import type { Case } from './case.ts'
import type { Estimation } from './estimation.ts'
import type { Limits, ManifestRuntime, Permission, PythonRuntime } from './runtime.ts'
import type { Source } from './source.ts'

export const DIFFICULTIES = ['warm-up', 'core', 'hard', 'expert'] as const
export type Difficulty = (typeof DIFFICULTIES)[number]

/** How an item is asked. */
export const FORMS = ['write', 'fix', 'predict', 'estimate', 'recognise', 'explain', 'design'] as const
export type Form = (typeof FORMS)[number]

export const CATEGORIES = ['example', 'correctness', 'edge', 'scale', 'behaviour', 'state'] as const
/** What a hidden check is about; with its name, all that a learner sees of it. */
export type Category = (typeof CATEGORIES)[number]

/** What every item has. */
export interface ItemBase {
  /** Unique in the whole tree; the folder's name. */
  readonly slug: string
  readonly topic: string
  readonly title: string
  /** Pattern ids; hidden from the learner until the attempt. */
  readonly patterns: readonly string[]
  readonly form: Form
  readonly difficulty: Difficulty
  readonly minutes: number
  readonly sources: readonly Source[]
  /** Markdown. */
  readonly statement: string
  /** SHA-256 over the item's files, hex. */
  readonly hash: string
  /** Absolute path of the item's folder. */
  readonly folder: string
}

interface ExerciseBase extends ItemBase {
  readonly kind: 'exercise'
  readonly limits: Limits
  readonly permissions: readonly Permission[]
  readonly aliases: readonly string[]
  /** Markdown, from a nudge to the last step. */
  readonly hints: readonly string[]
  /** Markdown, shown after a pass. */
  readonly why: string
  /** What the editor opens. */
  readonly starter: string
  readonly solution: string
  /** Other right answers, by file name. */
  readonly right: readonly Answer[]
  readonly wrong: readonly WrongAnswer[]
}

export interface Answer {
  /** File name, e.g. `loop.py`. */
  readonly file: string
  readonly source: string
}

export interface WrongAnswer extends Answer {
  /** Name of the check that must catch it. */
  readonly caughtBy: string
}

/** A Python exercise: checks written in Python, run by the judge. */
export interface PythonExercise extends ExerciseBase {
  readonly runtime: PythonRuntime
  /** Source of tests.py. */
  readonly tests: string
  /** What predict items ask, in the order of predict.py. */
  readonly snippets: readonly Snippet[]
  /** Source of world.py, of a lab: it makes the world that the learner's program decides about, and both sides may import it. */
  readonly world?: string
}

/** Lines that run after the solution; asked is the value of the last one. */
export interface Snippet {
  /** One sentence of markdown. */
  readonly question: string
  readonly code: string
}

/** One database that a query is tried on. */
export interface SqlCase {
  readonly name: string
  readonly visible: boolean
  readonly category: Category
  /** SQL that fills the tables. */
  readonly data: string
}

/** A SQL exercise: each case is a pristine database; the expected rows are those of the solution. */
export interface SqlExercise extends ExerciseBase {
  readonly runtime: 'postgres'
  /** SQL that makes the tables. */
  readonly schema: string
  readonly compare: 'bag' | 'ordered'
  /** Absolute and relative tolerance for floating-point columns; 0 compares exactly. */
  readonly tolerance: number
  readonly cases: readonly SqlCase[]
}

/** A Dockerfile or Kubernetes manifests: nothing of it runs. */
export interface ManifestExercise extends ExerciseBase {
  readonly runtime: ManifestRuntime
  /** Text of checks.yml: the world in which the file is judged, and the rules. */
  readonly checks: string
}

export type Exercise = PythonExercise | SqlExercise | ManifestExercise

/** One checkable claim of a rubric. */
export interface RubricPoint {
  readonly point: string
  readonly points: number
  /** Each inner list must have one of its words in one sentence of the answer; empty means that no machine assesses it. */
  readonly mentions: readonly (readonly string[])[]
}

export interface Question extends ItemBase {
  readonly kind: 'question'
  readonly points: number
  readonly rubric: readonly RubricPoint[]
  /** Markdown. */
  readonly strong: string
  readonly weak: string
  /** Markdown, one question each. */
  readonly followUps: readonly string[]
}

export type Item = Exercise | Question | Estimation | Case
