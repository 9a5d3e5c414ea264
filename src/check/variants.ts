import { languageOf } from '../content/exercise.ts'
import type { Problem } from '../content/problem.ts'
import type { Subject } from './subject.ts'

/** Fewer than this prove too little about the checks. */
const LEAST = { right: 2, wrong: 3 } as const

/** An exercise has enough other right answers and enough wrong ones, and they differ. */
export function checkVariants({ item, name }: Subject): readonly Problem[] {
  if (item.kind !== 'exercise') return []
  const { extension } = languageOf(item.runtime)
  const few = (['right', 'wrong'] as const)
    .filter((kind) => item[kind].length < LEAST[kind])
    .map((kind) => ({
      where: `${name}/${kind}`,
      what: `Holds ${item[kind].length} answers; an exercise has at least ${LEAST[kind]}.`,
      fix:
        kind === 'right'
          ? `Write right answers in other styles, right/<style>.${extension}.`
          : `Write mistakes that people really make, wrong/<mistake>.${extension}.`,
    }))
  const all = [
    { file: `solution.${extension}`, source: item.solution },
    ...item.right.map(({ file, source }) => ({ file: `right/${file}`, source })),
    ...item.wrong.map(({ file, source }) => ({ file: `wrong/${file}`, source: source.split('\n').slice(2).join('\n') })),
  ]
  const copies = all.flatMap(({ file, source }, index) => {
    const twin = all.slice(0, index).find((other) => other.source.trim() === source.trim())
    return twin === undefined
      ? []
      : [{ where: `${name}/${file}`, what: `Is the same as ${twin.file}.`, fix: 'Write it in another way, or remove it.' }]
  })
  return [...few, ...copies]
}
