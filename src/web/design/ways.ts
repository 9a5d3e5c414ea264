import type { Drawing, Part } from '../../domain/case.ts'
import { type Edge, edgesOf } from '../../design/edges.ts'
import type { Box, Way } from './canvas.tsx'

const WORDS: Readonly<Record<Edge['kind'], string>> = {
  visit: '',
  call: '',
  miss: 'on a miss',
  hold: 'while held',
  parallel: 'in parallel',
  apart: 'apart',
  else: 'else',
  consumes: 'consumers',
}

/** The arrows of the picture, one for each pair; those of the chosen route stand out, and say how they are gone. */
export function waysOf(drawing: Drawing, chosen: string): readonly Way[] {
  const pairs = new Map<string, Edge[]>()
  for (const edge of edgesOf(drawing)) {
    const pair = `${edge.from ?? ''}>${edge.to}`
    pairs.set(pair, [...(pairs.get(pair) ?? []), edge])
  }
  return [...pairs.values()].flatMap((edges): readonly Way[] => {
    const own = edges.filter(({ route }) => route === chosen)
    const [first] = own.length > 0 ? own : edges
    if (first === undefined) return []
    const label = own.length === 0 ? '' : [...new Set(own.map(wordsOf))].filter((words) => words !== '').join(' / ')
    return [
      {
        from: first.from,
        to: first.to,
        label,
        chosen: own.length > 0,
        apart: edges.every(({ kind }) => kind === 'apart' || kind === 'consumes'),
      },
    ]
  })
}

function wordsOf({ kind, policy, write }: Edge): string {
  return [WORDS[kind], write ? 'writes' : '', policy === undefined ? '' : `by ${policy}`].filter((words) => words !== '').join(', ')
}

/** The components as the canvas shows them, with their places in the order of the chosen route. */
export function boxesOf(
  drawing: Drawing,
  partOf: (part: string) => Pick<Part, 'title' | 'component'> | undefined,
  sizeOf: (name: string) => string,
  chosen: string,
): readonly Box[] {
  const order = edgesOf(drawing)
    .filter(({ route }) => route === chosen)
    .map(({ to, where }) => ({ to, where }))
  const visits = [...new Map(order.map((each) => [each.where, each.to])).values()]
  return Object.entries(drawing.components).map(([name, { part }]) => ({
    name,
    part,
    kind: partOf(part)?.component.kind,
    title: partOf(part)?.title ?? part,
    size: sizeOf(name),
    order: visits.flatMap((to, at) => (to === name ? [at + 1] : [])).join(', '),
  }))
}
