import type { AnswerEvent } from '../domain/event.ts'
import { UserError } from '../domain/user-error.ts'
import { getQuestion } from './find.ts'
import { foretell } from './foretelling.ts'
import type { Gym } from './gym.ts'

/** Writes an answer with the learner's own score to the log. A score is between 0 and the point's worth, or null for *not assessed*. */
export async function recordAnswer(
  gym: Gym,
  answer: {
    readonly learner: string
    readonly slug: string
    readonly zone: string
    readonly text: string
    readonly scores: readonly (number | null)[]
    readonly activeMs: number
  },
): Promise<AnswerEvent> {
  const question = getQuestion(gym, answer.slug)
  if (answer.text.trim() === '')
    throw new UserError('The answer is empty.', { where: answer.slug, fix: 'Write or say a few sentences first.' })
  if (answer.scores.length !== question.rubric.length) {
    throw new UserError(`${answer.scores.length} scores for ${question.rubric.length} rubric points.`, {
      where: answer.slug,
      fix: 'Give each point a score or null, in order.',
    })
  }
  question.rubric.forEach(({ points }, index) => {
    const score = answer.scores[index]
    if (score !== null && score !== undefined && !(score >= 0 && score <= points)) {
      throw new UserError(`Point ${index + 1} is worth ${points}; the score was ${score}.`, {
        where: answer.slug,
        fix: `Give 0 to ${points}, or null for not assessed.`,
      })
    }
  })
  const asked = { ...question, item: question.slug, itemHash: question.hash, options: undefined }
  const purpose = answer.scores.some((score) => score !== null) ? await foretell(gym, answer.learner, asked) : 'free'
  return gym.store.append<AnswerEvent>({
    type: 'answer',
    learner: answer.learner,
    at: new Date(gym.now()).toISOString(),
    zone: answer.zone,
    item: question.slug,
    itemHash: question.hash,
    text: answer.text,
    scores: answer.scores,
    points: question.points,
    activeMs: answer.activeMs,
    patterns: question.patterns,
    minutes: question.minutes,
    purpose,
  })
}
