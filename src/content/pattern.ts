import { z } from 'zod'
import type { Pattern } from '../domain/pattern.ts'
import { patternId, text } from './fields.ts'
import { readPage } from './front-matter.ts'
import type { Problem } from './problem.ts'
import { readSections } from './sections.ts'

const front = z.strictObject({ title: text, confusable: z.array(patternId).default([]) })

/** Reads one file of `patterns/`. */
export function readPattern(
  { id, topic }: { readonly id: string; readonly topic: string },
  source: string,
  name: string,
): { readonly pattern: Pattern | undefined; readonly problems: readonly Problem[] } {
  const page = readPage(front, source, name)
  const { sections, problems: found } = readSections(page.body, {
    name,
    required: ['Cue', 'Idea', 'Trap'],
    optional: ['Example'],
    intro: undefined,
  })
  const problems = [...page.problems, ...found]
  if (page.front === undefined || problems.length > 0) return { pattern: undefined, problems }
  const section = (title: string) => sections.get(title)?.markdown ?? ''
  const pattern = {
    id,
    topic,
    ...page.front,
    cue: section('Cue'),
    idea: section('Idea'),
    trap: section('Trap'),
    example: sections.get('Example')?.markdown,
  }
  return { pattern, problems }
}
