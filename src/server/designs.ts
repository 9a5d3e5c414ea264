import { Hono } from 'hono'
import { z } from 'zod'
import type { Case } from '../domain/case.ts'
import type { JobEvent } from '../domain/job.ts'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { LEVELS } from '../domain/target.ts'
import { UserError } from '../domain/user-error.ts'
import {
  type DesignState,
  designStateOf,
  type GradedAttempt,
  gradeDrawing,
  isOutdated,
  levelFor,
  recordAsk,
  requireDrawn,
  runsOf,
} from '../gym/design.ts'
import { getDesign } from '../gym/find.ts'
import { progressOf } from '../gym/progress.ts'
import { getAttempt } from '../gym/report.ts'
import { nextItem } from '../gym/today.ts'
import { body } from './body.ts'
import type { ServerContext } from './context.ts'
import type { ItemPageBase } from './contract.ts'
import type {
  AskSaved,
  DesignAfter,
  DesignAttempt,
  DesignAttemptPage,
  DesignPage,
  DesignRuns,
  FollowUpShown,
  OpenCase,
  Told,
} from './design-contract.ts'
import { streamLines } from './stream.ts'
import { attemptSummary, itemSummary, patternLinks } from './summary.ts'

const zone = z.string().max(64).default('UTC')
const submitted = z.object({
  level: z.enum(LEVELS),
  // The gym says how long a drawing may be, in a sentence for the learner.
  text: z.string(),
  predictions: z.array(z.number().nullable()).max(100),
  firstToBreak: z.string().max(200).nullable(),
  activeMs: z.number().min(0).max(86_400_000).default(0),
  zone,
})

/** Designs: what is asked, graded runs, and the attempts they leave. */
export function designRoutes(server: ServerContext) {
  const { gym, jobs } = server
  return new Hono()
    .post('/items/:slug/ask', body(z.object({ ask: z.int().min(0), zone })), async (context) => {
      const { ask, zone } = context.req.valid('json')
      const item = getDesign(gym, context.req.param('slug'))
      const asked = await recordAsk(gym, { ask, zone, learner: LOCAL_LEARNER, slug: item.slug })
      const answer: AskSaved = { asked, answerHtml: await answerOf(server, item, ask) }
      return context.json(answer)
    })
    .get('/items/:slug/told', async (context) => {
      const item = getDesign(gym, context.req.param('slug'))
      const answer: Told = { answersHtml: await Promise.all(item.asks.map((_, place) => answerOf(server, item, place))) }
      return context.json(answer)
    })
    .post('/items/:slug/design', body(submitted), (context) => {
      const drawn = { ...context.req.valid('json'), learner: LOCAL_LEARNER, slug: context.req.param('slug') }
      requireDrawn(gym, drawn)
      return streamLines(context, jobs, { abortOnLeave: false }, async (send, signal) => {
        const { item, result, event } = await gradeDrawing(gym, drawn, (event: JobEvent) => send(event), signal)
        const { verdict, message, report } = result
        send({
          type: 'done',
          graded: {
            verdict,
            message,
            report,
            followUps: await followUpsOf(server, item, report?.followUps),
            attempt: event?.id,
            after: await afterOf(server, item, await designStateOf(gym, LOCAL_LEARNER, item.slug)),
            next: await nextItem(gym, LOCAL_LEARNER),
          },
        })
      })
    })
    .get('/attempts/:id/design', async (context) => {
      const found = await getGraded(server, context.req.param('id'))
      const item = getDesign(gym, found.item)
      const answer: DesignAttemptPage = {
        ...designAttempt(found),
        item: { slug: item.slug, title: item.title },
        text: found.source,
        report: found.report,
        // Places in a list that has changed since would be others' questions.
        followUps: found.itemHash === item.hash ? await followUpsOf(server, item, found.report?.followUps) : [],
        outdated: isOutdated(item, found),
      }
      return context.json(answer)
    })
    .get('/attempts/:id/runs', async (context) => {
      const found = await getGraded(server, context.req.param('id'))
      const answer: DesignRuns = { runs: await runsOf(gym, found, context.req.raw.signal) }
      return context.json(answer)
    })
}

