import { graphlib, layout } from '@dagrejs/dagre'

/** A point of the canvas, in its own pixels. */
export type Point = readonly [number, number]

export const NODE = { width: 188, height: 78 }

/** Places for nodes so that requests go from left to right and few edges cross. The same graph gives the same places. */
export function arrange(names: readonly string[], edges: readonly (readonly [string, string])[]): ReadonlyMap<string, Point> {
  const graph = new graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 34, ranksep: 84, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const name of names) graph.setNode(name, { ...NODE })
  for (const [from, to] of edges) if (from !== to && names.includes(from) && names.includes(to)) graph.setEdge(from, to)
  layout(graph)
  return new Map(
    names.map((name) => {
      const { x, y } = graph.node(name) as { readonly x: number; readonly y: number }
      return [name, [x - NODE.width / 2, y - NODE.height / 2] as const]
    }),
  )
}
