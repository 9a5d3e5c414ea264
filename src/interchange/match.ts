import type { Pattern } from '../domain/pattern.ts'
import type { ForeignReview, MatchedReview, Reviews } from './review.ts'

type Named = Pick<Pattern, 'id' | 'title'>

/**
 * Finds the pattern that each review is about: a label is its id (`tensors/stable-softmax`, `tensors::stable-softmax`),
 * its title, or its name alone where no other pattern has it; of decks and tags the innermost part counts too.
 */
export function matchReviews(found: readonly ForeignReview[], patterns: Iterable<Named>): Omit<Reviews, 'from'> {
  const names = namesOf([...patterns])
  const reviews = new Map<string, MatchedReview>()
  const unmatched = new Map<string, number>()
  for (const { at, rating, labels } of found) {
    const pattern = patternOf(labels, names)
    if (pattern !== undefined) reviews.set(`${at} ${pattern}`, { at, rating, pattern })
    else {
      const label = labels[0]?.trim() || '(nothing)'
      unmatched.set(label, (unmatched.get(label) ?? 0) + 1)
    }
  }
  return {
    reviews: [...reviews.values()].toSorted((one, other) => one.at - other.at || (one.pattern < other.pattern ? -1 : 1)),
    unmatched: [...unmatched].map(([label, count]) => ({ label, count })).toSorted((one, other) => other.count - one.count),
  }
}

function namesOf(patterns: readonly Named[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const several = new Set<string>()
  const add = (name: string, id: string) => {
    const known = names.get(name)
    if (known !== undefined && known !== id) several.add(name)
    names.set(name, id)
  }
  for (const { id, title } of patterns) {
    add(plain(id.split('/')[1] ?? ''), id)
    add(plain(title), id)
  }
  for (const name of several) names.delete(name)
  for (const { id } of patterns) names.set(plain(id), id)
  return names
}

function patternOf(labels: readonly string[], names: ReadonlyMap<string, string>): string | undefined {
  for (const label of labels) {
    const parts = label.split('::')
    // The whole, then its two innermost parts as topic and pattern, then the innermost.
    for (const part of [label, parts.slice(-2).join('/'), parts.at(-1) ?? '']) {
      const id = names.get(plain(part))
      if (id !== undefined) return id
    }
  }
  return undefined
}

/** Letters and digits only: spaces, hyphens, capitals and what stands around do not count. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim()
}
