import type { RubricPoint } from '../domain/item.ts'

/** Words that may lie between the first and the last word of one thought: a giant sentence is read in windows of this length. */
const WINDOW = 40
/** From this many of the rubric's words in one sentence on, they may be at most half of it: else it is a list of keywords. */
const LIST = 6

/**
 * What a machine can find of a rubric in an answer: for each point, whether one sentence has a word of every group;
 * null where the point names no words and no machine assesses it. A word matches the start of a word, a phrase as a phrase;
 * case, hyphens and kinds of quotes do not matter. It finds mentions, not understanding, and so only ever suggests.
 */
export function mentions(answer: string, rubric: readonly RubricPoint[]): readonly (boolean | null)[] {
  const vocabulary = rubric.flatMap((point) => point.mentions.flat()).map(wordsOf)
  const thoughts = sentencesOf(answer)
    .map(wordsOf)
    .filter((sentence) => !isKeywordList(sentence, vocabulary))
    .flatMap(windowsOf)
  return rubric.map((point) => {
    if (point.mentions.length === 0) return null
    const groups = point.mentions.map((group) => group.map(wordsOf))
    return thoughts.some((thought) => groups.every((group) => group.some((phrase) => placesOf(phrase, thought).length > 0)))
  })
}

/** The points that a machine finds mentioned, together. */
export function mentionedPoints(answer: string, rubric: readonly RubricPoint[]): number {
  const found = mentions(answer, rubric)
  return rubric.reduce((sum, point, index) => sum + (found[index] === true ? point.points : 0), 0)
}

/** A score against a rubric. */
export interface Score {
  readonly earned: number
  /** Points of what was assessed; the rest says nothing about the answer. */
  readonly assessed: number
  readonly notAssessed: number
}

/** Adds up the scores of the points, in order; null is *not assessed* and never a zero. */
export function scoreOf(scores: readonly (number | null)[], rubric: readonly RubricPoint[]): Score {
  return rubric.reduce<Score>(
    (sum, { points }, index) => {
      const score = scores[index] ?? null
      return score === null
        ? { ...sum, notAssessed: sum.notAssessed + points }
        : { ...sum, earned: sum.earned + Math.min(points, Math.max(0, score)), assessed: sum.assessed + points }
    },
    { earned: 0, assessed: 0, notAssessed: 0 },
  )
}

/** Cuts at full stops, question and exclamation marks, semicolons, blank lines and list items; a soft line break is no cut. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .replaceAll(/\b(e\.g|i\.e|etc|vs|cf|approx|resp|fig|eq)\./gi, '$1')
    .split(/(?<=[.!?;])["'”’)\]*_]*\s+|\n\s*\n|\n(?=\s*(?:[-*+•]|\d+[.)])\s)|\n(?=\s*#)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** Lower-case words and signs, emphasis and code marks aside: `Cross-entropy of (p)` gives cross, entropy, of, (, p, ). */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[’‘]/g, "'")
      .replaceAll(/[`*]/g, ' ')
      .replaceAll(/(?<=[\p{L}\p{N}])[-‐‑–](?=[\p{L}\p{N}]|$)/gu, ' ')
      .match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}']|\.(?=\p{N}))*|[^\s\p{L}\p{N}]/gu) ?? []
  )
}

/** Where a phrase starts in a sentence: its words stand in a row, the last one as the start of a word. */
function placesOf(phrase: readonly string[], sentence: readonly string[]): readonly number[] {
  const last = phrase.length - 1
  if (last < 0) return []
  return sentence.flatMap((_, start) => {
    const matches = phrase.every((word, offset) => {
      const there = sentence[start + offset]
      return there !== undefined && (offset === last ? there.startsWith(word) : there === word)
    })
    return matches ? [start] : []
  })
}

function windowsOf(sentence: readonly string[]): readonly (readonly string[])[] {
  if (sentence.length <= WINDOW) return [sentence]
  return Array.from({ length: sentence.length - WINDOW + 1 }, (_, start) => sentence.slice(start, start + WINDOW))
}

function isKeywordList(sentence: readonly string[], vocabulary: readonly (readonly string[])[]): boolean {
  const own = new Set(
    vocabulary.flatMap((phrase) => placesOf(phrase, sentence).flatMap((start) => phrase.map((_, offset) => start + offset))),
  )
  const words = sentence.filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return own.size >= LIST && own.size > words / 2
}
