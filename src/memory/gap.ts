import type { Memory, TransferGap } from '../domain/memory.ts'
import { varianceAlong } from './gaussian.ts'
import { GAP_ENTRIES } from './traits.ts'

/** 80 % of a normal distribution lie within so many standard deviations. */
const WITHIN = 1.2816

/** What a new context costs this learner against the very item again, as believed after all outcomes: the gap and the rote memory, over both facets. */
export function transferGapOf({ traits, familiar, fresh }: Memory): TransferGap {
  const direction = { at: GAP_ENTRIES, by: GAP_ENTRIES.map(() => 1 / 2) }
  const logits = GAP_ENTRIES.reduce((sum, at) => sum + (traits.mean[at] as number) / 2, 0)
  const deviation = Math.sqrt(varianceAlong(traits, direction))
  return {
    mean: shareOf(logits),
    low: shareOf(logits - WITHIN * deviation),
    high: shareOf(logits + WITHIN * deviation),
    familiar,
    fresh,
  }
}

/** A chance that is one half midway: σ(x/2) − σ(−x/2). */
function shareOf(logits: number): number {
  return Math.tanh(logits / 4)
}
