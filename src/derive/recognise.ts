import type { Choice, DerivedEntry, RecogniseItem } from '../domain/derived.ts'
import type { Item } from '../domain/item.ts'
import type { Library } from '../domain/library.ts'
import type { Pattern } from '../domain/pattern.ts'
import { derivedId } from './derived-id.ts'
import { seedFor, shuffled } from './draw.ts'

/** Right, confusable and others together. */
const OPTIONS = 5

/** Of the wrong ones, how many may be those that are easily confused: with all of them the rest of the topic would never show. */
const MOST_CONFUSABLE = 3

/** Words a minute of somebody who reads to decide; time to choose. */
const WORDS_A_MINUTE = 220
const CHOOSING_MS = 20_000

/** Undefined where the pattern is not there, or has nothing beside it to be told from; and of a drill, which asks for numbers and not for an idea. */
export function recogniseEntry(item: Item, library: Library): DerivedEntry | undefined {
  if (item.kind === 'estimate') return undefined
  const right = library.patterns.get(item.patterns[0] ?? '')
  if (right === undefined || library.patterns.size < 2) return undefined
  const { slug, topic, difficulty } = item
  const minutes = Math.max(0.5, Math.round(parOf(item.statement) / 6000) / 10)
  return { id: derivedId(slug, 'recognise'), form: 'recognise', context: slug, topic, patterns: [right.id], difficulty, minutes }
}

/** The statement of an exercise or a question, and patterns to choose from; the seed decides which and their order. */
export function recogniseItem(item: Item, library: Library, seed: number): RecogniseItem | undefined {
  const entry = recogniseEntry(item, library)
  const right = library.patterns.get(item.patterns[0] ?? '')
  if (entry === undefined || right === undefined) return undefined
  const own = seedFor(seed, entry.id)
  const choices = shuffled([right, ...distractors(item, right, library, own)], own).map((pattern) => choiceOf(pattern, right))
  const { id, ...rest } = entry
  return {
    ...rest,
    kind: 'recognise',
    form: 'recognise',
    slug: id,
    title: item.title,
    sources: item.sources,
    hash: item.hash,
    statement: item.statement,
    choices,
    reasons: shuffled(
      choices.map(({ pattern }) => pattern),
      own + 1,
    ),
    parMs: parOf(item.statement),
    why: `**${right.title}.** ${right.cue}\n\n${right.idea}\n\n**How it goes wrong.** ${right.trap}`,
  }
}

/** Those that are confused with the right one, whichever of the two says so; then others of its topic; then of topics beside it. */
function distractors(item: Item, right: Pattern, library: Library, seed: number): readonly Pattern[] {
  const others = [...library.patterns.values()].filter(({ id }) => !item.patterns.includes(id))
  const confusable = others.filter((one) => areConfusable(one, right))
  const order = (topic: string) => library.topics.findIndex(({ id }) => id === topic)
  const distance = ({ topic }: Pattern) => Math.abs(order(topic) - order(right.topic))
  const rest = shuffled(
    others.filter((one) => !confusable.includes(one)),
    seed,
  ).toSorted((one, other) => distance(one) - distance(other))
  return [...shuffled(confusable, seed).slice(0, MOST_CONFUSABLE), ...rest].slice(0, OPTIONS - 1)
}

function areConfusable(one: Pattern, other: Pattern): boolean {
  return one.confusable.includes(other.id) || other.confusable.includes(one.id)
}

function choiceOf(pattern: Pattern, right: Pattern): Choice {
  const [because = ''] = pattern.cue.trim().split(/\n\s*\n/)
  return { pattern: pattern.id, title: pattern.title, because, confusable: areConfusable(pattern, right) }
}

function parOf(statement: string): number {
  const words = statement.split(/\s+/).filter(Boolean).length
  return Math.round((words / WORDS_A_MINUTE) * 60_000 + CHOOSING_MS)
}
