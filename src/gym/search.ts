import MiniSearch from 'minisearch'
import { plainText } from '../content/plain-text.ts'
import { type Sort, sortOf } from '../content/item-folder.ts'
import type { Library } from '../domain/library.ts'
import { drawOf } from '../grading/draw.ts'
import { fill } from '../grading/fill.ts'

export interface Found {
  readonly kind: 'topic' | 'pattern' | Sort
  /** Topic id, pattern id or item slug. */
  readonly id: string
  readonly topic: string
  readonly title: string
  /** Plain text around the first match. */
  readonly snippet: string
}

interface Page {
  readonly key: string
  readonly kind: Found['kind']
  readonly id: string
  readonly topic: string
  readonly title: string
  readonly text: string
}

/** Full text search over everything a learner may read before an attempt: never hints, references or the patterns of an item. */
export function createSearch(library: Library): (query: string) => readonly Found[] {
  const pages = new Map(pagesOf(library).map((page) => [page.key, page]))
  const index = new MiniSearch<Page>({
    idField: 'key',
    fields: ['title', 'text'],
    searchOptions: { boost: { title: 4 }, prefix: true, fuzzy: 0.2, combineWith: 'AND' },
  })
  index.addAll([...pages.values()])
  return (query) =>
    index
      .search(query)
      .slice(0, 30)
      .flatMap((hit) => {
        const page = pages.get(String(hit.id))
        return page === undefined
          ? []
          : [{ kind: page.kind, id: page.id, topic: page.topic, title: page.title, snippet: snippet(page.text, hit.terms) }]
      })
}

function pagesOf(library: Library): Page[] {
  const topics = library.topics.map((topic) => ({
    key: `topic ${topic.id}`,
    kind: 'topic' as const,
    id: topic.id,
    topic: topic.id,
    title: topic.title,
    text: plainText(`${topic.summary}\n\n${topic.guide}`),
  }))
  const patterns = [...library.patterns.values()].map((pattern) => ({
    key: `pattern ${pattern.id}`,
    kind: 'pattern' as const,
    id: pattern.id,
    topic: pattern.topic,
    title: pattern.title,
    text: plainText([pattern.cue, pattern.idea, pattern.trap, pattern.example ?? ''].join('\n\n')),
  }))
  const items = [...library.items.values()].map((item) => ({
    key: `item ${item.slug}`,
    kind: sortOf(item),
    id: item.slug,
    topic: item.topic,
    title: item.title,
    text: plainText(item.kind === 'estimate' ? fill(item.statement, item.numbers, drawOf(item.numbers, 0)) : item.statement),
  }))
  return [...topics, ...patterns, ...items]
}

function snippet(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase()
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0)
  const start = Math.max(0, Math.min(...(places.length > 0 ? places : [0])) - 60)
  const end = Math.min(text.length, start + 180)
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`
}
