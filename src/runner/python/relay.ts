import type { Forked } from './zygote.ts'

/** All frames of a grading together, bytes: many large answers are fine, a flood is not. */
const MOST_BYTES = 512 * 1024 * 1024

/** Whose turn it is: who was last given something and has not answered yet. */
export interface Turn {
  readonly at: 'candidate' | 'judge'
}

/** Passes frames between candidate and judge until one ends, without looking into them; too many end the candidate. */
export function relay(candidate: Forked, judge: Forked): Turn {
  const turn: { at: Turn['at'] } = { at: 'candidate' } // it loads the learner's module before it is asked anything
  let bytes = 0
  const learner = candidate.channels.frames
  const asker = judge.channels.frames
  learner.on('data', (data: Buffer) => {
    turn.at = 'judge'
    bytes += data.length
    if (bytes > MOST_BYTES) candidate.kill('answers')
  })
  asker.on('data', () => {
    turn.at = 'candidate'
  })
  learner.pipe(asker)
  asker.pipe(learner)
  return turn
}
