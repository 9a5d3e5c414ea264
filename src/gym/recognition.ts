import { type Confusion, confusions } from '../derive/confusion.ts'
import type { RecogniseItem } from '../domain/derived.ts'
import type { RecognitionEvent } from '../domain/event.ts'
import { UserError } from '../domain/user-error.ts'
import { getRecognise } from './find.ts'
import { foretell } from './foretelling.ts'
import type { Gym } from './gym.ts'
import type { Recollection } from './recollection.ts'

const LONGEST_REASON = 2_000

export interface Recognition {
  readonly learner: string
  readonly item: string
  readonly seed: number
  /** Null when the time ran out. */
  readonly chosen: string | null
  /** Why, in the learner's words. */
  readonly reason: string
  readonly activeMs: number
}

/** Logs which pattern was chosen for a statement. Throws UserError for one that was not among the choices. */
export async function recordRecognition(
  gym: Gym,
  { learner, item: id, seed, chosen, reason, activeMs }: Recognition,
): Promise<{ readonly item: RecogniseItem; readonly right: boolean }> {
  const item = getRecognise(gym, id, seed)
  const options = item.choices.map(({ pattern }) => pattern)
  if (chosen !== null && !options.includes(chosen)) {
    throw new UserError(`"${chosen}" was not among the choices.`, { where: id, fix: `Choose one of ${options.join(', ')}.` })
  }
  const [pattern = ''] = item.patterns
  const purpose = await foretell(gym, learner, { ...item, item: id, itemHash: item.hash, options: options.length })
  await gym.store.append<RecognitionEvent>({
    type: 'recognition',
    learner,
    at: new Date(gym.now()).toISOString(),
    zone: gym.zone(),
    item: id,
    itemHash: item.hash,
    pattern,
    chosen,
    options,
    reason: reason.slice(0, LONGEST_REASON),
    activeMs,
    minutes: item.parMs / 60_000,
    purpose,
  })
  return { item, right: chosen === pattern }
}

/** How many drills were right, and which patterns were taken for which. Those that ran out of time count as missed. */
export function drillRecord({ facts }: Recollection): {
  readonly right: number
  readonly of: number
  readonly late: number
  readonly confused: readonly Confusion[]
} {
  const drills = facts.filter((fact) => fact.type === 'recognition')
  const answered = drills.flatMap(({ pattern, chosen }) => (chosen === null ? [] : [{ right: pattern, picked: chosen }]))
  const record = confusions(answered)
  return { ...record, of: drills.length, late: drills.length - answered.length }
}
