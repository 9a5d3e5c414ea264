import type { HintEvent, LogEvent, ReferenceEvent } from '../domain/event.ts'
import { UserError } from '../domain/user-error.ts'
import { getExercise, getItem } from './find.ts'
import type { Gym } from './gym.ts'

/** What was shown to the learner on an item so far. */
export interface ShownSoFar {
  readonly hints: number
  /** The reference was asked for before or after a pass. */
  readonly reference: boolean
  /** So that the reference may be seen. */
  readonly passed: boolean
  readonly attempted: boolean
}

/** Reads from the log what a learner has seen and reached on an item. */
export async function shownOf(gym: Gym, learner: string, slug: string): Promise<ShownSoFar> {
  return shownIn(await gym.store.history(learner, slug))
}

/** The same, of the events of one item. */
export function shownIn(history: readonly LogEvent[]): ShownSoFar {
  return {
    hints: history.reduce((most, event) => (event.type === 'hint' ? Math.max(most, event.hint) : most), 0),
    reference: history.some((event) => event.type === 'reference'),
    passed: history.some(opensReference),
    attempted: history.some(({ type }) => type === 'attempt' || type === 'answer' || type === 'estimate'),
  }
}

/** A pass; of a design, one at *standard* or higher: its reference passes at every level, and would give the others away. */
function opensReference(event: LogEvent): boolean {
  if (event.type !== 'attempt' || event.mode !== 'submit' || event.verdict !== 'passed') return false
  return event.design?.level !== 'intro'
}

interface Learner {
  readonly learner: string
  readonly slug: string
  readonly zone: string
}

/** Shows hint number `hint` (counts from 1): the next one, or one shown before. Markdown. */
export async function showHint(
  gym: Gym,
  { learner, slug, zone }: Learner,
  hint: number,
): Promise<{ readonly hint: number; readonly text: string; readonly left: number }> {
  const exercise = getExercise(gym, slug)
  const shown = (await shownOf(gym, learner, slug)).hints
  const text = exercise.hints[hint - 1]
  if (text === undefined || hint > shown + 1) {
    throw new UserError(`Hint ${hint} is not the next one: ${shown} of ${exercise.hints.length} are shown.`, {
      where: slug,
      fix: 'Ask for the hints one by one.',
    })
  }
  if (hint > shown) {
    await gym.store.append<HintEvent>({
      type: 'hint',
      learner,
      at: new Date(gym.now()).toISOString(),
      zone,
      item: slug,
      itemHash: exercise.hash,
      hint,
    })
  }
  return { hint, text, left: exercise.hints.length - hint }
}

/** Shows the reference and its reason, of a design its discussion; the log remembers that it was asked for. */
export async function showReference(
  gym: Gym,
  { learner, slug, zone }: Learner,
): Promise<{ readonly source: string; readonly why: string }> {
  const { hash, source, why } = referenceOf(gym, slug)
  const shown = await shownOf(gym, learner, slug)
  if (!shown.reference && !shown.passed) {
    await gym.store.append<ReferenceEvent>({
      type: 'reference',
      learner,
      at: new Date(gym.now()).toISOString(),
      zone,
      item: slug,
      itemHash: hash,
    })
  }
  return { source, why }
}

function referenceOf(gym: Gym, slug: string): { readonly hash: string; readonly source: string; readonly why: string } {
  const item = getItem(gym, slug)
  if (item.kind === 'design') return { hash: item.hash, source: item.reference, why: item.discussion }
  const { hash, solution, why } = getExercise(gym, slug)
  return { hash, source: solution, why }
}
