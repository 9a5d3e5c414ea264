import type { Gym } from '../gym/gym.ts'
import type { Found } from '../gym/search.ts'
import type { Prose } from './prose.ts'
import type { Problem } from '../content/problem.ts'

/** What the routes need; made once by `start.ts`, or by a test. */
export interface ServerContext {
  readonly gym: Gym
  readonly search: (query: string) => readonly Found[]
  readonly prose: Prose
  readonly problems: readonly Problem[]
  readonly version: string
  /** Live jobs by id: cancelling aborts. */
  readonly jobs: Map<string, AbortController>
}
