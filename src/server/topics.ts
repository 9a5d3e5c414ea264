import { Hono } from 'hono'
import { type Sort, sortOf } from '../content/item-folder.ts'
import { listedItems } from '../content/topic.ts'
import type { Item } from '../domain/item.ts'
import { LOCAL_LEARNER } from '../domain/learner.ts'
import { progressOf } from '../gym/progress.ts'
import type { ServerContext } from './context.ts'
import type { Guide, PatternPage, TopicSummary, Topics } from './contract.ts'
import { errorBody } from './error.ts'
import { itemSummary, patternLinks } from './summary.ts'

/** Topics, their guides and their patterns. */
export function topicRoutes({ gym, prose }: ServerContext) {
  const { library, store } = gym
  return new Hono()
    .get('/topics', async (context) => {
      const progress = await progressOf(gym, LOCAL_LEARNER)
      const topics: TopicSummary[] = library.topics.map((topic) => {
        const items = listedItems(topic).filter((slug) => library.items.has(slug))
        const of = (sort: Sort) => items.filter((slug) => sortOf(library.items.get(slug) as Item) === sort).length
        return {
          id: topic.id,
          title: topic.title,
          summary: topic.summary,
          exercises: of('exercise'),
          labs: of('lab'),
          questions: of('question'),
          drills: of('drill'),
          designs: of('design'),
          solved: items.filter((slug) => progress.get(slug)?.progress === 'solved').length,
          tried: items.filter((slug) => progress.get(slug)?.progress === 'tried').length,
        }
      })
      const latest = await store.latestItem(LOCAL_LEARNER)
      const item = latest === undefined ? undefined : library.items.get(latest)
      const answer: Topics = { topics, latest: item === undefined ? undefined : { slug: item.slug, title: item.title, topic: item.topic } }
      return context.json(answer)
    })
    .get('/topics/:topic', async (context) => {
      const topic = library.topics.find(({ id }) => id === context.req.param('topic'))
      if (topic === undefined)
        return context.json(errorBody('There is no such topic.', context.req.param('topic'), 'Choose one from the list of topics.'), 404)
      const progress = await progressOf(gym, LOCAL_LEARNER)
      const page = await prose(topic.guide, topic.id)
      const answer: Guide = {
        id: topic.id,
        title: topic.title,
        summary: topic.summary,
        html: page.html,
        headings: page.headings,
        patterns: patternLinks(library, topic.patterns),
        items: listedItems(topic).flatMap((slug) => {
          const item = library.items.get(slug)
          return item === undefined ? [] : [itemSummary(item, progress)]
        }),
        sources: topic.sources,
      }
      return context.json(answer)
    })
    .get('/patterns/:topic/:pattern', async (context) => {
      const pattern = library.patterns.get(`${context.req.param('topic')}/${context.req.param('pattern')}`)
      const topic = library.topics.find(({ id }) => id === pattern?.topic)
      if (pattern === undefined || topic === undefined)
        return context.json(errorBody('There is no such pattern.', context.req.path, 'The guide of the topic links to its patterns.'), 404)
      const html = async (text: string) => (await prose(text, topic.id)).html
      const answer: PatternPage = {
        id: pattern.id,
        topic: { id: topic.id, title: topic.title },
        title: pattern.title,
        cueHtml: await html(pattern.cue),
        ideaHtml: await html(pattern.idea),
        trapHtml: await html(pattern.trap),
        exampleHtml: pattern.example === undefined ? undefined : await html(pattern.example),
        confusable: patternLinks(library, pattern.confusable),
      }
      return context.json(answer)
    })
}
