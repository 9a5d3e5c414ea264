import { ENGINE_VERSION } from '../../simulation/simulate.ts'
import type { Shared } from './share.ts'

/** Says what a link brought, and whether it gives the same numbers here. */
export function SharedBar({
  shared,
  caseHash,
  onReplay,
  onClose,
}: {
  readonly shared: Shared
  readonly caseHash: string
  readonly onReplay: () => void
  readonly onClose: () => void
}) {
  const differs = [
    shared.engine === ENGINE_VERSION ? '' : `it was run by version ${shared.engine} of the engine, this is version ${ENGINE_VERSION}`,
    shared.caseHash === caseHash ? '' : 'the case has changed since',
  ].filter((reason) => reason !== '')
  return (
    <div className="bar" role="status">
      <span className="min-w-0 flex-1">
        A drawing from a link, level {shared.level}, seed {shared.seed}. Undo brings yours back.
        {differs.length > 0 ? ` Its numbers may differ: ${differs.join('; ')}.` : ' It gives the same numbers here.'}
      </span>
      <button type="button" className="button small" onClick={onReplay}>
        Replay its graded run
      </button>
      <button type="button" className="button small plain" onClick={onClose}>
        Close
      </button>
    </div>
  )
}
