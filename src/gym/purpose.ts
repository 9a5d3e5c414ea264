import type { Purpose } from '../domain/evidence.ts'
import { formatDay } from '../planning/calendar.ts'
import { diagnosticOf } from './diagnostic.ts'
import type { Gym } from './gym.ts'
import type { Mind } from './mind.ts'

/** Why an item is met now: the open diagnostic asks for it, today's list has it, or it was picked freely. */
export function purposeOf(gym: Gym, mind: Mind, item: string): Purpose {
  const { facts } = mind.recollection
  const turned = facts.findLast((fact) => fact.type === 'diagnostic')
  if (turned?.type === 'diagnostic' && turned.state === 'begun' && diagnosticOf(gym, mind).diagnosis.next?.item === item)
    return 'diagnostic'
  const list = facts.findLast((fact) => fact.type === 'day' && fact.day === formatDay(mind.today))
  const entry = list?.type === 'day' ? list.entries.find((each) => each.item === item) : undefined
  return entry?.purpose ?? 'free'
}
