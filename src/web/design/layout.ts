import { graphlib, layout } from '@dagrejs/dagre'

/** A point of the canvas, in its own pixels. */
export type Point = readonly [number, number]

export const NODE = { width: 160, height: 78 }
/** Where requests come from: a node of its own, narrower than the others. */
export const CLIENT = ' client'
export const CLIENT_WIDTH = 84

/** Places for nodes so that requests go from left to right, or down where there is more height, and few edges cross. The same graph gives the same places. */
export function arrange(
  names: readonly string[],
  edges: readonly (readonly [string, string])[],
  isTall: boolean,
): ReadonlyMap<string, Point> {
  const graph = new graphlib.Graph()
  graph.setGraph({ rankdir: isTall ? 'TB' : 'LR', nodesep: 30, ranksep: isTall ? 44 : 52, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const name of names) graph.setNode(name, { ...NODE, width: widthOf(name) })
  for (const [from, to] of edges) if (from !== to && names.includes(from) && names.includes(to)) graph.setEdge(from, to)
  layout(graph)
  return new Map(
    names.map((name) => {
      const { x, y } = graph.node(name) as { readonly x: number; readonly y: number }
      return [name, [x - widthOf(name) / 2, y - NODE.height / 2] as const]
    }),
  )
}

function widthOf(name: string): number {
  return name === CLIENT ? CLIENT_WIDTH : NODE.width
}
