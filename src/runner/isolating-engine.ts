import type { Engine } from '../domain/engine.ts'
import type { Isolation } from '../domain/runner.ts'

/** Whether there are walls, before anybody attacked them: `isolated` means that a sandbox starts and holds its own trial. */
export type Walls = Omit<Isolation, 'probes'>

/** An engine that runs a learner's programs and knows whether there are walls around them. */
export interface IsolatingEngine extends Engine {
  isolation(): Walls
}
