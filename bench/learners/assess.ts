import type { Evidence } from '../../src/domain/evidence.ts'
import type { Band } from '../../src/domain/readiness.ts'
import { sessionBand } from '../../src/memory/band.ts'
import { shareSolved, solvedOf } from '../../src/memory/readiness.ts'
import { runCampaign } from './campaign.ts'
import { chanceOf } from './chance.ts'
import { drawCourse } from './course.ts'
import type { Learner, Result } from './learner.ts'
import { FIRST_DAY } from './log.ts'
import type { Logged, OnsiteMaker, OnsitePolicy } from './onsite.ts'
import type { World } from './world.ts'

/** A mock loop: four rounds of ten questions, drawn by weight. Of few questions, bands of whole ones hold more than they say. */
const QUESTIONS = 40
/** Mock loops that each learner sits at the date, to see how often the band holds. */
const MOCKS = 20

/** One learner taught by Onsite: what was reached, and whether what was said of it was right. */
export interface Taught {
  readonly score: number
  readonly results: readonly Result[]
  readonly log: readonly Logged[]
  readonly evidence: readonly Evidence[]
  /** Readiness as Onsite states it on the day of the interview. */
  readonly said: Band
  /** Share of mock interviews whose result fell into the band said before. */
  readonly mocksInside: number
}

export function teach(world: World, maker: OnsiteMaker, seed: number): Taught {
  const { score, results, learner, policy } = runCampaign(world, maker, seed)
  const { memory, log, evidence } = policy as OnsitePolicy
  const { subjects } = drawCourse(world, seed)
  const weights = subjects.map(({ id, weight }) => ({ pattern: id, weight }))
  const day = FIRST_DAY + world.days
  const { mean, variance } = solvedOf(memory(), weights, day)
  const band = sessionBand(mean, variance, QUESTIONS)
  const chance = chanceOf(seed, 'mocks')
  let inside = 0
  for (let mock = 0; mock < MOCKS; mock++) {
    const share = sitMock(learner, subjects, world.days, chance.uniform)
    if (share >= band.low - 1e-9 && share <= band.high + 1e-9) inside++
  }
  return { score, results, log: log(), evidence: evidence(), said: shareSolved(memory(), weights, day), mocksInside: inside / MOCKS }
}

function sitMock(learner: Learner, subjects: readonly { readonly weight: number }[], at: number, uniform: () => number): number {
  let solved = 0
  for (let question = 0; question < QUESTIONS; question++) {
    let left = uniform()
    const drawn = subjects.findIndex(({ weight }) => (left -= weight) < 0)
    if (uniform() < learner.solvesQuestions(Math.max(0, drawn), at)) solved++
  }
  return solved / QUESTIONS
}
