import type { OpenCase } from '../../server/design-contract.ts'
import { holds } from './metric.ts'
import { writeQuantity } from './quantity.ts'
import type { PreviewState } from './use-preview.ts'

/** What the preview says, in a line. */
export function summaryOf({ phase, preview }: PreviewState, flaws: number, asked: OpenCase, scenario: string): string {
  if (flaws > 0) return flaws === 1 ? '1 problem stands against a run' : `${flaws} problems stand against a run`
  if (phase === 'failed') return 'No preview'
  if (preview?.scenario !== scenario) return 'Preview…'
  const slos = asked.slos.filter((slo) => slo.scenario === scenario)
  const good = slos.filter((slo) => holds(slo, preview.readings[slo.name] ?? Number.NaN)).length
  return `Preview of “${scenario}”: ${good} of ${slos.length} within, ${writeQuantity(preview.measurement.cost, '$/h')}${phase === 'running' ? '…' : ''}`
}