/** The page of a case. */
export async function designPage(server: ServerContext, item: Case, base: ItemPageBase): Promise<DesignPage> {
  const { gym, prose } = server
  const html = async (markdown: string) => (await prose(markdown, item.topic)).html
  const state = await designStateOf(gym, LOCAL_LEARNER, item.slug)
  const isGraded = state.attempts.length > 0
  const progress = await progressOf(gym, LOCAL_LEARNER)
  const level = await levelFor(gym, LOCAL_LEARNER, state)
  return {
    ...base,
    kind: 'design',
    case: openCase(item),
    ambiguousHtml: await html(item.ambiguous),
    level,
    par: item.par?.dollars,
    asks: await Promise.all(
      item.asks.map(async ({ ask, moves, worth }, place) => {
        const asked = state.asked.includes(place)
        return {
          ask,
          answerHtml: asked || level === 'intro' ? await answerOf(server, item, place) : undefined,
          asked,
          moves: moves?.path,
          worth: isGraded ? worth : undefined,
        }
      }),
    ),
    estimates: item.estimates.map(({ ask, unit }) => ({ ask, unit })),
    attempts: state.attempts.map(designAttempt),
    labs: item.labs.flatMap((slug) => {
      const lab = gym.library.items.get(slug)
      return lab === undefined ? [] : [itemSummary(lab, progress)]
    }),
    after: await afterOf(server, item, state),
  }
}

async function answerOf({ prose }: ServerContext, { asks, topic }: Case, place: number): Promise<string> {
  return (await prose(asks[place]?.answer ?? '', topic)).html
}

/** Named key by key, so that what is added to a case stays hidden until somebody decides otherwise. */
function openCase(item: Case): OpenCase {
  const {
    kind,
    form,
    slug,
    topic,
    title,
    difficulty,
    minutes,
    hash,
    cells,
    parts,
    duties,
    workload,
    jobs,
    lost,
    scenarios,
    slos,
    levels,
    starter,
  } = item
  return {
    kind,
    form,
    slug,
    topic,
    title,
    difficulty,
    minutes,
    hash,
    cells,
    parts,
    duties,
    workload,
    jobs,
    lost,
    scenarios,
    slos,
    levels,
    starter,
  }
}

async function afterOf({ gym, prose }: ServerContext, item: Case, { attempts, isOpen }: DesignState): Promise<DesignAfter> {
  const isGraded = attempts.length > 0
  return {
    discussionHtml: isGraded || isOpen ? (await prose(item.discussion, item.topic)).html : undefined,
    reference: isOpen ? item.reference : undefined,
    cheapest: isOpen ? item.par?.drawing : undefined,
    right: isOpen ? item.right : [],
    patterns: isGraded ? patternLinks(gym.library, item.patterns) : undefined,
  }
}

function followUpsOf({ prose }: ServerContext, item: Case, places: readonly number[] | undefined): Promise<readonly FollowUpShown[]> {
  const chosen = (places ?? []).flatMap((place) => item.followUps[place] ?? [])
  return Promise.all(chosen.map(async ({ ask, listen }) => ({ ask, listenHtml: (await prose(listen, item.topic)).html })))
}

function designAttempt(attempt: GradedAttempt): DesignAttempt {
  return { ...attemptSummary(attempt), design: attempt.design }
}

async function getGraded({ gym }: ServerContext, id: string): Promise<GradedAttempt> {
  const found = await getAttempt(gym, LOCAL_LEARNER, id)
  const { design } = found
  if (design !== undefined) return { ...found, design }
  throw new UserError('That attempt is no graded design.', { where: id, fix: 'Open the item it belongs to: its list shows every attempt.' })
}
