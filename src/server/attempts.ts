import { Hono } from 'hono'
import { z } from 'zod'
import type { JobEvent } from '../domain/job.ts'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { attempt, tryInput } from '../gym/attempt.ts'
import { runCell } from '../gym/cell.ts'
import { getExercise } from '../gym/find.ts'
import { shownOf } from '../gym/hint.ts'
import { getAttempt, reportVerdict } from '../gym/report.ts'
import { nextItem } from '../gym/today.ts'
import { body } from './body.ts'
import type { ServerContext } from './context.ts'
import type { AttemptPage, Attempts, Reported, StreamLine } from './contract.ts'
import { errorBody } from './error.ts'
import { shownReference } from './items.ts'
import { streamLines } from './stream.ts'
import { attemptSummary, patternLinks } from './summary.ts'

const zone = z.string().max(64).default('UTC')
const activeMs = z.number().min(0).max(86_400_000).default(0)
// The gym says how long an answer may be, in a sentence for the learner.
const source = z.string()

/** Runs, submissions, cells, and the attempts they leave. */
export function attemptRoutes(server: ServerContext) {
  const { gym, jobs } = server
  return new Hono()
    .post('/items/:slug/run', body(z.object({ source, input: source.optional(), zone, activeMs })), (context) => {
      const { input, ...given } = context.req.valid('json')
      const slug = context.req.param('slug')
      getExercise(gym, slug)
      return streamLines(context, jobs, { abortOnLeave: true }, async (send, signal) => {
        if (input !== undefined) {
          const result = await tryInput(gym, { learner: LOCAL_LEARNER, slug, source: given.source, input }, send, signal)
          return send({ type: 'done', result, attempt: undefined, patterns: undefined, reference: undefined })
        }
        await judge(server, { ...given, slug, mode: 'run' }, send, signal)
      })
    })
    .post('/items/:slug/submit', body(z.object({ source, zone, activeMs })), (context) => {
      const slug = context.req.param('slug')
      getExercise(gym, slug)
      return streamLines(context, jobs, { abortOnLeave: false }, (send, signal) =>
        judge(server, { ...context.req.valid('json'), slug, mode: 'submit' }, send, signal),
      )
    })
    .post('/cells', body(z.object({ runtime: z.enum(['python', 'data', 'torch']), source })), (context) => {
      const cell = context.req.valid('json')
      return streamLines(context, jobs, { abortOnLeave: true }, async (send, signal) => {
        const result = await runCell(gym, { ...cell, learner: LOCAL_LEARNER }, send, signal)
        send({ type: 'done', result, attempt: undefined, patterns: undefined, reference: undefined })
      })
    })
    .post('/jobs/:job/cancel', body(z.object({})), (context) => {
      jobs.get(context.req.param('job'))?.abort()
      return context.json({ cancelled: true })
    })
    .get('/items/:slug/attempts', async (context) => {
      const attempts = await gym.store.attempts(LOCAL_LEARNER, context.req.param('slug'))
      const answer: Attempts = { attempts: attempts.map(attemptSummary) }
      return context.json(answer)
    })
    .get('/attempts/:id', async (context) => {
      const id = context.req.param('id')
      if (!z.uuid().safeParse(id).success)
        return context.json(errorBody('That is not the name of an attempt.', id, 'Open the item: its list shows every attempt.'), 404)
      const found = await getAttempt(gym, LOCAL_LEARNER, id)
      const answer: AttemptPage = { ...attemptSummary(found), source: found.source, results: found.checks, stdout: found.stdout }
      return context.json(answer)
    })
    .post('/attempts/:id/report', body(z.object({ comment: z.string().max(10_000), zone })), async (context) => {
      const { comment, zone } = context.req.valid('json')
      const { file } = await reportVerdict(gym, { learner: LOCAL_LEARNER, attempt: context.req.param('id'), comment, zone })
      const answer: Reported = { file }
      return context.json(answer)
    })
}

async function judge(
  server: ServerContext,
  request: {
    readonly slug: string
    readonly source: string
    readonly mode: 'run' | 'submit'
    readonly zone: string
    readonly activeMs: number
  },
  send: (line: StreamLine) => void,
  signal: AbortSignal,
): Promise<void> {
  const { gym } = server
  const onEvent = (event: JobEvent) => send(event)
  const { result, event } = await attempt(gym, { ...request, learner: LOCAL_LEARNER }, onEvent, signal)
  const exercise = getExercise(gym, request.slug)
  const shown = await shownOf(gym, LOCAL_LEARNER, request.slug)
  send({
    type: 'done',
    result,
    attempt: event?.id,
    patterns: shown.attempted ? patternLinks(gym.library, exercise.patterns) : undefined,
    reference: await shownReference(server, exercise, shown),
    next: request.mode === 'submit' ? await nextItem(gym, LOCAL_LEARNER) : undefined,
  })
}
