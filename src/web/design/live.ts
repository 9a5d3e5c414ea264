import { createContext, useContext } from 'react'
import type { CaseFault } from '../../domain/case.ts'
import type { Film, Moment } from './frames.ts'

/** What the canvas shows of a run: its film, the moment that the slider is at, and the faults under way. */
export interface Live {
  readonly film: Film
  /** The most requests that reach any component at a moment, a second. */
  readonly busiest: number
  readonly frame: number
  readonly second: number
  readonly faults: readonly CaseFault[]
}

/** Undefined while there is no run to show. */
export const LiveRun = createContext<Live | undefined>(undefined)

/** The moment of a component that the slider is at. */
export function useMoment(name: string): Moment | undefined {
  const live = useContext(LiveRun)
  return live?.film.components[name]?.[live.frame]
}
