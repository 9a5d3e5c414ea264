import { runCampaign } from './campaign.ts'
import { type Interval, intervalOf, pairedInterval } from './interval.ts'
import type { PolicyMaker } from './policy.ts'
import type { World } from './world.ts'

/** What one policy reached with each learner, in the order of the seeds. */
export interface Standing {
  readonly policy: string
  readonly scores: readonly number[]
}

export function standingOf(world: World, maker: PolicyMaker, seeds: readonly number[]): Standing {
  return { policy: maker.name, scores: seeds.map((seed) => runCampaign(world, maker, seed).score) }
}

/** The policy with the highest mean: picked after the fact, which favours it. Throws when there is none. */
export function bestOf(standings: readonly Standing[]): Standing {
  return standings.reduce((best, each) => (meanScore(each) > meanScore(best) ? each : best))
}

export function meanScore({ scores }: Standing): number {
  return intervalOf(scores).mean
}

/** What `own` gained over `other` with the same learners. */
export function gainOver(own: Standing, other: Standing): Interval {
  return pairedInterval(own.scores, other.scores)
}
