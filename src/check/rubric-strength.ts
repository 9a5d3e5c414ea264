import { join } from 'node:path'
import { readText } from '../content/folder.ts'
import type { Problem } from '../content/problem.ts'
import type { Question } from '../domain/item.ts'
import { mentionedPoints, mentions } from '../grading/rubric.ts'
import type { Subject } from './subject.ts'

/** By its mentions alone, the strong example outranks the weak one. */
export function checkRubricStrength({ item, name }: Subject): readonly Problem[] {
  if (item.kind !== 'question') return []
  const [strong, weak] = [mentionedPoints(item.strong, item.rubric), mentionedPoints(item.weak, item.rubric)]
  if (strong > weak) return []
  const line =
    readText(join(item.folder, 'question.md'), '')
      .text.split('\n')
      .findIndex((text) => text.startsWith('## Strong')) + 1
  return [
    {
      where: `${name}/question.md:${line}`,
      what: `The strong example mentions ${strong} points' worth, the weak one ${weak}. Not found in the strong one: ${notFound(item)}.`,
      fix: 'Let the strong example say each point in one sentence, or let `mentions` name the words that it uses.',
    },
  ]
}

function notFound(question: Question): string {
  const found = mentions(question.strong, question.rubric)
  const lost = question.rubric.filter((_, index) => found[index] === false).map(({ point }) => `"${point}"`)
  return lost.length === 0 ? 'nothing' : lost.join(', ')
}
