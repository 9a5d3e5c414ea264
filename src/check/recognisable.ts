import { leakOf } from '../derive/leak.ts'
import type { Problem } from '../content/problem.ts'
import type { Library } from '../domain/library.ts'
import type { Subject } from './subject.ts'

/** A statement and its title do not name the pattern that a recognise item asks for. */
export function checkRecognisable({ item, name }: Subject, library: Library): readonly Problem[] {
  const pattern = library.patterns.get(item.patterns[0] ?? '')
  if (pattern === undefined || item.kind === 'estimate') return []
  const leak = leakOf(`${item.title}.\n\n${item.statement}`, pattern)
  if (leak === undefined) return []
  return [
    {
      where: `${name}/${item.kind}.md`,
      what: `Names the pattern "${pattern.title}", which is to be recognised: “${leak.length > 160 ? `${leak.slice(0, 160)} …` : leak}”`,
      fix: 'Tell the problem in other words; the pattern shows after the attempt.',
    },
  ]
}
