import { Hono } from 'hono'
import { z } from 'zod'
import type { DerivedItem } from '../domain/derived.ts'
import type { Exercise, Item } from '../domain/item.ts'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { UserError } from '../domain/user-error.ts'
import { drawsOf } from '../grading/draw.ts'
import { fill } from '../grading/fill.ts'
import { dayAt } from '../gym/day.ts'
import { meetEstimation } from '../gym/estimation.ts'
import { findItem, getItem } from '../gym/find.ts'
import { type ShownSoFar, shownOf, showHint, showReference } from '../gym/hint.ts'
import { progressOf } from '../gym/progress.ts'
import { body } from './body.ts'
import type { ServerContext } from './context.ts'
import type { DraftSaved, Hint, ItemPage, Items, Reference } from './contract.ts'
import { designPage } from './designs.ts'
import { errorBody } from './error.ts'
import { itemSummary, patternLinks } from './summary.ts'

const zone = z.string().max(64).default('UTC')

/** Items: the list, the page of one, its hints, reference and draft. */
export function itemRoutes(server: ServerContext) {
  const { gym, prose } = server
  const { library, store } = gym
  /** Orders what there is to choose: the same all day, another tomorrow. */
  const today = () => dayAt(gym.now(), gym.zone())
  return new Hono()
    .get('/items', async (context) => {
      const progress = await progressOf(gym, LOCAL_LEARNER)
      const answer: Items = {
        items: [...library.items.values()].map((item) => itemSummary(item, progress)),
        topics: library.topics.map(({ id, title }) => ({ id, title })),
      }
      return context.json(answer)
    })
    .get('/items/:slug', async (context) => {
      const item = findItem(gym, context.req.param('slug'), today())
      if (item instanceof UserError) return context.json(errorBody(item.message, item.where, item.fix), 404)
      // Whoever opens an exercise will run it: its interpreter starts now, if it has not.
      if (item.kind === 'exercise') void gym.runner.warm(item.runtime)
      const answer: ItemPage = await itemPage(server, item, today())
      return context.json(answer)
    })
    .put(
      '/items/:slug/draft',
      body(
        z.object({
          source: z.string().max(1_000_000),
          base: z
            .int()
            .min(0)
            .max(2 ** 31 - 2),
        }),
      ),
      async (context) => {
        const { source, base } = context.req.valid('json')
        if (findItem(gym, context.req.param('slug')) instanceof UserError)
          return context.json(
            errorBody('There is no such item.', context.req.param('slug'), 'Copy your text; then choose an item from the list.'),
            404,
          )
        const answer: DraftSaved = await store.saveDraft(LOCAL_LEARNER, context.req.param('slug'), source, base)
        return context.json(answer)
      },
    )
    .post('/items/:slug/hints', body(z.object({ hint: z.int().min(1), zone })), async (context) => {
      const slug = context.req.param('slug')
      const { hint, zone } = context.req.valid('json')
      const shown = await showHint(gym, { learner: LOCAL_LEARNER, slug, zone }, hint)
      const { topic } = getItem(gym, slug)
      const answer: Hint = { hint: shown.hint, html: (await prose(shown.text, topic)).html, left: shown.left }
      return context.json(answer)
    })
    .post('/items/:slug/reference', body(z.object({ zone })), async (context) => {
      const slug = context.req.param('slug')
      const shown = await showReference(gym, { learner: LOCAL_LEARNER, slug, zone: context.req.valid('json').zone })
      const answer: Reference = { source: shown.source, whyHtml: (await prose(shown.why, getItem(gym, slug).topic)).html }
      return context.json(answer)
    })
}

async function itemPage(server: ServerContext, item: Item | DerivedItem, seed: number): Promise<ItemPage> {
  const { gym, prose } = server
  const { library, store } = gym
  const shown = await shownOf(gym, LOCAL_LEARNER, item.slug)
  const html = async (markdown: string) => (await prose(markdown, item.topic)).html
  const base = {
    ...itemSummary(item, await progressOf(gym, LOCAL_LEARNER)),
    topicTitle: library.topics.find(({ id }) => id === item.topic)?.title ?? item.topic,
    statementHtml: await html(item.kind === 'predict' ? item.question : item.statement),
    sources: item.sources,
    draft: await store.draft(LOCAL_LEARNER, item.slug),
    patterns: shown.attempted ? patternLinks(library, item.patterns) : undefined,
  }
  if (item.kind === 'question') {
    return { ...base, kind: 'question', points: item.points, answers: await store.answers(LOCAL_LEARNER, item.slug) }
  }
  if (item.kind === 'predict') {
    const language = item.runtime === 'postgres' ? 'sql' : 'python'
    return {
      ...base,
      kind: 'predict',
      runtime: item.runtime,
      programHtml: await html(fenced(item.program, language)),
      codeHtml: await html(fenced(item.code, language)),
      options: item.options,
      seed,
    }
  }
  if (item.kind === 'design') return designPage(server, item, base)
  if (item.kind === 'estimate') {
    const { meeting, draw, before } = await meetEstimation(gym, LOCAL_LEARNER, item.slug)
    return {
      ...base,
      kind: 'estimate',
      statementHtml: await html(fill(item.statement, item.numbers, draw)),
      meeting,
      asks: item.answers.map(({ ask, unit }) => ({ ask, unit })),
      draws: drawsOf(item.numbers),
      record: before.map(({ at, score, passed }) => ({ at, score, passed })),
    }
  }
  if (item.kind === 'recognise') {
    const { choices, reasons, parMs } = item
    return {
      ...base,
      kind: 'recognise',
      choices: await Promise.all(
        choices.map(async ({ pattern, title, because }) => ({ pattern, title, becauseHtml: await html(because) })),
      ),
      reasons,
      parMs,
      seed,
    }
  }
  return {
    ...base,
    kind: 'exercise',
    runtime: item.runtime,
    starter: item.starter,
    worldHtml: 'world' in item && item.world !== undefined ? await html(fenced(item.world, 'python')) : undefined,
    hintCount: item.hints.length,
    hintsHtml: await Promise.all(item.hints.slice(0, shown.hints).map(async (hint) => (await prose(hint, item.topic)).html)),
    reference: await shownReference(server, item, shown),
  }
}

/** Code as Markdown, whatever backticks it holds. */
function fenced(code: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  return `${fence}${language}\n${code}\n${fence}\n`
}

/** The reference, once the learner may see it. */
export async function shownReference({ prose }: ServerContext, exercise: Exercise, shown: ShownSoFar): Promise<Reference | undefined> {
  if (!shown.passed && !shown.reference) return undefined
  return { source: exercise.solution, whyHtml: (await prose(exercise.why, exercise.topic)).html }
}
