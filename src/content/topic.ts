import { z } from 'zod'
import type { Topic } from '../domain/topic.ts'
import { name as itemName, sources, text } from './fields.ts'
import { readPage } from './front-matter.ts'
import type { Problem } from './problem.ts'

const front = z.strictObject({
  title: text,
  order: z.int(),
  summary: text,
  patterns: z.array(itemName).default([]),
  exercises: z.array(itemName).default([]),
  labs: z.array(itemName).default([]),
  questions: z.array(itemName).default([]),
  designs: z.array(itemName).default([]),
  sources: sources.default([]),
})

/** Reads `topic.md`. */
export function readTopic(
  id: string,
  source: string,
  name: string,
): { readonly topic: Topic | undefined; readonly problems: readonly Problem[] } {
  const page = readPage(front, source, name)
  const problems = [...page.problems]
  if (page.body.trim() === '') problems.push({ where: name, what: 'Has no guide.', fix: 'Write the guide below the front matter.' })
  if (page.front === undefined) return { topic: undefined, problems }
  const { patterns, ...rest } = page.front
  const topic = { id, ...rest, patterns: patterns.map((pattern) => `${id}/${pattern}`), guide: page.body.trim() }
  return { topic, problems }
}

/** Everything to do in a topic, in learning order. */
export function listedItems({ exercises, labs, questions, designs }: Topic): readonly string[] {
  return [...exercises, ...labs, ...questions, ...designs]
}
