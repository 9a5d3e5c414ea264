import type { Objective } from '../domain/report.ts'

/**
 * Why nothing was seen of an objective, in one sentence; undefined where something was. It is missed then: who promises fresh data and shows none has not kept it,
 * and an age of 0 would reward a design for leaving the data out.
 */
export function whyUnseen({ condition: { metric, part }, loads }: Objective): string | undefined {
  if (!loads.some(({ interval }) => interval.replicates === 0)) return undefined
  if (metric.startsWith('age-')) return 'No answer rests on features or cached values, so none has an age: bring them into its route.'
  if (/^(first|per)-token-/.test(metric)) return 'No answer comes from a language model, so it has no tokens: bring one into its route.'
  return part === undefined ? 'Nothing was answered.' : 'Nothing came to it while it was measured.'
}
