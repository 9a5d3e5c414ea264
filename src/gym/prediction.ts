import { says } from '../derive/value.ts'
import type { PredictItem } from '../domain/derived.ts'
import type { AttemptEvent } from '../domain/event.ts'
import { UserError } from '../domain/user-error.ts'
import { getPredict } from './find.ts'
import { foretell } from './foretelling.ts'
import type { Gym } from './gym.ts'

export interface Predicted {
  readonly learner: string
  readonly item: string
  readonly seed: number
  /** What was typed, or the place of the option that was chosen, from 0. */
  readonly answer: string | number
  readonly activeMs: number
}

const LONGEST_ANSWER = 2_000

/** Holds a predicted value against what the program gave when the content was proved, and logs it as an attempt. */
export async function recordPrediction(
  gym: Gym,
  { learner, item: id, seed, answer, activeMs }: Predicted,
): Promise<{ readonly item: PredictItem; readonly right: boolean }> {
  const item = getPredict(gym, id, seed)
  const [typed, right] = judge(item, answer)
  const purpose = await foretell(gym, learner, { ...item, item: id, itemHash: item.hash, options: item.chances })
  await gym.store.append<AttemptEvent>({
    type: 'attempt',
    learner,
    at: new Date(gym.now()).toISOString(),
    zone: gym.zone(),
    item: id,
    itemHash: item.hash,
    mode: 'submit',
    form: 'predict',
    runtime: item.runtime,
    source: typed,
    seed,
    hintsShown: 0,
    referenceShown: false,
    patterns: item.patterns,
    minutes: item.minutes,
    chances: item.chances,
    purpose,
    activeMs,
    verdict: right ? 'passed' : 'failed',
    message: '',
    checks: [],
    cpuMs: 0,
    wallMs: 0,
    stdout: '',
    truncated: false,
    judge: gym.judge,
  })
  return { item, right }
}

/** The answer as text, and whether it says the value. */
function judge(item: PredictItem, answer: string | number): readonly [string, boolean] {
  if (typeof answer === 'number') {
    const chosen = item.options[answer]
    if (chosen === undefined) {
      throw new UserError(`There is no choice number ${answer}.`, { where: item.slug, fix: `Choose 0 to ${item.options.length - 1}.` })
    }
    return [JSON.stringify(chosen), chosen === item.expected || JSON.stringify(chosen) === JSON.stringify(item.expected)]
  }
  if (item.options.length > 0)
    throw new UserError('This one is answered by choosing.', { where: item.slug, fix: 'Send the place of the choice, from 0.' })
  const typed = answer.trim()
  if (typed === '' || typed.length > LONGEST_ANSWER) {
    throw new UserError(typed === '' ? 'The answer is empty.' : 'The answer is too long.', {
      where: item.slug,
      fix: 'Type the value as the language writes it.',
    })
  }
  return [typed, says(item.expected, typed)]
}
