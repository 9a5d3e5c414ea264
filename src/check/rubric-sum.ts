import { join } from 'node:path'
import { readText } from '../content/folder.ts'
import type { Problem } from '../content/problem.ts'
import type { Subject } from './subject.ts'

/** The points of a rubric add up to the question's. */
export function checkRubricSum({ item, name }: Subject): readonly Problem[] {
  if (item.kind !== 'question') return []
  const sum = item.rubric.reduce((total, { points }) => total + points, 0)
  if (sum === item.points) return []
  const line =
    readText(join(item.folder, 'question.md'), '')
      .text.split('\n')
      .findIndex((text) => text.startsWith('points:')) + 1
  const what = `The rubric's points add up to ${sum}, \`points\` says ${item.points}.`
  return [{ where: `${name}/question.md:${line}`, what, fix: `Write \`points: ${sum}\`, or mend the points of the rubric.` }]
}
