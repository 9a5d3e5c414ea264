import type { Purpose } from '../domain/evidence.ts'
import { nextOfDiagnostic } from './diagnostic.ts'
import type { Gym } from './gym.ts'
import type { Mind } from './mind.ts'
import { todaysList } from './plan.ts'

/** Why an item is met now: the open diagnostic asks for it, today's list has it, or it was picked freely. */
export function purposeOf(gym: Gym, mind: Mind, item: string): Purpose {
  if (nextOfDiagnostic(gym, mind) === item) return 'diagnostic'
  return todaysList(mind)?.find((each) => each.item === item)?.purpose ?? 'free'
}
