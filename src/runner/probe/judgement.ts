import type { Isolation, ProbeOutcome } from '../../domain/runner.ts'
import type { Walls } from '../isolating-engine.ts'
import { CANARIES } from './canaries.ts'

/**
 * The mode that follows: `isolated` only with walls and every probe held. A probe that could not be tried for want of its packages
 * (`pending`) says nothing; any other that could not be tried leaves the mode unknown.
 */
export function judge(walls: Walls, outcomes: readonly (ProbeOutcome & { readonly pending: boolean })[]): Isolation {
  const probes = outcomes.map(({ name, holds, message }) => ({ name, holds, message }))
  const failed = probes.find(({ holds }) => holds === false)
  if (failed !== undefined && walls.mode !== 'local') {
    const fix = CANARIES.find(({ name }) => name === failed.name)?.fix ?? ''
    return { mode: 'local', reason: `A probe of the sandbox failed. ${failed.name}: no. ${failed.message}`.trim(), fix, probes }
  }
  if (walls.mode !== 'isolated') return { ...walls, probes }
  const untried = outcomes.find(({ holds, pending }) => holds === undefined && !pending)
  if (untried !== undefined)
    return {
      mode: 'unknown',
      reason: `It could not be tried out. ${untried.name}: ${untried.message}`,
      fix: 'It is tried again by itself.',
      probes,
    }
  if (probes.length === 0) return { mode: 'unknown', reason: 'The sandbox is being tried out.', fix: '', probes }
  return { mode: 'isolated', reason: '', fix: '', probes }
}
