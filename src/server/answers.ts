import { Hono } from 'hono'
import { z } from 'zod'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { mentions } from '../grading/rubric.ts'
import { recordAnswer } from '../gym/answer.ts'
import { getQuestion } from '../gym/find.ts'
import { nextItem } from '../gym/today.ts'
import { body } from './body.ts'
import type { ServerContext } from './context.ts'
import type { AnswerSaved, Reveal } from './contract.ts'

const text = z.string().max(100_000)

/** Answers to questions, and the rubric once there is one. */
export function answerRoutes({ gym, prose }: ServerContext) {
  return new Hono()
    .post('/items/:slug/mentions', body(z.object({ text })), async (context) => {
      const question = getQuestion(gym, context.req.param('slug'))
      const found = mentions(context.req.valid('json').text, question.rubric)
      const html = async (markdown: string) => (await prose(markdown, question.topic)).html
      const answer: Reveal = {
        rubric: question.rubric.map(({ point, points }, index) => ({ point, points, mentioned: found[index] ?? null })),
        strongHtml: await html(question.strong),
        weakHtml: await html(question.weak),
        followUpsHtml: await Promise.all(question.followUps.map(html)),
      }
      return context.json(answer)
    })
    .post(
      '/items/:slug/answers',
      body(
        z.object({
          text,
          scores: z.array(z.number().nullable()).max(50),
          activeMs: z.number().min(0).max(86_400_000).default(0),
          zone: z.string().max(64).default('UTC'),
        }),
      ),
      async (context) => {
        const given = { ...context.req.valid('json'), learner: LOCAL_LEARNER, slug: context.req.param('slug') }
        const saved: AnswerSaved = { answer: await recordAnswer(gym, given), next: await nextItem(gym, LOCAL_LEARNER) }
        return context.json(saved)
      },
    )
}
